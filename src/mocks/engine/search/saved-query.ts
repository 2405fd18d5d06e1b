import { isObject } from '#mocks/engine/record.ts'
import type { Reader } from '#mocks/engine/state.ts'
import { refuse } from './query-error.ts'
import { type JsonObject, textAt } from './read-json.ts'

/** The query of the Smart View that a `saved_search` node names. Source: contract 17, 18. */
export function savedQuery(node: JsonObject, path: string, definitions: Reader): JsonObject {
  const view = definitions.get('saved_search', textAt(node, 'saved_search_id', path))
  const search = view?.['s_query']
  const query = isObject(search) ? search['query'] : undefined
  return isObject(query) ? query : refuse(`${path}.saved_search_id`, 'Object does not exist.')
}
