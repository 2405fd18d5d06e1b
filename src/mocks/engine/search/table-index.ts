import type { Change, Rec, Table } from '#mocks/engine/state.ts'
import { Column, type ColumnSpec } from './column.ts'
import { Order, type SortKey } from './order.ts'
import { Rows } from './rows.ts'

/** How many derived columns and sorted orders are kept for a table; the one used longest ago goes first. */
const MAX_COLUMNS = 60
const MAX_ORDERS = 16

const NO_SLOTS: readonly number[] = []

/** The records of one table with everything derived from them, kept up to date write by write. */
export class TableIndex {
  readonly rows: Rows
  readonly #columns = new Map<string, Column<unknown>>()
  readonly #orders = new Map<string, Order>()
  readonly #byLead = new Map<string, number[]>()

  constructor(records: Iterable<Rec>) {
    this.rows = new Rows(records)
    for (const [slot, rec] of this.rows.recs.entries()) if (rec) this.#link(rec, slot)
  }

  /** The column of `spec`, made when its key is new. */
  column<T>(spec: ColumnSpec<T>): Column<T> {
    const column = recent(this.#columns, spec.key, MAX_COLUMNS, () => new Column<unknown>(this.rows, spec))
    return column as Column<T> // one key always stands for one spec
  }

  /** The order by `keys`, made when `key` is new. */
  order(key: string, keys: () => SortKey[]): Order {
    return recent(this.#orders, key, MAX_ORDERS, () => new Order(this.rows, keys()))
  }

  /** Slots of the records below one lead; for tables whose records carry a `lead_id`. */
  slotsOfLead(leadId: string): readonly number[] {
    return this.#byLead.get(leadId) ?? NO_SLOTS
  }

  /** Takes over one change of this table. */
  apply(change: Change, before: Rec | undefined): void {
    const old = this.rows.slotOf(change.id)
    if (before && old !== undefined) this.#unlink(before, old)
    const slot = change.record ? this.rows.put(change.record) : this.rows.remove(change.id)
    if (slot === undefined) return
    if (change.record) this.#link(change.record, slot)
    for (const column of this.#columns.values()) column.mark(slot)
    for (const order of this.#orders.values()) order.mark(slot)
  }

  /** A record of `table` changed from which the row `id` derives some values. */
  touch(id: string, table: Table): void {
    const slot = this.rows.slotOf(id)
    if (slot === undefined) return
    for (const column of this.#columns.values()) if (column.from.includes(table)) column.mark(slot)
    for (const order of this.#orders.values()) {
      if (order.keys.some(({ column }) => column.from.includes(table))) order.mark(slot)
    }
  }

  /** A record of `table` changed from which any row may derive values: those are made afresh when next needed. */
  forget(table: Table): void {
    for (const [key, column] of this.#columns) if (column.from.includes(table)) this.#columns.delete(key)
    for (const [key, order] of this.#orders) {
      if (order.keys.some(({ column }) => column.from.includes(table))) this.#orders.delete(key)
    }
  }

  /** A custom field changed from which only rows that carry a value for it derive values. */
  touchField(fieldId: string): void {
    const key = `custom.${fieldId}`
    const touched = this.rows.recs.filter((rec) => rec !== undefined && key in rec)
    if (touched.length * 8 > this.rows.size) return this.forget('custom_field')
    for (const rec of touched) if (rec) this.touch(rec.id, 'custom_field')
  }

  #link(rec: Rec, slot: number): void {
    const leadId = rec['lead_id']
    if (typeof leadId !== 'string') return
    const slots = this.#byLead.get(leadId)
    if (slots) slots.push(slot)
    else this.#byLead.set(leadId, [slot])
  }

  #unlink(rec: Rec, slot: number): void {
    const leadId = rec['lead_id']
    if (typeof leadId !== 'string') return
    const slots = this.#byLead.get(leadId)?.filter((other) => other !== slot) ?? []
    if (slots.length > 0) this.#byLead.set(leadId, slots)
    else this.#byLead.delete(leadId)
  }
}

/** The value under `key`, made when missing; of more than `max` values the one used longest ago is dropped. */
function recent<V>(values: Map<string, V>, key: string, max: number, make: () => V): V {
  const value = values.get(key) ?? make()
  values.delete(key)
  values.set(key, value)
  const [oldest] = values.keys()
  if (values.size > max && oldest !== undefined) values.delete(oldest)
  return value
}
