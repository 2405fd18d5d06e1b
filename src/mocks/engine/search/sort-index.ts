import type { EngineContext } from '#mocks/engine/call.ts'
import type { EngineState } from '#mocks/engine/state.ts'
import { objectType } from './object-types.ts'
import type { Order } from './order.ts'
import { searchIndex } from './search-index.ts'
import { readSort, type WireSortKey } from './sort-keys.ts'
import type { Rows } from './rows.ts'

const lists = new WeakMap<Int32Array, readonly string[]>()

/** Ids of all leads, the newest first and ids breaking ties. Source: contract 8.3, 21.10. */
export function leadIdsByCreated(state: EngineState): readonly string[] {
  return leadOrder(state, [], { now: 0 })
}

/**
 * Ids of all leads in the order of `sort`, a request's sort keys. The order is kept and each write moves only
 * the leads that it touched. Throws a `QueryError` for fields that cannot be sorted by. Source: contract 18.
 */
export function leadOrder(
  state: EngineState,
  sort: readonly WireSortKey[],
  ctx: Pick<EngineContext, 'now'>,
): readonly string[] {
  const table = searchIndex(state).table('lead')
  const type = objectType('lead')
  if (type?.kind !== 'records') throw new Error('Leads are records')
  const order = readSort(sort, type, table, { state, definitions: state, now: ctx.now })
  return idsOf(order, table.rows)
}

function idsOf(order: Order, rows: Rows): readonly string[] {
  const slots = order.slots()
  let ids = lists.get(slots)
  if (!ids) {
    ids = Array.from(slots, (slot) => rows.ids[slot] ?? '')
    lists.set(slots, ids)
  }
  return ids
}
