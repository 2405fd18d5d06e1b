import type { EngineState, Reader } from '#mocks/engine/state.ts'
import { allMatches, prepareSearch, type SearchContext } from './prepare.ts'
import { refusal } from './query-error.ts'

/** Ids in order with their object type, or the refusal to answer with. */
export type FoundIds = { objectType: string; ids: string[] } | { status: 400; body: unknown }

/**
 * Ids of everything that a query finds, in the order of `sort`: for bulk actions, exports and Smart Views,
 * which have no pages. `query` is a bare node. Source: contract 18, 20.
 */
export function searchIds(
  state: EngineState,
  definitions: Reader,
  request: { query: unknown; sort?: unknown; results_limit?: unknown },
  ctx: SearchContext,
): FoundIds {
  try {
    const search = prepareSearch(state, definitions, { query: request.query, sort: request.sort }, ctx)
    const limit = typeof request.results_limit === 'number' ? request.results_limit : Infinity
    const ids: string[] = []
    for (const slot of allMatches(search)) {
      const rec = search.table.rows.recs[slot]
      if (rec && ids.length < limit) ids.push(rec.id)
    }
    return { objectType: search.type.name, ids }
  } catch (error) {
    return refusal(error)
  }
}
