import type { Call } from '#mocks/engine/call.ts'
import { leadContacts } from '#mocks/engine/lookups.ts'
import { isSame, textOf } from '#mocks/engine/record.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import { naive, stamp } from '#mocks/engine/stamp.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { LEAD_OWN_VIEW } from '#mocks/engine/view/lead-view.ts'
import { render } from '#mocks/engine/view/view.ts'

export type EventData = Readonly<Record<string, unknown>>

/** Keys that each write changes: alone they are no update worth an event. */
const BOOKKEEPING = new Set(['date_updated', 'updated_by', 'updated_by_name'])

const OBJECT_TYPES: Partial<Record<Table, string>> = {
  lead: 'lead',
  contact: 'contact',
  opportunity: 'opportunity',
  lead_status: 'status.lead',
  opportunity_status: 'status.opportunity',
  pipeline: 'pipeline',
  saved_search: 'saved_search',
  membership: 'membership',
  role: 'role',
  custom_activity_type: 'custom_activity_type',
  custom_object_type: 'custom_object_type',
  custom_object: 'custom_object',
  integration_link: 'integration_link',
  email_template: 'email_template',
  export: 'export.lead',
}

/**
 * What events say about a record: a lead's own fields without its children, anything else in full. It is to be
 * taken before a write changes the record or what is derived for it. Source: Event Log; contract 19.
 */
export function eventData(call: Call, table: Table, rec: Rec): EventData {
  if (table !== 'lead') return serialize(call.tx, table, rec, undefined, call)
  return { ...render(LEAD_OWN_VIEW, call.tx, rec, undefined, call), contact_ids: contactIds(call, rec) }
}

function contactIds(call: Call, lead: Rec): unknown {
  return lead['contact_ids'] ?? leadContacts(call.tx, lead).map((contact) => contact.id)
}

/** A `created` event with the whole object. */
export function logCreated(call: Call, table: Table, rec: Rec): void {
  logEvent(call, table, rec, 'created', eventData(call, table, rec), {})
}

/** An `updated` event with the changed keys and their `before` values; none when only bookkeeping changed. */
export function logUpdated(call: Call, table: Table, before: EventData, rec: Rec): void {
  const data = eventData(call, table, rec)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(data)])]
  const changed = keys.filter((key) => !isSame(before[key], data[key]))
  if (changed.every((key) => BOOKKEEPING.has(key))) return
  const previous = Object.fromEntries(changed.map((key) => [key, before[key] ?? null]))
  logEvent(call, table, rec, 'updated', data, previous, changed)
}

/** A `deleted` event with the whole object in `previous_data`. */
export function logDeleted(call: Call, table: Table, before: EventData, rec: Rec): void {
  logEvent(call, table, rec, 'deleted', {}, before)
}

/** An event of any action; tables that the log does not know have none. Source: Event Log; contract 19. */
export function logEvent(
  call: Call,
  table: Table,
  rec: Rec,
  action: 'created' | 'updated' | 'deleted' | 'merged',
  data: EventData,
  previous: EventData,
  changed: string[] = [],
): void {
  const objectType = objectTypeOf(table, rec)
  if (!objectType) return
  const now = naive(stamp(call.now))
  call.tx.put('event', {
    id: call.newId('ev_'),
    date_created: now,
    date_updated: now,
    organization_id: data['organization_id'] ?? previous['organization_id'] ?? null,
    user_id: call.callerId,
    request_id: call.requestId,
    api_key_id: null,
    object_type: objectType,
    object_id: rec.id,
    lead_id: table === 'lead' ? rec.id : textOf(rec, 'lead_id'),
    action,
    changed_fields: changed,
    data,
    previous_data: previous,
    meta: { request_method: call.method, request_path: `/api/v1${call.path}`, ...call.eventMeta },
  })
}

/** How the event log names a kind of object, e.g. `activity.lead_status_change`. Source: Event Log; contract 19. */
function objectTypeOf(table: Table, rec: Rec): string | undefined {
  const type = textOf(rec, '_type') ?? ''
  if (table === 'task') return `task.${type || 'lead'}`
  if (table === 'activity') return `activity.${ACTIVITY_NAMES[type] ?? snakeCase(type)}`
  if (table === 'custom_field') return `custom_fields.${textOf(rec, 'object_type')}`
  if (table === 'bulk_action') return `bulk_action.${textOf(rec, 'action')}`
  return OBJECT_TYPES[table]
}

const ACTIVITY_NAMES: Record<string, string> = {
  SMS: 'sms',
  EmailThread: 'email_thread',
  WhatsAppMessage: 'whatsapp_message',
  Custom: 'custom_activity',
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
}
