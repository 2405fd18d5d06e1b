import { ok, type Call, type Query, type Reply } from '#mocks/engine/call.ts'
import { byMoment, byValue } from '#mocks/engine/http/filters.ts'
import { invalid, notFound } from '#mocks/engine/http/refusal.ts'
import { projectFields } from '#mocks/engine/fields.ts'
import { isAllowed } from '#mocks/engine/permissions.ts'
import { textOf } from '#mocks/engine/record.ts'
import { momentOf } from '#mocks/engine/stamp.ts'
import type { EventScope, Rec } from '#mocks/engine/state.ts'

const MAX_LIMIT = 50
const HOUR = 3_600_000
const KEPT = 30 * 24 * HOUR

/** Filters that may stand together, besides `date_updated`. Source: Event Log; contract 19. */
const COMBINATIONS = new Set(
  [
    [],
    ['object_type', 'object_id'],
    ['object_type', 'action'],
    ['object_id', 'action'],
    ['lead_id'],
    ['lead_id', 'object_type'],
    ['lead_id', 'object_type', 'action'],
    ['lead_id', 'user_id'],
    ['lead_id', 'object_type', 'user_id'],
    ['lead_id', 'object_type', 'action', 'user_id'],
    ['user_id'],
    ['user_id', 'object_type'],
    ['user_id', 'object_id'],
    ['user_id', 'action'],
    ['user_id', 'object_type', 'action'],
    ['user_id', 'object_id', 'action'],
    ['request_id'],
  ].map((names) => names.sort().join()),
)
const NAMES = ['object_type', 'object_id', 'action', 'lead_id', 'user_id', 'request_id']

/**
 * `GET /event/`: newest first, by cursor. `cursor_next` leads to older events, `cursor_previous` to newer ones;
 * each is null when there are none. Source: Event Log; contract 19.
 */
export function listEvents(call: Call): Reply {
  refuseCombination(call)
  const limit = readLimit(call.query)
  const newestFirst = matching(call)
  const { start, end } = span(newestFirst, call.query.get('_cursor') ?? '', limit)
  const page = newestFirst.slice(start, end)
  const first = page[0]
  const last = page.at(-1)
  return ok({
    data: page.map((event) => projectFields(visible(call, event), call.fields)),
    cursor_next: last && end < newestFirst.length ? `older.${last.id}` : null,
    cursor_previous: first && start > 0 ? `newer.${first.id}` : null,
  })
}

/** `GET /event/{id}/`: one event without an envelope. */
export function getEvent(call: Call): Reply {
  const event = call.tx.get('event', call.params['id'] ?? '')
  if (!event || !isKept(call, event)) throw notFound('Event')
  return ok(projectFields(visible(call, event), call.fields))
}

/** The events that the filters keep, newest first. */
function matching(call: Call): Rec[] {
  const { query, state } = call
  const filters = [
    ...NAMES.flatMap((name) => byValue(query, name)),
    ...byMoment(query, 'date_updated', zoned),
  ]
  const events: Rec[] = []
  const ids = state.eventIds(scopeOf(query))
  for (let i = ids.length - 1; i >= 0; i -= 1) {
    const event = state.get('event', ids[i] ?? '')
    if (!event) continue
    if (!isKept(call, event)) break
    if (filters.every((passes) => passes(event))) events.push(event)
  }
  return events
}

function scopeOf(query: Query): EventScope {
  const objectId = query.get('object_id')
  if (objectId) return { by: 'object', id: objectId }
  const leadId = query.get('lead_id')
  return leadId ? { by: 'lead', id: leadId } : { by: 'all' }
}

function span(events: readonly Rec[], cursor: string, limit: number): { start: number; end: number } {
  if (cursor === '') return { start: 0, end: limit }
  const [, side, id] = /^(older|newer)\.(ev_\w+)$/.exec(cursor) ?? []
  const at = events.findIndex((event) => event.id === id)
  if (at === -1) throw invalid({ _cursor: 'Invalid cursor' })
  return side === 'older'
    ? { start: at + 1, end: at + 1 + limit }
    : { start: Math.max(0, at - limit), end: at }
}

function readLimit(query: Query): number {
  const text = query.get('_limit')
  if (text === undefined || text === '') return MAX_LIMIT
  if (!/^\d+$/.test(text))
    throw invalid({ _limit: 'Input should be a valid integer greater than or equal to 0' })
  if (Number(text) > MAX_LIMIT)
    throw invalid({ _limit: `Input should be less than or equal to ${MAX_LIMIT}` })
  return Number(text)
}

function refuseCombination({ query, switches }: Call): void {
  if (!switches.strictEventFilters) return
  const names = NAMES.filter((name) => query.has(name))
  if (COMBINATIONS.has(names.sort().join())) return
  throw invalid({}, [`Filtering by ${names.join(', ')} together is not supported.`])
}

/** Who may not manage the organisation gets events older than an hour without their data. Contract 19. */
function visible(call: Call, event: Rec): Record<string, unknown> {
  const isFresh = call.now - timeOf(event) <= HOUR
  if (isFresh || isAllowed(call.tx, call.callerId, 'manage_organization')) return event
  const { data: _data, previous_data: _previous, ...rest } = event
  return rest
}

function isKept(call: Call, event: Rec): boolean {
  return call.now - timeOf(event) <= KEPT
}

function timeOf(event: Rec): number {
  return momentOf(textOf(event, 'date_updated') ?? '')
}

/** Events carry timestamps without an offset; filters compare them as UTC. */
function zoned(event: Rec): string {
  return `${textOf(event, 'date_updated')}+00:00`
}
