import { getDensity, getTheme, type Density, type Theme } from '#ui/theme.ts'
import { useSyncExternalStore } from 'react'

/** The theme and density in force; follows changes made anywhere, such as from the command palette. */
export function useAppearance(): { theme: Theme; density: Density } {
  return {
    theme: useSyncExternalStore(watchRoot, getTheme),
    density: useSyncExternalStore(watchRoot, getDensity),
  }
}

/** The root element carries both, see `applyStoredAppearance`. */
function watchRoot(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-density'] })
  return () => observer.disconnect()
}
