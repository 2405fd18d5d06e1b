import type { Call } from './call.ts'
import { invalid, notFound, Refusal } from './http/refusal.ts'
import { isObject } from './record.ts'
import { legacyQuery } from './search/legacy-query.ts'
import { searchIds } from './search/search-ids.ts'

/** Where other resources search: as `/data/search/` does, but for all results at once. */

/** Ids of the leads that a text query of the old grammar finds. Source: contract 8.3. */
export function leadsOfQuery(call: Call, query: string): string[] {
  return legacyQuery(call.past, call.tx, query, call)
}

/** Ids of what a query node finds, with their type. Refuses what is no valid query. Source: contract 18, 20. */
export function findObjects(
  call: Call,
  request: { query: unknown; sort?: unknown; results_limit?: unknown },
): { objectType: string; ids: string[] } {
  const found = searchIds(call.past, call.tx, request, call)
  if ('status' in found) throw new Refusal(found.status, found.body)
  return found
}

/** Ids of the leads that a Smart View finds. Source: contract 11, 17. */
export function leadsOfSavedSearch(call: Call, id: string): string[] {
  const view = call.tx.get('saved_search', id)
  if (!view) throw notFound('SavedSearch')
  const { query, s_query: search } = view
  if (typeof query === 'string' && !isObject(search)) return leadsOfQuery(call, query)
  const found = findObjects(call, { query: isObject(search) ? search['query'] : undefined })
  if (found.objectType !== 'lead') throw invalid({ lead_saved_search: 'Not a Smart View of leads.' })
  return found.ids
}
