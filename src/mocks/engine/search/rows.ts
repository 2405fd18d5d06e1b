import type { Rec } from '#mocks/engine/state.ts'
import { idOrderOf, type IdOrder } from './slot-sort.ts'

/**
 * The records of one table, each at a small number, its slot, that it keeps while it lives. Derived values are
 * then plain arrays by slot, and an order is a list of slots.
 */
export class Rows {
  readonly recs: (Rec | undefined)[] = []
  /** The record's id by slot; the empty text at unused slots. */
  readonly ids: string[] = []
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  #idOrder: IdOrder | undefined

  constructor(records: Iterable<Rec>) {
    for (const record of records) this.put(record)
  }

  get size(): number {
    return this.#slots.size
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id)
  }

  /** Stores a record and tells its slot. */
  put(record: Rec): number {
    let slot = this.#slots.get(record.id)
    if (slot === undefined) {
      slot = this.#free.pop() ?? this.recs.length
      this.#slots.set(record.id, slot)
      this.#idOrder = undefined
    }
    this.recs[slot] = record
    this.ids[slot] = record.id
    return slot
  }

  /** Forgets a record and tells the slot that it had. */
  remove(id: string): number | undefined {
    const slot = this.#slots.get(id)
    if (slot === undefined) return undefined
    this.#slots.delete(id)
    this.recs[slot] = undefined
    this.ids[slot] = ''
    this.#free.push(slot)
    this.#idOrder = undefined
    return slot
  }

  /** Where each row stands by its id; kept until a row comes or goes. */
  idOrder(): IdOrder {
    this.#idOrder ??= idOrderOf(this.liveSlots(), this.ids)
    return this.#idOrder
  }

  /** All slots in use, ascending. */
  liveSlots(): Int32Array {
    const slots = new Int32Array(this.size)
    let at = 0
    for (const [slot, rec] of this.recs.entries()) {
      if (!rec) continue
      slots[at] = slot
      at += 1
    }
    return slots
  }
}
