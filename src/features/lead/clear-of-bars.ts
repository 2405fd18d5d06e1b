import type { FocusEvent } from 'react'

/** Between what has the focus and the bar above it, in pixels. */
const ROOM = 8
/** Of a long text, that much in sight will do. */
const ENOUGH = 64

/**
 * Brings what takes the focus out from under the bars that stick at the top of the pane. By `scroll-padding` the
 * browser would do it for what is in the bars, too, and the page would jump with each press of a tab.
 */
export function keepClearOfBars({ currentTarget: scroller, target }: FocusEvent<HTMLElement>): void {
  if (!target.closest('[role="tabpanel"]')) return
  // The browser scrolls to it once the event is over.
  requestAnimationFrame(() => {
    const bars = scroller.querySelector('[role="tablist"]')?.getBoundingClientRect().bottom ?? 0
    const { top, bottom } = target.getBoundingClientRect()
    if (top < bars && bottom - bars < ENOUGH) scroller.scrollBy(0, top - bars - ROOM)
  })
}
