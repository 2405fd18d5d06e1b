import { IMPORT_PATH, leadsPath, mergePath, NEW_LEAD_PATH, SETTINGS_PATH } from '#model/paths.ts'
import { setTheme } from '#ui/theme.ts'
import { FileUp, GitMerge, Keyboard, Moon, Plus, Settings, Sun, SunMoon, Users } from 'lucide-react'
import type { ComponentType } from 'react'

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
  ]
}

/** The commands whose label holds every word of `text`. */
export function matchingCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
}
