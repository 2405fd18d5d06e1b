const MAC: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
}
const OTHER: Record<string, string> = { Mod: 'Ctrl', Enter: 'Enter', Escape: 'Esc' }
const COMMON: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
}

/** The caps of a chord such as "Mod+Enter", one a key, as `platform` prints them. */
export function keyLabels(keys: string, platform = currentPlatform()): string[] {
  const names = /mac|iphone|ipad/i.test(platform) ? MAC : OTHER
  return keys.split('+').map((key) => names[key] ?? COMMON[key] ?? key)
}

function currentPlatform(): string {
  return typeof navigator === 'undefined' ? '' : navigator.platform
}
