/** How a Smart Field's value is shown. */
export type SmartFieldKind = 'number' | 'date' | 'text'
export type SmartField = { name: string; label: string; kind: SmartFieldKind }
export type SmartFieldGroup = { label: string; fields: readonly SmartField[] }

const LABELS: Record<string, string> = {
  last_communication_date: 'Last contacted',
  last_communication_type: 'Last contacted through',
  last_communication_user_name: 'Last contacted by',
  first_communication_date: 'First contacted',
  last_lead_status_change_date: 'Status changed',
  last_note_created: 'Last note',
  next_task_date: 'Next task due',
  next_task_text: 'Next task',
  num_tasks: 'Tasks, all',
  num_opportunities: 'Opportunities, all',
  primary_opportunity_status_label: 'Main opportunity',
  primary_opportunity_confidence: 'Its confidence, %',
  first_source: 'Came from',
}

/**
 * The Smart Fields worth a rep's look, out of the many that Close computes. Names that an organisation does
 * not have are ignored by the server. Source: contract 15.
 */
export const SMART_FIELD_GROUPS: readonly SmartFieldGroup[] = [
  group('Communication', [
    'last_communication_date',
    'last_communication_type',
    'last_communication_user_name',
    'last_activity_date',
    'first_communication_date',
    'times_communicated',
    'num_activities',
  ]),
  group('Emails and calls', [
    'num_emails',
    'num_sent_emails',
    'num_received_emails',
    'last_email_date',
    'last_email_subject',
    'num_calls',
    'last_incoming_call_date',
    'last_outgoing_call_date',
    'num_sms',
    'num_notes',
    'last_note_created',
  ]),
  group('Meetings and tasks', [
    'num_meetings',
    'num_upcoming_meetings',
    'next_task_date',
    'next_task_text',
    'num_tasks',
    'num_completed_tasks',
  ]),
  group('Pipeline', [
    'last_lead_status_change_date',
    'num_opportunities',
    'num_active_opportunities',
    'num_won_opportunities',
    'num_lost_opportunities',
    'primary_opportunity_status_label',
    'primary_opportunity_confidence',
  ]),
  group('Lead', ['num_contacts', 'num_email_addresses', 'num_phone_numbers', 'local_time', 'first_source']),
]

/** Their names, for `_fields`. */
export const SMART_FIELD_NAMES: readonly string[] = SMART_FIELD_GROUPS.flatMap((group) =>
  group.fields.map((field) => field.name),
)

/** A Smart Field's name for people: `num_sent_emails` is "Sent emails", `last_email_date` "Last email". */
export function smartFieldLabel(name: string): string {
  const known = LABELS[name]
  if (known) return known
  const words = name
    .replace(/^num_/, '')
    .replace(/_(date|created|user_name)$/, (_all, end: string) => (end === 'user_name' ? '_by' : ''))
    .replaceAll('_', ' ')
    .replace(/\bsms\b/g, 'SMS')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The fields of a group that have a value in the server's answer, in their order. */
export function valuesOf(
  group: SmartFieldGroup,
  answer: Readonly<Record<string, unknown>>,
): { field: SmartField; value: string | number }[] {
  return group.fields.flatMap((field) => {
    const value = answer[field.name]
    const isShown = typeof value === 'number' || (typeof value === 'string' && value !== '')
    return isShown ? [{ field, value }] : []
  })
}

function group(label: string, names: readonly string[]): SmartFieldGroup {
  return {
    label,
    fields: names.map((name) => ({ name, label: smartFieldLabel(name), kind: kindOf(name) })),
  }
}

function kindOf(name: string): SmartFieldKind {
  if (/_date$|_created$/.test(name)) return 'date'
  return /^num_|^times_|_confidence$/.test(name) ? 'number' : 'text'
}
