import * as z from 'zod/mini'

import { isSameValue } from './conflict.ts'
import { parsePatchKey } from './custom-key.ts'
import { leadChanges } from './lead-change.ts'
import { asList } from './lead-patch.ts'
import type { Operation } from './operation.ts'

/*
 * What the organisation's event log says about leads and what hangs below them: whose doing an event is, what
 * it changed, and whether a write of our own hit a value that we had not seen. Source: Event Log; contract 19.
 */

type Fields = Readonly<Record<string, unknown>>

const values = z.catch(z.nullish(z.record(z.string(), z.unknown())), null)

export const logEventSchema = z.looseObject({
  id: z.string(),
  action: z.string(),
  object_type: z.string(),
  object_id: z.nullish(z.string()),
  lead_id: z.nullish(z.string()),
  user_id: z.nullish(z.string()),
  request_id: z.nullish(z.string()),
  date_created: z.string(),
  date_updated: z.nullish(z.string()),
  changed_fields: z.catch(z.nullish(z.array(z.string())), null),
  data: values,
  previous_data: values,
  meta: values,
})
export type LogEvent = z.infer<typeof logEventSchema>

/** An operation that the server took, with the object as it answered; null after a deletion. */
export type OwnWrite = { operation: Operation; answer: Fields | null }

/** How far the log was read: the moment of the newest event (milliseconds since the epoch), and what was read near it. */
export type EventMark = { at: number; seen: readonly string[] }

/** When an event was written last, in milliseconds since the epoch: quick changes may share one. */
export function eventTime({ date_updated, date_created }: LogEvent): number {
  return momentOf(date_updated ?? date_created)
}

/** A timestamp of the API in milliseconds since the epoch; those of events have no zone and are in UTC. */
function momentOf(stamp: unknown): number {
  if (typeof stamp !== 'string') return Number.NaN
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(stamp) ? stamp : `${stamp}Z`)
}

/**
 * The events that this browser did not cause. An own one is known by the object with the moment and the values
 * that the write was answered with, or by the user and the values; what else its request wrote is own too.
 */
export function foreignEvents(
  events: readonly LogEvent[],
  own: { writes: readonly OwnWrite[]; sending: readonly Operation[]; me: string | undefined },
): LogEvent[] {
  const isOwn = (event: LogEvent) =>
    own.writes.some((write) => isOf(event, write, own.me)) ||
    own.sending.some((operation) => isOf(event, { operation, answer: null }, own.me))
  const requests = new Set(events.filter(isOwn).map(({ request_id }) => request_id))
  requests.delete(null)
  requests.delete(undefined)
  return events.filter((event) => !requests.has(event.request_id) && !isOwn(event))
}

function isOf(event: LogEvent, { operation, answer }: OwnWrite, me: string | undefined): boolean {
  const isMine = me !== undefined && event.user_id === me
  switch (operation.do) {
    case 'create': {
      if (event.action !== 'created') return false
      // While its answer is on the way, nobody knows the id of the new thing.
      if (!answer) return isMine && event.lead_id === operation.leadId && kindOf(event) === operation.object
      return event.object_id === answer['id']
    }
    case 'delete':
      return event.action === 'deleted' && event.object_id === operation.objectId
    case 'update': {
      if (event.action !== 'updated' || event.object_id !== operation.objectId) return false
      if (answer && isAnswered(event, answer)) return true
      return isMine && Object.entries(operation.patch).every(([key, value]) => isWritten(event, key, value))
    }
  }
}

/** Whether a write was answered with just what the event says: at this moment, with these values. */
function isAnswered({ data, changed_fields }: LogEvent, answer: Fields): boolean {
  if (momentOf(answer['date_updated']) !== momentOf(data?.['date_updated'])) return false
  return (changed_fields ?? []).every(
    (field) => !(field in answer) || isSameValue(field, answer[field], data?.[field]),
  )
}

/** Whether it is this very event that brought the value: a later one has it, too. */
function isWritten({ data, previous_data: before }: LogEvent, key: string, value: unknown): boolean {
  const { field, op } = parsePatchKey(key)
  if (!before || !(field in before)) return false
  if (op === 'set') return isSameValue(field, data?.[field], value)
  const [had, has] = [before, data].map((all) => asList(all?.[field]).includes(value))
  return had === (op === 'remove') && has === (op === 'add')
}

