/**
 * Puts the focus in an editor that was just opened, and there what the person typed to open it: letters, and
 * perhaps already the Enter or Tab ("\n", "\t") that ends the edit. With `opens` a list of options
 * opens; the browser's own date box takes nothing.
 */
export function startTyping(editor: HTMLElement, typing: string | null, opens: boolean): void {
  const control = editor.querySelector<HTMLElement>('input, textarea, [role="combobox"]')
  if (!control) return editor.focus({ preventScroll: true }) // it only says why not
  const typed = typing?.replace(/[\n\t]/g, '') || null
  const end = typing?.includes('\n') ? 'Enter' : typing?.includes('\t') ? 'Tab' : null
  // Later, when the letters have been drawn.
  if (end) setTimeout(() => press(control, end))
  control.focus({ preventScroll: true })
  if (control instanceof HTMLInputElement) {
    const isDate = control.type === 'date' || control.type === 'datetime-local'
    if (isDate) return
    if (typed !== null) {
      control.select()
      insert(typed)
    } else if (control.getAttribute('role') === 'combobox' && opens) control.click()
    else control.setSelectionRange(control.value.length, control.value.length)
  } else if (control instanceof HTMLTextAreaElement) {
    // A long text is gone on with; to replace it by one key would be a mishap.
    control.setSelectionRange(control.value.length, control.value.length)
    if (typed !== null) insert(typed)
  } else if (typed !== null) {
    for (const key of typed) press(control, key)
  }
}

function press(control: HTMLElement, key: string): void {
  control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

/** Types into the focused box as a keyboard would, so that it is told and can be undone. */
function insert(text: string): void {
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else types into a box of any component
  document.execCommand('insertText', false, text)
}

/** Moves an editor that is wider than its cell so that all of it is to be seen. */
export function keepInView(editor: HTMLElement): void {
  const frame = editor.closest('[role="grid"]')?.getBoundingClientRect()
  if (!frame) return
  const box = editor.getBoundingClientRect()
  const over = box.right - frame.right + EDGE
  const under = frame.left + EDGE - box.left
  const shift = over > 0 ? -Math.min(over, Math.max(0, box.left - frame.left - EDGE)) : Math.max(0, under)
  if (shift !== 0) editor.style.translate = `${shift}px`
  editor.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
}

const EDGE = 4

/** Whether Tab would leave the editor: the focus is on its last control (with Shift its first). */
export function tabLeaves(editor: HTMLElement, backwards: boolean): boolean {
  const focused = document.activeElement
  // The browser's own date boxes have several parts to go through.
  if (focused instanceof HTMLInputElement && focused.type.startsWith('date')) return false
  const stops = [...editor.querySelectorAll<HTMLElement>('input, textarea, button, a[href]')].filter(
    (element) => element.tabIndex >= 0,
  )
  return stops.length === 0 || (backwards ? stops[0] : stops.at(-1)) === focused
}
