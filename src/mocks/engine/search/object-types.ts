import type { Rec } from '#mocks/engine/state.ts'
import type { SearchTable } from './search-index.ts'

/** Kinds of activities by their name in a query, with the `_type` that records carry. Source: contract 13, 18. */
const ACTIVITY_TYPES: ReadonlyMap<string, string> = new Map([
  ['activity.note', 'Note'],
  ['activity.call', 'Call'],
  ['activity.email', 'Email'],
  ['activity.email_thread', 'EmailThread'],
  ['activity.sms', 'SMS'],
  ['activity.whatsapp_message', 'WhatsAppMessage'],
  ['activity.meeting', 'Meeting'],
  ['activity.custom_activity', 'Custom'],
  ['activity.created', 'Created'],
  ['activity.form_submission', 'FormSubmission'],
  ['activity.lead_status_change', 'LeadStatusChange'],
  ['activity.opportunity_status_change', 'OpportunityStatusChange'],
  ['activity.lead_merge', 'LeadMerge'],
  ['activity.task_completed', 'TaskCompleted'],
])

/** Lists inside a record that a query may look into as related objects: owner, key of the list. */
const PARTS: ReadonlyMap<string, { owner: SearchTable; key: string }> = new Map([
  ['address', { owner: 'lead', key: 'addresses' }],
  ['contact_email', { owner: 'contact', key: 'emails' }],
  ['contact_phone', { owner: 'contact', key: 'phones' }],
  ['contact_url', { owner: 'contact', key: 'urls' }],
])

/**
 * What a query's objects are: records of a table (of one `_type` for `activity.call` and the like), or parts
 * of a record such as a contact's e-mails.
 */
export type ObjectType =
  | { kind: 'records'; name: string; table: SearchTable; activityType: string | undefined }
  | { kind: 'parts'; name: string; owner: SearchTable; key: string }

/** Objects that a search can answer with. */
export type RecordType = Extract<ObjectType, { kind: 'records' }>

/** The object type of that name; undefined when there is none. Source: contract 18, "Query nodes". */
export function objectType(name: string): ObjectType | undefined {
  const part = PARTS.get(name)
  if (part) return { kind: 'parts', name, ...part }
  const activityType = ACTIVITY_TYPES.get(name)
  if (activityType !== undefined) return { kind: 'records', name, table: 'activity', activityType }
  switch (name) {
    case 'lead':
    case 'contact':
    case 'opportunity':
    case 'task':
    case 'activity':
    case 'custom_object':
      return { kind: 'records', name, table: name, activityType: undefined }
    default:
      return undefined
  }
}

/** The object type that fields and relations go by: all activities are one. */
export function familyOf(type: ObjectType): string {
  return type.kind === 'records' ? type.table : type.name
}

/** Whether a record of the type's table is of that type. */
export function isOfType(type: RecordType, rec: Rec): boolean {
  return type.activityType === undefined || rec['_type'] === type.activityType
}
