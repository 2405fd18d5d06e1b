import type { Change, Rec, Table } from '#mocks/engine/state.ts'
import type { Dice } from './random.ts'
import type { Setup } from './setup.ts'

/** What everything that makes records shares. */
export type Maker = {
  readonly dice: Dice
  readonly setup: Setup
  /** Milliseconds since the epoch; nothing has happened after it. */
  readonly now: number
  /** True for a small data set: its leads have a history, those of a big one just the facts that lists show. */
  readonly isRich: boolean
  newId(prefix: string): string
  put(table: Table, record: Rec): void
}

/** A maker that collects what is put; `take` hands it over and starts anew. */
export function createMaker(options: Omit<Maker, 'put'>): Maker & { take(): Change[] } {
  let changes: Change[] = []
  return {
    ...options,
    put(table, record) {
      changes.push({ table, id: record.id, record })
    },
    take() {
      const taken = changes
      changes = []
      return taken
    },
  }
}

/** A moment between two others. */
export function momentBetween(dice: Dice, from: number, to: number): number {
  return from + Math.floor((dice.next() / 0x1_0000_0000) * Math.max(0, to - from))
}
