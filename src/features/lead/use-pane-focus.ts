import { useEffect, useRef, type RefObject } from 'react'

/**
 * Where the focus goes as leads come and go in the pane: to the heading when the pane was opened from the table
 * or covers it (a page that loads with a pane beside the table leaves the focus alone), and when the next lead
 * replaces what had it.
 */
export function usePaneFocus(
  leadId: string,
  heading: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): void {
  const shownLead = useRef<string | null>(null)
  useEffect(() => {
    const isFirst = shownLead.current === null
    if (shownLead.current === leadId) return
    shownLead.current = leadId
    scroller.current?.scrollTo(0, 0)
    const active = document.activeElement
    const cameFromTable = !!active?.closest('[role="grid"]')
    const isLost = !active || active === document.body
    const isCovering = document.querySelector('[inert] [role="grid"]') !== null
    if (isFirst ? cameFromTable || (isLost && isCovering) : isLost)
      heading.current?.focus({ preventScroll: true })
  }, [leadId, heading, scroller])
}
