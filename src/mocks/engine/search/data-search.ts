import type { EngineContext } from '#mocks/engine/call.ts'
import { isObject } from '#mocks/engine/record.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { EngineState, Rec, Tx } from '#mocks/engine/state.ts'
import { readCursor, type Walk, writeCursor } from './cursor.ts'
import { foundBefore, keepFound } from './found.ts'
import { lowerBound } from './order.ts'
import { allMatches, prepareSearch, type Search, type SearchContext } from './prepare.ts'
import { refusal, refuse } from './query-error.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 200

/** How many objects one walk by cursor can reach. Source: contract 18. */
const MAX_WALK = 10_000

/** The most names under `_fields`. Source: contract 4, `List is too long.`. */
const MAX_FIELDS = 100

/**
 * `POST /data/search/`: the objects that match, in order, page by page. `tx` gives the definitions (custom
 * fields, Smart Views), `state` the objects, which may be older. A page continues behind the last object of
 * the one before, so that writes in between neither repeat nor skip an object whose sort values stay.
 * Keys of the body that are not known are ignored. Source: contract 18.
 */
export function dataSearch(
  state: EngineState,
  tx: Tx,
  body: Readonly<Record<string, unknown>>,
  ctx: EngineContext & SearchContext,
): { status: number; body: unknown } {
  try {
    const request = readRequest(body)
    const search = prepareSearch(state, tx, request, ctx)
    return { status: 200, body: answer(state, search, request, ctx) }
  } catch (error) {
    return refusal(error)
  }
}

type Request = {
  query: unknown
  sort: unknown
  fields: ReadonlyMap<string, readonly string[]>
  limit: number
  resultsLimit: number
  includeCounts: boolean
  cursor: string | undefined
}

function readRequest(body: Readonly<Record<string, unknown>>): Request {
  const { cursor = null, include_counts: includeCounts = null } = body
  if (cursor !== null && typeof cursor !== 'string') return refuse('cursor', 'Input should be a valid string')
  if (includeCounts !== null && typeof includeCounts !== 'boolean') {
    return refuse('include_counts', 'Input should be a valid boolean')
  }
  return {
    query: body['query'],
    sort: body['sort'],
    fields: readFields(body['_fields'] ?? null),
    limit: wholeNumber(body, '_limit', MAX_LIMIT) ?? DEFAULT_LIMIT,
    resultsLimit: wholeNumber(body, 'results_limit', Infinity) ?? Infinity,
    includeCounts: includeCounts ?? false,
    cursor: cursor ?? undefined,
  }
}

function readFields(fields: unknown): Map<string, string[]> {
  if (fields === null) return new Map()
  if (!isObject(fields)) return refuse('_fields', 'Value must be of dict type.')
  const read = new Map<string, string[]>()
  for (const [type, names] of Object.entries(fields)) {
    const path = `_fields.${type}`
    if (names === null) continue // as if it were not named
    if (!Array.isArray(names)) return refuse(path, 'Value must be of list type.')
    if (names.length > MAX_FIELDS) return refuse(path, 'List is too long.')
    const texts = names.map((name: unknown, at) =>
      typeof name === 'string' ? name : refuse(`${path}.${at}`, 'Value must be of str type.'),
    )
    if (texts.length > 0) read.set(type, texts)
  }
  return read
}

function wholeNumber(body: Readonly<Record<string, unknown>>, key: string, max: number): number | undefined {
  const value = body[key] ?? null
  if (value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return refuse(key, 'Input should be a valid integer')
  }
  if (value < 0) return refuse(key, 'Input should be greater than or equal to 0')
  return value <= max ? value : refuse(key, `Input should be less than or equal to ${max}`)
}

function answer(
  state: EngineState,
  search: Search,
  request: Request,
  ctx: EngineContext & SearchContext,
): Record<string, unknown> {
  const name = nameOf(request, ctx)
  const walk = request.cursor === undefined ? undefined : walkOf(request.cursor, name, search, ctx)
  const matches = knownMatches(state, search, request, name, ctx)
  const page = pageOf(search, matches, request, walk)
  const last = page.slots.at(-1)
  const { fields } = request
  const data = page.slots.map((slot) => {
    const rec = search.table.rows.recs[slot]
    return rec ? sent(state, search, rec, fields.get(search.type.name), ctx) : {}
  })
  const answered = (walk?.answered ?? 0) + page.slots.length
  const cursor =
    page.hasMore && last !== undefined
      ? writeCursor({ answered, last: search.order.positionOf(last) }, name, ctx.now)
      : null
  if (!request.includeCounts || !matches) return { data, cursor }
  const total = matches.length
  return { data, cursor, count: { limited: Math.min(total, request.resultsLimit), total } }
}

/** Tells two walks apart: a cursor of one does not continue the other. */
function nameOf(request: Request, ctx: SearchContext): string {
  const { query, sort, resultsLimit } = request
  return JSON.stringify([ctx.callerId, ctx.tzOffsetHours, resultsLimit, query, sort ?? null])
}

function walkOf(cursor: string, name: string, search: Search, ctx: SearchContext): Walk {
  const walk = readCursor(cursor, name, ctx.now)
  if (walk === 'expired') return refuse('cursor', 'Expired cursor')
  if (walk === 'invalid') return refuse('cursor', 'Invalid cursor')
  return walk.last.values.length === search.order.keys.length ? walk : refuse('cursor', 'Invalid cursor')
}

/** All matches, where they are to be counted or were found before. */
function knownMatches(
  state: EngineState,
  search: Search,
  request: Request,
  name: string,
  { now }: SearchContext,
): Int32Array | undefined {
  const { version } = search.index
  const isFirst = request.cursor === undefined
  const known = foundBefore(state, name, version, isFirst && search.isRelative ? now : undefined)
  if (known || !request.includeCounts) return known
  const matches = allMatches(search)
  keepFound(state, name, { version, now, matches })
  return matches
}

/** The next objects behind `walk`, and whether others follow that a cursor can reach. */
function pageOf(
  search: Search,
  matches: Int32Array | undefined,
  request: Request,
  walk: Walk | undefined,
): { slots: number[]; hasMore: boolean } {
  const left = Math.min(MAX_WALK, request.resultsLimit) - (walk?.answered ?? 0)
  const size = Math.min(request.limit, left)
  if (size <= 0) return { slots: [], hasMore: false }
  const among = matches ?? search.order.slots()
  const start = walk ? lowerBound(among, 0, (slot) => search.order.isAfter(slot, walk.last)) : 0
  const slots: number[] = []
  for (let at = start; at < among.length; at += 1) {
    const slot = among[at] ?? 0
    const rec = search.table.rows.recs[slot]
    if (!matches && !(rec && search.test(rec, slot))) continue
    if (slots.length === size) return { slots, hasMore: size < left }
    slots.push(slot)
  }
  return { slots, hasMore: false }
}

function sent(
  state: EngineState,
  { type }: Search,
  rec: Rec,
  fields: readonly string[] | undefined,
  ctx: EngineContext,
): Record<string, unknown> {
  const object = serialize(state, type.table, rec, fields ?? ['id'], ctx)
  return { __object_type: type.name, ...object }
}
