import { IMPORT_PATH, leadsPath, mergePath, SETTINGS_PATH } from '#model/paths.ts'
import { FileUp, GitMerge, Settings, Users, type LucideIcon } from 'lucide-react'

type NavItem = {
  label: string
  path: string
  icon: LucideIcon
  /** Shown in the tooltip; `Frame` hears them. */
  keys: string
  /** Fetches the page's code, for when someone is about to go there. */
  load?: () => Promise<unknown>
}

/** The places of the app, in the order of the navigation. */
export const NAV_ITEMS: readonly NavItem[] = [
  { label: 'Leads', path: leadsPath(), icon: Users, keys: 'G L' },
  {
    label: 'Import',
    path: IMPORT_PATH,
    icon: FileUp,
    keys: 'G I',
    load: () => import('./screens/ImportScreen.tsx'),
  },
  {
    label: 'Merge',
    path: mergePath(),
    icon: GitMerge,
    keys: 'G M',
    load: () => import('./screens/MergeScreen.tsx'),
  },
  {
    label: 'Settings',
    path: SETTINGS_PATH,
    icon: Settings,
    keys: 'G S',
    load: () => import('./screens/SettingsScreen.tsx'),
  },
]
