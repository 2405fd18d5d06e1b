/**
 * Sorts the rows of a table. A comparison called for each pair of 100,000 rows takes long; most of the order is
 * found by sorting plain numbers instead, and only rows whose numbers are equal are compared.
 */

/** A value that rows are ordered by; undefined where a row has none. */
export type SortValue = number | string | undefined

export type Compare = (a: number, b: number) => number

/** Where each row stands when all are ordered by id. */
export type IdOrder = {
  /** Slots in the order of their ids. */
  slots: Int32Array
  /** The place in `slots`, by slot. */
  ranks: Int32Array
}

/** A number packs a value's rank above a place in the list: doubles hold whole numbers up to 2^53. */
const PLACES = 2 ** 20
const RANKS = 2 ** 32
const OTHER = 255

/** Rows that are too few for ranks to pay. */
const FEW = 32

/**
 * `slots` in the order of their values, the undefined ones last in both directions. `ties` orders slots with equal
 * values; without it they stand in the order of their ids.
 */
export function sortSlots(
  slots: Int32Array,
  values: readonly SortValue[],
  descending: boolean,
  rows: { ids: readonly string[]; idOrder(): IdOrder },
  ties?: Compare,
): Int32Array {
  const byId = (a: number, b: number) => compareValues(rows.ids[a], rows.ids[b], false)
  const byTies = (a: number, b: number) => (ties?.(a, b) ?? 0) || byId(a, b)
  const compare = (a: number, b: number) => compareValues(values[a], values[b], descending) || byTies(a, b)
  if (slots.length > PLACES) return slots.sort(compare)
  const equal = ties
    ? (run: Int32Array) => run.sort(byTies)
    : (run: Int32Array) => (run.length < FEW ? run.sort(byId) : sortById(run, rows.idOrder()))
  const missing = slots.filter((slot) => values[slot] === undefined)
  const present = slots.filter((slot) => values[slot] !== undefined)
  sortPresent(present, values, descending, compare, equal)
  equal(missing)
  slots.set(present)
  slots.set(missing, present.length)
  return slots
}

/** Where the rows at `slots` stand by their ids. */
export function idOrderOf(slots: Int32Array, ids: readonly string[]): IdOrder {
  const sorted = slots.slice()
  const start = sharedStart(slots, ids)
  const byId = (a: number, b: number) => compareValues(ids[a], ids[b], false)
  if (slots.length > PLACES) sorted.sort(byId)
  else for (const run of sortByRank(sorted, (slot) => textRank(ids[slot] ?? '', start))) run.sort(byId)
  const ranks = new Int32Array(ids.length)
  for (let place = 0; place < sorted.length; place += 1) ranks[sorted[place] ?? 0] = place
  return { slots: sorted, ranks }
}

/** The order of two values; undefined is last in both directions. */
export function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b === descending ? 1 : -1
}

type Sort = (run: Int32Array) => void

/** Sorts slots whose values are all there, all numbers or all texts. `equal` orders those with one value. */
function sortPresent(
  slots: Int32Array,
  values: readonly SortValue[],
  descending: boolean,
  compare: Compare,
  equal: Sort,
): void {
  if (slots.length < FEW) {
    slots.sort(compare)
  } else if (typeof values[slots[0] ?? 0] === 'string') {
    slots.sort((a, b) => compareValues(values[a], values[b], descending))
    for (const run of runsOf(slots, (slot) => values[slot])) equal(run)
  } else {
    const rank = numberRank(slots, values as readonly number[], descending)
    for (const run of sortByRank(slots, rank)) {
      if (run.every((slot) => values[slot] === values[run[0] ?? 0])) equal(run)
      else run.sort(compare)
    }
  }
}

/** The runs of several neighbours that are the same to `keyOf`, as parts of the list. */
function runsOf(slots: Int32Array, keyOf: (slot: number, at: number) => unknown): Int32Array[] {
  const runs: Int32Array[] = []
  let start = 0
  let key: unknown
  for (let at = 0; at <= slots.length; at += 1) {
    const next = at < slots.length ? keyOf(slots[at] ?? 0, at) : NaN
    if (at > 0 && next === key) continue
    if (at > start + 1) runs.push(slots.subarray(start, at))
    start = at
    key = next
  }
  return runs
}

/** Sorts `slots` by rank and gives the runs of several slots with one rank, which are parts of the same list. */
function sortByRank(slots: Int32Array, rankOf: (slot: number) => number): Int32Array[] {
  const packed = new Float64Array(slots.length)
  for (let place = 0; place < slots.length; place += 1) {
    packed[place] = rankOf(slots[place] ?? 0) * PLACES + place
  }
  packed.sort()
  const before = slots.slice()
  for (let at = 0; at < packed.length; at += 1) slots[at] = before[(packed[at] ?? 0) % PLACES] ?? 0
  return runsOf(slots, (_slot, at) => Math.floor((packed[at] ?? 0) / PLACES))
}

function sortById(run: Int32Array, { slots, ranks }: IdOrder): void {
  for (let at = 0; at < run.length; at += 1) run[at] = ranks[run[at] ?? 0] ?? 0
  run.sort()
  for (let at = 0; at < run.length; at += 1) run[at] = slots[run[at] ?? 0] ?? 0
}

/** Gives each value a whole number below 2^32, never a lower one to a value that comes later. */
function numberRank(
  slots: Int32Array,
  values: readonly number[],
  descending: boolean,
): (slot: number) => number {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const slot of slots) {
    const value = values[slot] ?? 0
    if (value < min) min = value
    if (value > max) max = value
  }
  const scale = max > min ? (RANKS - 1) / (max - min) : 0
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return () => 0
  return descending
    ? (slot) => Math.floor((max - (values[slot] ?? 0)) * scale)
    : (slot) => Math.floor(((values[slot] ?? 0) - min) * scale)
}

/** Ranks a text by four of its characters; those past the first 255 count as one and hide what follows. */
function textRank(text: string, from: number): number {
  let rank = 0
  let isOpen = true
  for (let at = from; at < from + 4; at += 1) {
    const unit = isOpen && at < text.length ? Math.min(OTHER, text.charCodeAt(at)) : 0
    if (unit === OTHER) isOpen = false
    rank = rank * 256 + unit
  }
  return rank
}

/** How many characters the texts of all slots begin with alike, such as `lead_`. */
function sharedStart(slots: Int32Array, texts: readonly string[]): number {
  const first = texts[slots[0] ?? 0] ?? ''
  let shared = first.length
  for (const slot of slots) {
    const text = texts[slot] ?? ''
    let at = 0
    while (at < shared && text.charCodeAt(at) === first.charCodeAt(at)) at += 1
    shared = at
  }
  return shared
}
