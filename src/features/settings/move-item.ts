/** `items` with the one at `from` taken out and put in at `to`, both counted in the old list; a copy. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items]
  const [moved] = next.splice(from, 1)
  if (moved !== undefined) next.splice(Math.max(0, to), 0, moved)
  return next
}

/**
 * Where an item dropped in the gap before position `gap` ends up (`gap` is the length for the end): the gap
 * is counted with the item still in its old place.
 */
export function dropIndex(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap
}

/** The gap nearest to height `y` among boxes that stand one below the other. */
export function gapAt(y: number, boxes: readonly { top: number; bottom: number }[]): number {
  const below = boxes.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  return below === -1 ? boxes.length : below
}
