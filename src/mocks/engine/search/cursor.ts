import type { Position } from './order.ts'
import type { SortValue } from './slot-sort.ts'

/** How long a cursor lives. Source: contract 18, "A cursor is valid for 30 s". */
const LIFE_MS = 30_000

/** Where a walk through the results of a query stands. */
export type Walk = {
  /** How many objects were answered so far. */
  answered: number
  /** The last of them. */
  last: Position
}

/**
 * A cursor as it is sent: the walk, when it was issued and for which query. It holds all that the next page
 * needs, so the server keeps none of it; a value without one is null.
 */
export function writeCursor(walk: Walk, query: string, now: number): string {
  const values = walk.last.values.map((value) => value ?? null)
  const content = [now, hash(query), walk.answered, values, walk.last.id]
  return btoa(encodeURIComponent(JSON.stringify(content)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** The walk that a cursor continues: `expired` after 30 s or when it belongs to another query, `invalid` when it is none. */
export function readCursor(cursor: string, query: string, now: number): Walk | 'expired' | 'invalid' {
  const content = decode(cursor)
  if (!Array.isArray(content)) return 'invalid'
  const [issued, queryHash, answered, values, id]: unknown[] = content
  if (typeof issued !== 'number' || typeof answered !== 'number' || typeof id !== 'string') return 'invalid'
  if (!Number.isInteger(answered) || answered < 0) return 'invalid'
  if (!Array.isArray(values) || !values.every(isSortValue)) return 'invalid'
  if (queryHash !== hash(query) || now - issued > LIFE_MS) return 'expired'
  return { answered, last: { values: values.map((value) => value ?? undefined), id } }
}

function decode(cursor: string): unknown {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(decodeURIComponent(text)) as unknown
  } catch {
    return undefined
  }
}

function isSortValue(value: unknown): value is SortValue | null {
  return value === null || typeof value === 'number' || typeof value === 'string'
}

/** A short name for a long text (FNV-1a over its UTF-16 units, twice for 64 bits). */
function hash(text: string): string {
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ (unit + at), 0x85ebca6b)
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36)
}
