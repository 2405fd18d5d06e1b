export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['compact', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

const THEME_KEY = `leadlight-look:${import.meta.env.MODE}:theme`
const DENSITY_KEY = `leadlight-look:${import.meta.env.MODE}:density`

/** The chosen theme; "system" follows the device. */
export function getTheme(): Theme {
  return oneOf(THEMES, read(THEME_KEY)) ?? 'system'
}

/** Applies a theme at once and remembers it on this device. */
export function setTheme(theme: Theme): void {
  write(THEME_KEY, theme)
  applyStoredAppearance()
}

/** The chosen row height of tables and lists. */
export function getDensity(): Density {
  return oneOf(DENSITIES, read(DENSITY_KEY)) ?? 'compact'
}

/** Applies a density at once and remembers it on this device. */
export function setDensity(density: Density): void {
  write(DENSITY_KEY, density)
  applyStoredAppearance()
}

/** Puts the stored theme and density on the root element; called before the first render, so nothing flashes. */
export function applyStoredAppearance(): void {
  const { dataset } = document.documentElement
  dataset['theme'] = getTheme()
  dataset['density'] = getDensity()
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text)
}

// Storage can be switched off; the choice then lasts as long as the page.
const unsaved = new Map<string, string>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unsaved.get(key) ?? null
  } catch {
    return unsaved.get(key) ?? null
  }
}

function write(key: string, value: string) {
  unsaved.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept in `unsaved`.
  }
}
