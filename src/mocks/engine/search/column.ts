import type { Rec, Table } from '#mocks/engine/state.ts'
import type { Rows } from './rows.ts'

/** How a value is derived from each record of a table. */
export type ColumnSpec<T> = {
  /** Two specs with one key are the same column. */
  key: string
  /** Other tables that the value is made from. */
  from: readonly Table[]
  compute(rec: Rec): T
}

/** One derived value for each record, by slot. Values are made on first use, then only where a write touched. */
export class Column<T> {
  readonly from: readonly Table[]
  readonly #rows: Rows
  readonly #compute: (rec: Rec) => T
  readonly #values: (T | undefined)[] = []
  /** The slots below this one were filled; those among them that a write touched since are stale. */
  #filled = 0
  #stale = new Set<number>()

  constructor(rows: Rows, spec: ColumnSpec<T>) {
    this.from = spec.from
    this.#rows = rows
    this.#compute = (rec) => spec.compute(rec)
  }

  mark(slot: number): void {
    if (slot < this.#filled) this.#stale.add(slot)
  }

  /** Makes the values of up to `count` more rows; whether all have been made once. */
  fill(count: number): boolean {
    const { recs } = this.#rows
    const end = Math.min(recs.length, this.#filled + count)
    for (let slot = this.#filled; slot < end; slot += 1) this.#set(slot, recs[slot])
    this.#filled = end
    return end === recs.length
  }

  /** The values by slot, up to date until the next write; undefined at unused slots. */
  values(): readonly (T | undefined)[] {
    const { recs } = this.#rows
    if (this.#filled < recs.length) this.fill(recs.length)
    if (this.#stale.size > 0) {
      for (const slot of [...this.#stale].sort((a, b) => a - b)) this.#set(slot, recs[slot])
      this.#stale = new Set()
    }
    return this.#values
  }

  #set(slot: number, rec: Rec | undefined): void {
    this.#values[slot] = rec && this.#compute(rec)
  }
}
