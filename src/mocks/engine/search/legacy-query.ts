import type { EngineState, Reader } from '#mocks/engine/state.ts'
import { modernNode, presentName } from './legacy-nodes.ts'
import { type LegacyNode, parseLegacy } from './legacy-parse.ts'
import type { SearchContext } from './prepare.ts'
import { searchIds } from './search-ids.ts'

/** Longer queries are cut: addresses stay below about 2000 characters (contract 8.8). */
const MAX_LENGTH = 8000

/**
 * Ids of the leads that a query of the old text search finds, the newest first unless it says `sort:`. Knows
 * words, phrases, `OR`, `NOT`, groups, `name:`, `status:` (label), `email:`, `phone:`, `url:`, `custom.NAME:`,
 * `FIELD in (…)`, comparisons, `sort:` and `slice:I/N`. Never fails: what it cannot read finds nothing.
 * Source: contract 8.3.
 */
export function legacyQuery(
  state: EngineState,
  definitions: Reader,
  query: string,
  ctx: SearchContext,
): string[] {
  const parsed = parseLegacy(query.slice(0, MAX_LENGTH))
  const node = modernNode(parsed, definitions)
  const sort = directive(parsed, 'sort')
  const wanted = sort === undefined ? [] : [sortKey(sort)]
  let found = searchIds(state, definitions, { query: node, sort: wanted }, ctx)
  if ('status' in found) found = searchIds(state, definitions, { query: node }, ctx)
  const ids = 'status' in found ? [] : found.ids
  const slice = /^(\d+)\/(\d+)$/.exec(directive(parsed, 'slice') ?? '')
  return slice ? ids.filter((id) => partOf(id, Number(slice[2])) === Number(slice[1])) : ids
}

/** The value of the last `sort:` or `slice:` outside of alternatives. */
function directive(node: LegacyNode, name: string): string | undefined {
  if (node.kind === 'field' && node.name.toLowerCase() === name) return node.values[0]
  if (node.kind !== 'and' && node.kind !== 'or') return undefined
  const values = node.nodes.map((inner) => directive(inner, name))
  return values.findLast((value) => value !== undefined)
}

function sortKey(sort: string): Record<string, unknown> {
  const name = sort.replace(/^[+-]/, '')
  const field = { type: 'regular_field', object_type: 'lead', field_name: presentName(name) }
  return { direction: sort.startsWith('-') ? 'desc' : 'asc', field }
}

/** Which of `parts` parts, 1 to `parts`, an id belongs to: always the same one. */
function partOf(id: string, parts: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return ((hash >>> 0) % parts) + 1
}
