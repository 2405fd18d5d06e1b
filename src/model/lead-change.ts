import * as z from 'zod/mini'

/** Who changed what on a lead, read from the event log. Source: Event Log; contract 19. */

const values = z.catch(z.nullish(z.record(z.string(), z.unknown())), null)

export const leadEventSchema = z.looseObject({
  id: z.string(),
  action: z.string(),
  date_created: z.string(),
  user_id: z.nullish(z.string()),
  changed_fields: z.catch(z.nullish(z.array(z.string())), null),
  data: values,
  previous_data: values,
  meta: values,
})
export type LeadEvent = z.infer<typeof leadEventSchema>

export type FieldChange = { field: string; before: unknown; after: unknown }

export type LeadChange = {
  id: string
  /** ISO 8601 in UTC. */
  at: string
  userId: string | null
  action: string
  /** The fields in the order of the event; none for one that changed nothing a person sees. */
  fields: FieldChange[]
  /** Whether old and new values came along. They are kept from people without rights after an hour. */
  hasValues: boolean
  /** Several leads were changed at once. */
  isBulk: boolean
}

/** What the server derives or keeps for itself. */
const DERIVED: ReadonlySet<string> = new Set([
  'id',
  'organization_id',
  'date_created',
  'date_updated',
  'created_by',
  'created_by_name',
  'updated_by',
  'updated_by_name',
  'display_name',
  'status_label',
  'html_url',
])

/**
 * The changes that events of one lead tell of, in their order. An update of derived fields alone is none.
 * A field that an event names without its old value was empty before.
 */
export function leadChanges(events: readonly LeadEvent[]): LeadChange[] {
  return events.flatMap((event) => {
    const before = event.previous_data ?? {}
    const after = event.data ?? {}
    const names = event.changed_fields ?? Object.keys(before)
    const fields = event.action === 'updated' ? names.filter((name) => !DERIVED.has(name)) : []
    if (event.action === 'updated' && fields.length === 0) return []
    return {
      id: event.id,
      at: asUtc(event.date_created),
      userId: event.user_id ?? null,
      action: event.action,
      fields: fields.map((field) => ({
        field,
        before: shownValue(before, field),
        after: shownValue(after, field),
      })),
      hasValues: event.data !== null && event.data !== undefined,
      isBulk: typeof event.meta?.['bulk_action_id'] === 'string',
    }
  })
}

/** A status by the name it had then: it may be gone by now. */
function shownValue(data: Readonly<Record<string, unknown>>, field: string): unknown {
  return field === 'status_id' ? (data['status_label'] ?? data['status_id']) : data[field]
}

/** The changes of one field alone, each without what else was changed with it. */
export function changesOf(changes: readonly LeadChange[], field: string): LeadChange[] {
  return changes.flatMap((change) => {
    const fields = change.fields.filter((one) => one.field === field)
    return fields.length > 0 ? { ...change, fields } : []
  })
}

/** The values that a list gained and lost; null when neither side is a list. */
export function listDifference(
  before: unknown,
  after: unknown,
): { added: unknown[]; removed: unknown[] } | null {
  if (!Array.isArray(before) && !Array.isArray(after)) return null
  const old = asValues(before)
  const now = asValues(after)
  const missing = (value: unknown, among: unknown[]) => {
    const wanted = JSON.stringify(value)
    return !among.some((other) => JSON.stringify(other) === wanted)
  }
  return {
    added: now.filter((value) => missing(value, old)),
    removed: old.filter((value) => missing(value, now)),
  }
}

function asValues(value: unknown): unknown[] {
  if (value === undefined || value === null || value === '') return []
  return Array.isArray(value) ? value : [value]
}

/** Timestamps of events carry no zone and are in UTC. Source: contract 7. */
function asUtc(stamp: string): string {
  return /(Z|[+-]\d\d:?\d\d)$/i.test(stamp) ? stamp : `${stamp}Z`
}
