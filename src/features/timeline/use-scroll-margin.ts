import { useLayoutEffect, useState, type RefObject } from 'react'

/** How far below the top of what `scroller` scrolls an element in it begins; follows as things above it change. */
export function useScrollMargin(
  element: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const inner = element.current
    const outer = scroller.current
    if (!inner || !outer) return
    const measure = () => {
      if (inner.offsetParent === null) return // hidden, as behind another tab
      const distance = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop
      setMargin(Math.round(distance))
    }
    measure()
    // Whatever grows above it grows one of these.
    const observer = new ResizeObserver(measure)
    for (let box: Element | null = inner; box && box !== outer; box = box.parentElement) {
      for (const sibling of box.parentElement?.children ?? []) observer.observe(sibling)
    }
    return () => observer.disconnect()
  }, [element, scroller])
  return margin
}
