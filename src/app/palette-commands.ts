import { askToSignOut, credentialKind } from '#data/session.ts'
import { IMPORT_PATH, leadsPath, mergePath, NEW_LEAD_PATH, SETTINGS_PATH } from '#model/paths.ts'
import { setDensity, setTheme } from '#ui/theme.ts'
import {
  FileUp,
  GitMerge,
  Keyboard,
  LogOut,
  Moon,
  Plus,
  Rows2,
  Rows4,
  Settings,
  Sun,
  SunMoon,
  Users,
} from 'lucide-react'
import type { ComponentType } from 'react'

import { beginsWords } from './palette-match.ts'

export type Command = {
  id: string
  label: string
  icon: ComponentType<{ className?: string }>
  keys?: string
  run: () => void
}

/** What the palette can do besides finding leads. */
export function paletteCommands(go: (path: string) => void, showShortcuts: () => void): Command[] {
  return [
    { id: 'new', label: 'New lead', icon: Plus, keys: 'N', run: () => go(NEW_LEAD_PATH) },
    { id: 'leads', label: 'Go to the leads', icon: Users, keys: 'G L', run: () => go(leadsPath()) },
    { id: 'import', label: 'Import leads from CSV', icon: FileUp, keys: 'G I', run: () => go(IMPORT_PATH) },
    { id: 'merge', label: 'Merge two leads', icon: GitMerge, keys: 'G M', run: () => go(mergePath()) },
    { id: 'settings', label: 'Settings', icon: Settings, keys: 'G S', run: () => go(SETTINGS_PATH) },
    { id: 'shortcuts', label: 'Keyboard shortcuts', icon: Keyboard, keys: '?', run: showShortcuts },
    { id: 'light', label: 'Use the light theme', icon: Sun, run: () => setTheme('light') },
    { id: 'dark', label: 'Use the dark theme', icon: Moon, run: () => setTheme('dark') },
    { id: 'system', label: 'Use the theme of the device', icon: SunMoon, run: () => setTheme('system') },
    { id: 'compact', label: 'Use compact rows', icon: Rows4, run: () => setDensity('compact') },
    { id: 'comfortable', label: 'Use comfortable rows', icon: Rows2, run: () => setDensity('comfortable') },
    ...(credentialKind() === 'proxy'
      ? []
      : [{ id: 'sign-out', label: 'Sign out', icon: LogOut, run: () => askToSignOut(true) }]),
  ]
}

/** The commands whose label has a word for each word of `text`, e.g. "dark th" finds "Use the dark theme". */
export function matchingCommands(commands: readonly Command[], text: string): Command[] {
  return commands.filter(({ label }) => beginsWords(text, label))
}
