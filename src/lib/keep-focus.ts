import { focusBefore } from './focus-before.ts'

/** Long enough for whoever took a control away to give the focus to something better. */
const PATIENCE_MS = 500

/**
 * Watches that the keyboard never loses its place: when the control that has the focus goes and nothing else takes
 * it, the nearest one before gets it; after a layer over the page, what had it last. A pointer's place is the
 * pointer's own. Returns the function that stops it.
 */
export function keepFocus(): () => void {
  let held: Element | null = null
  /** What had the focus before, the latest last. */
  let trail: HTMLElement[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver((records) => {
    const gone = records.find(
      ({ target, removedNodes }) =>
        target.isConnected && [...removedNodes].some((node) => !node.isConnected && node.contains(held)),
    )
    if (!gone) return
    observer.disconnect()
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (document.activeElement !== document.body) return
      if (gone.target === document.body) trail.findLast((element) => element.isConnected)?.focus()
      else focusAround(gone)
    }, PATIENCE_MS)
  })

  function onFocus({ target }: FocusEvent) {
    observer.disconnect()
    held = target instanceof HTMLElement && target.matches(':focus-visible') ? target : null
    if (target instanceof HTMLElement) trail = [...trail.slice(1 - TRAIL), target]
    // Only what it stands in can take it away: to watch the whole page would cost at each scroll.
    for (let around = held?.parentElement; around; around = around.parentElement) {
      observer.observe(around, { childList: true })
    }
  }

  document.addEventListener('focusin', onFocus)
  return () => {
    document.removeEventListener('focusin', onFocus)
    observer.disconnect()
    clearTimeout(timer)
  }
}

const TRAIL = 20

/** Goes to the control before the place of what is gone. */
function focusAround({ target, nextSibling }: MutationRecord): void {
  if (!target.isConnected) return
  const mark = document.createComment('')
  target.insertBefore(mark, nextSibling?.parentNode === target ? nextSibling : null)
  focusBefore(mark)
  mark.remove()
}
