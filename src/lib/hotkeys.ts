import { useEffect, useRef } from 'react'
import { tinykeys, type KeyBindingMap } from 'tinykeys'

/**
 * Binds keys for as long as the component is there, e.g. `{ '$mod+k': open, 'g l': goToLeads }`; a blank stands
 * between keys pressed one after the other. They rest while a dialog, menu or list is open and when something
 * else took the key; those without Ctrl or Cmd also while the person types.
 */
export function useHotkeys(bindings: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  const keys = Object.keys(bindings).join('\n')
  useEffect(() => {
    const map: KeyBindingMap = {}
    for (const key of keys.split('\n')) {
      map[key] = (event) => {
        if (event.defaultPrevented || event.isComposing || isLayerOpen()) return
        if (!key.includes('$mod') && isTyping(event)) return
        latest.current[key]?.(event)
      }
    }
    return tinykeys(window, map)
  }, [keys])
}

const TYPING = 'input, textarea, select, [contenteditable="true"]'
const LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (!target?.closest(TYPING)) return false
  return !target.matches('input[type="checkbox"], input[type="radio"], input[type="button"]')
}

function isLayerOpen(): boolean {
  return document.querySelector(LAYER) !== null
}
