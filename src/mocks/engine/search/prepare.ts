import type { EngineState, Reader } from '#mocks/engine/state.ts'
import { compileQuery } from './nodes.ts'
import type { RecordType } from './object-types.ts'
import type { Order } from './order.ts'
import { Budget, type QueryEnv, type Test } from './scope.ts'
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

/** Slots of all matches in order. */
export function allMatches({ table, test, order }: Search): Int32Array {
  const { recs } = table.rows
  const slots = order.slots()
  const matches = new Int32Array(slots.length)
  let size = 0
  for (const slot of slots) {
    const rec = recs[slot]
    if (rec && test(rec, slot)) {
      matches[size] = slot
      size += 1
    }
  }
  return matches.slice(0, size)
}
