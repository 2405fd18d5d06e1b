import { IMPORT_PATH, leadsPath, mergePath, SETTINGS_PATH } from '#model/paths.ts'
import { FileUp, GitMerge, Settings, Users } from 'lucide-react'

/** The places of the app, in the order of the navigation. */
export const NAV_ITEMS = [
  { label: 'Leads', path: leadsPath(), icon: Users, keys: 'G L' },
  { label: 'Import', path: IMPORT_PATH, icon: FileUp, keys: 'G I' },
  { label: 'Merge', path: mergePath(), icon: GitMerge, keys: 'G M' },
  { label: 'Settings', path: SETTINGS_PATH, icon: Settings, keys: 'G S' },
] as const
