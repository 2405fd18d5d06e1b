export type Side = 'bottom' | 'top'
export type Align = 'start' | 'center' | 'end'
type Box = { left: number; top: number; width: number; height: number }
type Size = { width: number; height: number }

const EDGE = 8

/**
 * Where a popup of `size` goes beside `anchor` inside `view`, all in pixels of the window: on the wanted side if it
 * fits or has more room there, else on the other, never past the edges. `maxHeight` is the room on that side.
 */
export function placePopup(
  anchor: Box,
  size: Size,
  view: Box,
  wanted: { side: Side; align: Align; gap?: number },
): { left: number; top: number; side: Side; maxHeight: number } {
  const gap = wanted.gap ?? 4
  const roomBelow = view.top + view.height - (anchor.top + anchor.height) - gap - EDGE
  const roomAbove = anchor.top - view.top - gap - EDGE
  const room = { bottom: roomBelow, top: roomAbove }
  const other: Side = wanted.side === 'bottom' ? 'top' : 'bottom'
  const side = size.height <= room[wanted.side] || room[wanted.side] >= room[other] ? wanted.side : other
  const height = Math.min(size.height, Math.max(room[side], 0))
  const top = side === 'bottom' ? anchor.top + anchor.height + gap : anchor.top - gap - height
  const shift = { start: 0, center: (anchor.width - size.width) / 2, end: anchor.width - size.width }
  const left = anchor.left + shift[wanted.align]
  const rightmost = view.left + view.width - EDGE - size.width
  return {
    left: Math.round(Math.max(view.left + EDGE, Math.min(left, rightmost))),
    top: Math.round(top),
    side,
    maxHeight: Math.max(Math.floor(room[side]), 0),
  }
}

/** The visible part of the page: on phones without what the keyboard covers. */
export function visibleView(): Box {
  const view = window.visualViewport
  if (!view) return { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight }
  return { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height }
}
