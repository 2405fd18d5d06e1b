import type { Column } from './column.ts'
import type { Rows } from './rows.ts'
import { compareValues, sortSlots, type Compare, type SortValue } from './slot-sort.ts'

export type SortKey = { column: Column<SortValue>; descending: boolean }

/** A place in an order: that of a row with these values and this id, whether or not it still exists. */
export type Position = { values: readonly SortValue[]; id: string }

/**
 * The rows of a table in the order of some keys, ids breaking ties; rows without a value come last in both
 * directions. After writes only the touched rows move, by binary search.
 */
export class Order {
  readonly keys: readonly SortKey[]
  readonly #rows: Rows
  #slots: Int32Array = new Int32Array(0)
  #stale: Set<number> | 'all' = 'all'

  constructor(rows: Rows, keys: readonly SortKey[]) {
    this.keys = keys
    this.#rows = rows
  }

  /** A write touched the row: its values are made again and it moves when the order is next needed. */
  mark(slot: number): void {
    for (const { column } of this.keys) column.mark(slot)
    if (this.#stale !== 'all') this.#stale.add(slot)
  }

  /** Slots in order. A later write makes a new list and leaves this one as it is. */
  slots(): Int32Array {
    if (this.#stale !== 'all' && this.#stale.size === 0) return this.#slots
    const isCheap = this.#stale !== 'all' && this.#stale.size * 8 < this.#slots.length
    this.#slots = isCheap && this.#stale !== 'all' ? this.#moved(this.#stale) : this.#sorted()
    this.#stale = new Set()
    return this.#slots
  }

  /** Whether the row at `slot` stands after `position`. */
  isAfter(slot: number, position: Position): boolean {
    for (const [at, { column, descending }] of this.keys.entries()) {
      const order = compareValues(column.values()[slot], position.values[at], descending)
      if (order !== 0) return order > 0
    }
    return (this.#rows.ids[slot] ?? '') > position.id
  }

  /** Where the row at `slot` stands. */
  positionOf(slot: number): Position {
    return {
      values: this.keys.map(({ column }) => column.values()[slot]),
      id: this.#rows.ids[slot] ?? '',
    }
  }

  /** All rows sorted afresh: by the keys, then by id where all keys are equal. */
  #sorted(): Int32Array {
    const slots = this.#rows.liveSlots()
    const [first, ...others] = this.keys
    if (!first) return this.#rows.idOrder().slots.slice()
    const ties = others.length > 0 ? compareKeys(others) : undefined
    return sortSlots(slots, first.column.values(), first.descending, this.#rows, ties)
  }

  #moved(stale: ReadonlySet<number>): Int32Array {
    const compare = this.#compare()
    const kept = this.#without(stale)
    const moved = Int32Array.from(stale)
      .filter((slot) => this.#rows.recs[slot])
      .sort(compare)
    const merged = new Int32Array(kept.length + moved.length)
    let from = 0
    let to = 0
    for (const slot of moved) {
      const at = lowerBound(kept, from, (other) => compare(other, slot) > 0)
      merged.set(kept.subarray(from, at), to)
      to += at - from
      merged[to] = slot
      to += 1
      from = at
    }
    merged.set(kept.subarray(from), to)
    return merged
  }

  #without(stale: ReadonlySet<number>): Int32Array {
    const isStale = new Uint8Array(this.#rows.recs.length)
    for (const slot of stale) isStale[slot] = 1
    const kept = new Int32Array(this.#slots.length)
    let size = 0
    for (const slot of this.#slots) {
      if (isStale[slot] === 1) continue
      kept[size] = slot
      size += 1
    }
    return kept.subarray(0, size)
  }

  #compare(): Compare {
    const { ids } = this.#rows
    const byKeys = compareKeys(this.keys)
    return (a, b) => byKeys(a, b) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  }
}

function compareKeys(keys: readonly SortKey[]): Compare {
  const columns = keys.map(({ column, descending }) => ({ values: column.values(), descending }))
  return (a, b) => {
    for (const { values, descending } of columns) {
      const order = compareValues(values[a], values[b], descending)
      if (order !== 0) return order
    }
    return 0
  }
}

/** The first index from `from` on whose slot passes; `slots.length` when none does. Passing slots must stand last. */
export function lowerBound(slots: Int32Array, from: number, passes: (slot: number) => boolean): number {
  let low = from
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(slots[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
