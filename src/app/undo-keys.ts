import type { QueryClient } from '@tanstack/react-query'

import { reverse } from './undo-actions.ts'

/**
 * Ctrl or ⌘ Z undoes and, with Shift or as Ctrl Y, repeats, wherever the focus is; a box with text in it keeps
 * the keys to itself, and a dialog, too. Returns the function that stops it.
 */
export function startUndoKeys(client: QueryClient): () => void {
  function onKeyDown(event: KeyboardEvent) {
    const way = wayOf(event)
    if (!way || event.defaultPrevented || event.isComposing || event.altKey) return
    if (hasText(event.target) || document.querySelector(LAYER)) return
    event.preventDefault()
    if (!event.repeat) reverse(client, way)
  }
  globalThis.addEventListener('keydown', onKeyDown)
  return () => globalThis.removeEventListener('keydown', onKeyDown)
}

const LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"]'
const TEXT_BOX =
  'textarea, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"], [type="color"])'

function wayOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!event.ctrlKey && !event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null
}

function hasText(target: EventTarget | null): boolean {
  const box = target instanceof Element ? target.closest(TEXT_BOX) : null
  if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) return box.value !== ''
  return box !== null && box.textContent !== ''
}
