import { userName } from '#mocks/engine/lookups.ts'
import { listOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { activityTime, type LeadFacts } from './lead-facts.ts'
import { countOf, present, smart, type SmartField, type SmartKind, type SmartValue } from './smart-field.ts'

/** An activity's property, made from the activity and what surrounds it. */
type Aspect = { kind: SmartKind; of(activity: Rec, facts: LeadFacts): unknown }

const at: Aspect = { kind: 'moment', of: activityTime }
const created: Aspect = { kind: 'moment', of: (activity) => activity['date_created'] }
const userId: Aspect = { kind: 'user', of: userOf }
const byName: Aspect = { kind: 'text', of: (activity, facts) => userName(facts.reader, userOf(activity)) }
const type: Aspect = { kind: 'text', of: (activity) => activity['_type'] }
const key = (name: string, kind: SmartKind = 'text'): Aspect => ({
  kind,
  of: (activity) => activity[name],
})
const joined = (name: string): Aspect => ({
  kind: 'text',
  of: (activity) => (Array.isArray(activity[name]) ? activity[name].join(', ') : activity[name]),
})

const note = typed('Note')
const call = typed('Call')
const email = typed('Email')
const sms = typed('SMS')
const meeting = typed('Meeting')
const incoming = (rec: Rec) => rec['direction'] === 'incoming' || rec['direction'] === 'inbound'
const outgoing = (rec: Rec) => rec['direction'] === 'outgoing' || rec['direction'] === 'outbound'
const sent = (rec: Rec) => outgoing(rec) && rec['status'] === 'sent'
const and =
  (...tests: ((rec: Rec) => boolean)[]) =>
  (rec: Rec) =>
    tests.every((test) => test(rec))

/** Smart Fields that come from a lead's activities. Source: contract 15. */
export const ACTIVITY_SMART_FIELDS: readonly SmartField[] = [
  ...counts({
    num_activities: () => true,
    num_notes: note,
    num_calls: call,
    num_incoming_calls: and(call, incoming),
    num_outgoing_calls: and(call, outgoing),
    num_missed_calls: and(call, incoming, (rec) => rec['disposition'] === 'no-answer'),
    num_emails: email,
    num_sent_emails: and(email, sent),
    num_outgoing_emails: and(email, outgoing),
    num_received_emails: and(email, incoming),
    num_sms: sms,
    num_sent_sms: and(sms, outgoing),
    num_received_sms: and(sms, incoming),
    num_meetings: meeting,
    num_upcoming_meetings: and(meeting, withStatus('upcoming')),
    num_completed_meetings: and(meeting, withStatus('completed')),
    num_in_progress_meetings: and(meeting, withStatus('in-progress')),
    num_canceled_meetings: and(meeting, withStatus('canceled')),
    num_declined_meetings: and(meeting, (rec) => textOf(rec, 'status')?.startsWith('declined-') ?? false),
    num_declined_by_lead_meetings: and(meeting, withStatus('declined-by-lead')),
    num_declined_by_org_meetings: and(meeting, withStatus('declined-by-org')),
    times_communicated: isCommunication,
  }),
  ...smart('number', ['activity'], {
    num_email_attachments: (facts) =>
      facts.activitiesOf('Email').reduce((sum, rec) => sum + listOf(rec, 'attachments').length, 0),
  }),
  ...both(isCommunication, {
    communication_date: at,
    communication_type: type,
    communication_summary: { kind: 'text', of: summaryOf },
    communication_user_id: userId,
    communication_user_name: byName,
  }),
  ...last(() => true, {
    last_activity_date: at,
    last_activity_type: type,
    last_activity_user_id: userId,
    last_activity_user_name: byName,
  }),
  ...first(typed('Created'), { first_source: key('source') }),
  ...first(call, {
    first_call_created: created,
    first_call_note: key('note'),
    first_call_disposition: key('disposition'),
    first_call_outcome_id: key('outcome_id'),
    first_call_user: byName,
  }),
  ...last(call, {
    last_call_created: created,
    last_call_duration: key('duration', 'number'),
    last_call_note: key('note'),
    last_call_disposition: key('disposition'),
    last_call_outcome_id: key('outcome_id'),
    last_call_user_id: userId,
    last_call_user_name: byName,
  }),
  ...both(and(call, incoming), { incoming_call_date: at }),
  ...both(and(call, outgoing), { outgoing_call_date: at }),
  ...both(
    and(call, (rec) => typeof rec['voicemail_duration'] === 'number' && rec['voicemail_duration'] > 0),
    { voicemail_duration: key('voicemail_duration', 'number') },
  ),
  ...first(email, {
    first_email: key('subject'),
    first_email_created: created,
    first_email_from: key('sender'),
    first_email_to: joined('to'),
    first_email_cc: joined('cc'),
    first_email_bcc: joined('bcc'),
    first_email_template: key('template_id'),
    first_email_user: byName,
  }),
  ...first(and(email, sent), { first_emailed: at }),
  ...last(email, {
    last_email_date: at,
    last_email_subject: key('subject'),
    last_email_from: key('sender'),
    last_email_to: joined('to'),
    last_email_cc: joined('cc'),
    last_email_bcc: joined('bcc'),
    last_email_user: byName,
  }),
  ...both(and(email, incoming), { incoming_email_date: at }),
  ...both(and(email, outgoing), { outgoing_email_date: at }),
  ...both(sms, { sms_date: at, sms_text: key('text'), sms_user: byName, sms_created: created }),
  ...both(and(sms, outgoing), { sent_sms_date: at, outgoing_sms_date: at }),
  ...both(and(sms, incoming), { received_sms_date: at, incoming_sms_date: at }),
  ...both(note, { note_by: byName }),
  ...last(note, { last_note_created: created }),
  ...last(typed('LeadStatusChange'), { last_lead_status_change_date: at }),
  ...last(typed('OpportunityStatusChange'), { last_opportunity_status_change_date: at }),
  ...first(typed('OpportunityStatusChange'), {
    first_opportunity_status_change_old_status: key('old_status_label'),
    first_opportunity_status_change_new_status: key('new_status_label'),
  }),
]

function counts(tests: Record<string, (rec: Rec) => boolean>): SmartField[] {
  const values = Object.entries(tests).map(([name, test]): [string, SmartValue] => [
    name,
    (facts) => countOf(facts.activities, test),
  ])
  return smart('number', ['activity'], Object.fromEntries(values))
}

function first(test: (rec: Rec) => boolean, aspects: Record<string, Aspect>): SmartField[] {
  return fromOne((facts) => facts.activities.find(test), aspects)
}

function last(test: (rec: Rec) => boolean, aspects: Record<string, Aspect>): SmartField[] {
  return fromOne((facts) => facts.activities.findLast(test), aspects)
}

/** The same aspects of the first and of the last matching activity: `first_NAME` and `last_NAME`. */
function both(test: (rec: Rec) => boolean, aspects: Record<string, Aspect>): SmartField[] {
  const named = (prefix: string) =>
    Object.fromEntries(Object.entries(aspects).map(([name, aspect]) => [prefix + name, aspect]))
  return [...first(test, named('first_')), ...last(test, named('last_'))]
}

function fromOne(pick: (facts: LeadFacts) => Rec | undefined, aspects: Record<string, Aspect>): SmartField[] {
  return Object.entries(aspects).map(([name, aspect]) => ({
    name,
    kind: aspect.kind,
    from: ['activity'],
    value(facts) {
      const activity = pick(facts)
      return activity && present(aspect.of(activity, facts))
    },
  }))
}

/** Calls, e-mails and messages that were exchanged, and meetings that took place. */
function isCommunication(activity: Rec): boolean {
  switch (activity['_type']) {
    case 'Call':
      return true
    case 'Email':
    case 'SMS':
      return !['draft', 'scheduled', 'outbox', 'error'].includes(textOf(activity, 'status') ?? '')
    case 'WhatsAppMessage':
      return true
    case 'Meeting':
      return activity['status'] === 'completed'
    default:
      return false
  }
}

function summaryOf(activity: Rec): unknown {
  return ['subject', 'text', 'note', 'title'].map((name) => activity[name]).find((value) => present(value))
}

function userOf(activity: Rec): unknown {
  return activity['user_id'] ?? activity['created_by']
}

function typed(name: string): (rec: Rec) => boolean {
  return (rec) => rec['_type'] === name
}

function withStatus(status: string): (rec: Rec) => boolean {
  return (rec) => rec['status'] === status
}
