import { useEffect, useRef, type RefObject } from 'react'

/**
 * When another page comes (`page` changes), moves the focus to its heading, the first `heading` in `main`, so that
 * the keyboard and screen readers go on there and not at a link that is gone. A page that focuses something
 * itself keeps that.
 */
export function usePageFocus(main: RefObject<HTMLElement | null>, page: string, heading: string): void {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page || !main.current) return
    shown.current = page
    return focusPage(main.current, heading)
  }, [main, page, heading])
}

/** Focuses the heading, or `main` itself until the page's code is there. Returns how to stop waiting. */
function focusPage(main: HTMLElement, heading: string): (() => void) | undefined {
  const now = document.activeElement
  // Hidden boxes don't count: the page before stays in the document until the code of the next one is there.
  if (now && now !== main && main.contains(now) && now.getClientRects().length > 0) return
  if (focusHeading(main, heading)) return
  main.focus({ preventScroll: true })
  const observer = new MutationObserver(() => {
    if (document.activeElement !== main || focusHeading(main, heading)) observer.disconnect()
  })
  observer.observe(main, { childList: true, subtree: true })
  return () => observer.disconnect()
}

function focusHeading(main: HTMLElement, selector: string): boolean {
  for (const heading of main.querySelectorAll<HTMLElement>(selector)) {
    heading.tabIndex = -1
    heading.style.outline = 'none' // it can't be acted on; a ring would say otherwise
    heading.focus({ preventScroll: true })
    if (document.activeElement === heading) return true
  }
  return false
}
