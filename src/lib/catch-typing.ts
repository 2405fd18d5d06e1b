/** A form that does not come until then will not take what was typed, in milliseconds. */
const LONGEST_MS = 5000

/**
 * For a form that a key has just opened and that is not on the screen yet: what is typed meanwhile is neither lost
 * nor taken for shortcuts. It goes into the text box that takes the focus next. Escape, a press of the pointer or a
 * control without text ends it.
 */
export function catchTyping(): void {
  let caught = ''
  const catching = new AbortController()
  const { signal } = catching
  const stop = () => catching.abort()

  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') return stop()
      const text = event.key === 'Enter' ? '\n' : event.key
      if (text.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      caught += text
    },
    { capture: true, signal },
  )
  addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element) || !target.matches('input, textarea, select')) return
      stop()
      if (caught === '' || target instanceof HTMLSelectElement) return
      // Once whoever gives the focus is done with it: the box may not listen yet.
      queueMicrotask(() => insert(target as HTMLInputElement | HTMLTextAreaElement, caught))
    },
    { signal },
  )
  addEventListener('pointerdown', stop, { capture: true, signal })
  const timer = setTimeout(stop, LONGEST_MS)
  signal.addEventListener('abort', () => clearTimeout(timer))
}

function insert(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { length } = box.value
  box.setRangeText(text, box.selectionStart ?? length, box.selectionEnd ?? length, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
