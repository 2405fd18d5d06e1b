import type { EngineState, Reader } from '#mocks/engine/state.ts'
import { compileQuery } from './nodes.ts'
import type { RecordType } from './object-types.ts'
import type { Order } from './order.ts'
import { Budget, EVERY, type QueryEnv, type Test } from './scope.ts'
import { searchIndex, type SearchIndex } from './search-index.ts'
import { readSort } from './sort-keys.ts'
import type { TableIndex } from './table-index.ts'

/** Who searches, when and where. */
export type SearchContext = { now: number; callerId: string; tzOffsetHours: number }

/** A query and its order, read and ready to run. */
export type Search = {
  type: RecordType
  index: SearchIndex
  table: TableIndex
  test: Test
  order: Order
  /** Whether the answer depends on the clock. */
  isRelative: boolean
}

/** Reads a request's `query` and `sort`. Throws a `QueryError` for what it does not know. Source: contract 18. */
export function prepareSearch(
  state: EngineState,
  definitions: Reader,
  request: { query: unknown; sort: unknown },
  ctx: SearchContext,
): Search {
  const index = searchIndex(state)
  const budget = new Budget()
  const { now, callerId, tzOffsetHours } = ctx
  const env: QueryEnv = { index, definitions, callerId, now, tzOffsetHours, budget }
  const { type, test } = compileQuery(request.query, env)
  const table = index.table(type.table)
  const order = readSort(request.sort, type, table, { state, definitions, now })
  return { type, index, table, test, order, isRelative: budget.isRelative }
}

/** Slots of all matches in order. Rows are tested in the order in which they are stored: that is the faster one. */
export function allMatches({ table, test, order }: Search): Int32Array {
  const slots = order.slots()
  if (test === EVERY) return slots
  const isMatch = new Uint8Array(table.rows.recs.length)
  let size = 0
  for (const [slot, rec] of table.rows.recs.entries()) {
    if (!rec || !test(rec, slot)) continue
    isMatch[slot] = 1
    size += 1
  }
  const matches = new Int32Array(size)
  let at = 0
  for (const slot of slots) {
    if (isMatch[slot] !== 1) continue
    matches[at] = slot
    at += 1
  }
  return matches
}
