import { useEffect, useState, type PointerEvent } from 'react'

import { dropIndex, gapAt, moveItem } from './move-item.ts'

type Drag = { id: string; gap: number }

export type Reorder = {
  /** What is being dragged, and the gap (0 = before the first) where it would fall. */
  drag: Drag | null
  /** Props of an item's drag handle, which stands somewhere in an `li` of the list. */
  handle: (id: string) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: () => void
    onPointerCancel: () => void
  }
  /** Moves an item one place up (-1) or down (1). */
  step: (id: string, by: 1 | -1) => void
}

/**
 * Puts the items of a list in another order, by dragging a handle (mouse, pen or finger) or in steps. `onOrder`
 * gets all ids in their new order and what was moved where; it is not called when nothing changed.
 */
export function useReorder(
  ids: readonly string[],
  onOrder: (ids: string[], moved: { id: string; to: number }) => void,
): Reorder {
  const [drag, setDrag] = useState<Drag | null>(null)
  const isDragging = drag !== null

  useEffect(() => {
    if (!isDragging) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') setDrag(null)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isDragging])

  function move(id: string, to: number) {
    const from = ids.indexOf(id)
    if (from === -1 || to === from || to < 0 || to >= ids.length) return
    onOrder(moveItem(ids, from, to), { id, to })
  }

  return {
    drag,
    step: (id, by) => move(id, ids.indexOf(id) + by),
    handle: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ id, gap: ids.indexOf(id) })
      },
      onPointerMove(event) {
        if (!drag) return
        scrollNear(event.currentTarget, event.clientY)
        setDrag({ id: drag.id, gap: gapUnder(event.currentTarget, event.clientY) })
      },
      onPointerUp() {
        setDrag(null)
        if (drag) move(drag.id, dropIndex(ids.indexOf(drag.id), drag.gap))
      },
      onPointerCancel: () => setDrag(null),
    }),
  }
}

/** The gap at height `y` in the list around a handle. */
function gapUnder(handle: HTMLElement, y: number): number {
  const items = [...(handle.closest('ol')?.children ?? [])]
  return gapAt(
    y,
    items.map((item) => item.getBoundingClientRect()),
  )
}

const EDGE = 48

/** Scrolls on while something is dragged near the edge of the view. */
function scrollNear(element: HTMLElement, y: number) {
  const direction = y < EDGE ? -1 : y > window.innerHeight - EDGE ? 1 : 0
  if (direction === 0) return
  let box: HTMLElement | null = element.parentElement
  while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement
  box?.scrollBy({ top: direction * 16 })
}
