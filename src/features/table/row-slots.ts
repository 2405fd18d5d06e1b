/**
 * Which of a fixed set of row elements shows which row. A row that stays on screen keeps its element (with the focus
 * and an open editor in it); one that comes in takes over the element of one that went, so that scrolling changes
 * texts instead of building and discarding elements.
 */
export type RowSlots = {
  /** The element's number, by row key. */
  slots: ReadonlyMap<string, number>
  /** The row keys as their elements stand in the document. */
  order: readonly string[]
}

export const NO_SLOTS: RowSlots = { slots: new Map(), order: [] }

/**
 * Slots for the rows `keys` (from the top) that are now on screen, given those before. While scrolling, elements
 * stay where they are in the document, since moving them costs as much as building them; at rest they stand in the
 * order of the rows, as someone who reads the document expects. The same object when nothing changes.
 */
export function assignSlots(before: RowSlots, keys: readonly string[], isScrolling: boolean): RowSlots {
  const slots = new Map<string, number>()
  const taken = new Set<number>()
  for (const key of keys) {
    const slot = before.slots.get(key)
    if (slot === undefined) continue
    slots.set(key, slot)
    taken.add(slot)
  }
  let free = 0
  for (const key of keys) {
    if (slots.has(key)) continue
    while (taken.has(free)) free += 1
    slots.set(key, free)
    taken.add(free)
  }
  const order = isScrolling ? inPlace(before, slots) : keys
  const isSame = order.length === before.order.length && order.every((key, i) => before.order[i] === key)
  return isSame ? before : { slots, order }
}

function inPlace(before: RowSlots, slots: ReadonlyMap<string, number>): string[] {
  const keyOf = new Map([...slots].map(([key, slot]) => [slot, key]))
  const stay = before.order.flatMap((key) => keyOf.get(before.slots.get(key) ?? -1) ?? [])
  const placed = new Set(stay)
  return [...stay, ...[...slots.keys()].filter((key) => !placed.has(key))]
}
