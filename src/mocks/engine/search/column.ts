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
  #stale: Set<number> | 'all' = 'all'

  constructor(rows: Rows, spec: ColumnSpec<T>) {
    this.from = spec.from
    this.#rows = rows
    this.#compute = (rec) => spec.compute(rec)
  }

  mark(slot: number): void {
    if (this.#stale !== 'all') this.#stale.add(slot)
  }

  /** The values by slot, up to date until the next write; undefined at unused slots. */
  values(): readonly (T | undefined)[] {
    const { recs } = this.#rows
    if (this.#stale === 'all') {
      for (let slot = 0; slot < recs.length; slot += 1) this.#set(slot, recs[slot])
    } else if (this.#stale.size > 0) {
      for (const slot of [...this.#stale].sort((a, b) => a - b)) this.#set(slot, recs[slot])
    } else {
      return this.#values
    }
    this.#stale = new Set()
    return this.#values
  }

  #set(slot: number, rec: Rec | undefined): void {
    this.#values[slot] = rec && this.#compute(rec)
  }
}