/** The kind of thing an event is about, in the words of operations; null for anything else. */
export function kindOf({ object_type: type }: LogEvent): Operation['object'] | 'activity' | null {
  if (type === 'lead' || type === 'contact' || type === 'opportunity') return type
  if (type.startsWith('task.')) return 'task'
  if (type === 'activity.note' || type === 'activity.call') return type === 'activity.note' ? 'note' : 'call'
  return type.startsWith('activity.') ? 'activity' : null
}

/** A value that a write of our own replaced without anybody having seen it: it came in the gap before the write. */
export type Overwritten = { operation: Operation; field: string; was: unknown }

/**
 * What own writes replaced unseen, by the `previous_data` of their events. What the value was when the person
 * set it, or what they themselves set shortly before, is no loss.
 */
export function overwrittenBy(
  event: LogEvent,
  writes: readonly OwnWrite[],
  me: string | undefined,
): Overwritten[] {
  const own = writes.filter(
    ({ operation }) => operation.do === 'update' && operation.objectId === event.object_id,
  )
  const cause = own.findLast((write) => isOf(event, write, me))
  const operation = cause?.operation
  if (operation?.do !== 'update') return []
  return Object.keys(operation.patch).flatMap((key) => {
    const { field, op } = parsePatchKey(key)
    const before = event.previous_data
    if (op !== 'set' || !before || !(field in before)) return []
    // Without a base nobody knows what was seen.
    if (!(field in operation.base)) return []
    const seen = own.flatMap(({ operation: one }) =>
      one.do === 'update' ? [one.base, one.patch].filter((all) => field in all) : [],
    )
    const was = before[field]
    if (seen.some((all) => isSameValue(field, all[field], was))) return []
    return [{ operation, field, was }]
  })
}

/** What somebody else did to a lead or to something below it. */
export type LeadNews = {
  /** Of the event; a later one that shares it has another time. */
  id: string
  leadId: string
  object: Operation['object'] | 'activity'
  objectId: string
  action: 'created' | 'updated' | 'deleted' | 'merged'
  userId: string | null
  /** Milliseconds since the epoch. */
  at: number
  /** The object's `date_updated` after it, or what comes closest. */
  stamp: string
  /** The fields that a person would notice. */
  fields: readonly string[]
  /** The object now; null where the log does not tell. */
  data: Fields | null
  /** All keys that changed, bookkeeping included. */
  changed: readonly string[]
  /** What it was before, as far as it is told. */
  before: Fields
  /** Where a lead went that was merged away. */
  mergedInto: string | null
}

const ACTIONS: Readonly<Record<string, LeadNews['action']>> = {
  created: 'created',
  updated: 'updated',
  deleted: 'deleted',
  merged: 'merged',
}

/** An event as news about a lead; null when it is not about one. */
export function leadNews(event: LogEvent): LeadNews | null {
  const object = kindOf(event)
  const action = ACTIONS[event.action]
  const { object_id: objectId } = event
  const leadId = event.lead_id ?? (object === 'lead' ? objectId : null)
  if (!object || !action || !leadId || !objectId) return null
  const hasData = event.data !== null && event.data !== undefined && Object.keys(event.data).length > 0
  const into = event.meta?.['merge_destination_lead_id']
  const isGone = object === 'lead' && action === 'deleted'
  return {
    id: event.id,
    leadId,
    object,
    objectId,
    action,
    userId: event.user_id ?? null,
    at: eventTime(event),
    stamp: stampOf(event),
    fields: leadChanges([event]).flatMap(({ fields }) => fields.map(({ field }) => field)),
    data: hasData ? (event.data ?? null) : null,
    changed: event.changed_fields ?? [],
    before: event.previous_data ?? {},
    mergedInto: isGone && typeof into === 'string' && into !== leadId ? into : null,
  }
}

function stampOf({ data, date_updated, date_created }: LogEvent): string {
  const stamp = data?.['date_updated']
  return typeof stamp === 'string' ? stamp : `${date_updated ?? date_created}+00:00`
}

/** Whether an event changed what everybody works with: statuses and definitions of fields. */
export function isAboutSettings({ object_type: type }: LogEvent): boolean {
  return type.startsWith('status.') || type.startsWith('custom_fields.')
}
