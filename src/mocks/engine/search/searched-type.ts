import { isObject } from '#mocks/engine/record.ts'
import type { Reader } from '#mocks/engine/state.ts'
import { objectType, type RecordType } from './object-types.ts'
import { refuse } from './query-error.ts'

/** More nodes than any query may have; the rest need not be looked at, it will be refused. */
const MAX_LOOKS = 25_000

const LEADS: RecordType = { kind: 'records', name: 'lead', table: 'lead', activityType: undefined }

/**
 * What a query searches: the one object type that its `object_type` nodes name, outside of `has_related` and
 * including those of nested Smart Views; leads when there is none. Refuses two types. Source: contract 18.
 */
export function searchedType(query: unknown, definitions: Reader, path: string): RecordType {
  const names = new Set<string>()
  const seenViews = new Set<unknown>()
  const open: unknown[] = [query]
  for (let looks = 0; open.length > 0 && looks < MAX_LOOKS; looks += 1) {
    const node = open.pop()
    if (!isObject(node)) continue
    if (Array.isArray(node['queries'])) for (const inner of node['queries']) open.push(inner)
    if (
      node['type'] === 'object_type' &&
      node['negate'] !== true &&
      typeof node['object_type'] === 'string'
    ) {
      names.add(node['object_type'])
    }
    const viewId = node['type'] === 'saved_search' ? node['saved_search_id'] : undefined
    if (typeof viewId === 'string' && !seenViews.has(viewId)) {
      seenViews.add(viewId)
      const search = definitions.get('saved_search', viewId)?.['s_query']
      if (isObject(search)) open.push(search['query'])
    }
  }
  const [name, second] = names
  if (name === undefined) return LEADS
  if (second !== undefined) return refuse(path, 'A query can search objects of one type only.')
  const type = objectType(name)
  return type?.kind === 'records'
    ? type
    : refuse(path, `Not a valid choice. There is no object type ${name}.`)
}
