import { useLayoutEffect, useState, type RefObject } from 'react'

/** Narrower than this, a row has two lines and the toolbar wraps. */
const NARROW = 560
const NARROW_ROW = 56
const TOUCH_ROW = 44

/** How rows are laid out in the room there is: from the table's own width, the density and the pointer. */
export function useRowLayout(frame: RefObject<HTMLElement | null>): { isNarrow: boolean; rowHeight: number } {
  const [layout, setLayout] = useState({ isNarrow: false, rowHeight: 36 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => {
      const isNarrow = element.clientWidth > 0 && element.clientWidth < NARROW
      const density = Number.parseInt(getComputedStyle(element).getPropertyValue('--row-height'), 10) || 36
      const touch = matchMedia('(pointer: coarse)').matches ? TOUCH_ROW : 0
      const rowHeight = isNarrow ? NARROW_ROW : Math.max(density, touch)
      setLayout((now) =>
        now.isNarrow === isNarrow && now.rowHeight === rowHeight ? now : { isNarrow, rowHeight },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return layout
}
