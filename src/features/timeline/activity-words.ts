import { contactName } from '#fields/custom-text.ts'
import { formatDateTime, formatMoney } from '#fields/value-format.ts'
import type { Activity } from '#model/activity.ts'
import type { Contact } from '#model/lead.ts'

import { durationText, meetingTime } from './moment-words.ts'
import { plainText } from './plain-text.ts'

/** Who and where the words are for; locale and zone are the user's by default. */
export type WordsContext = {
  /** The lead's. */
  contacts: readonly Contact[]
  locale?: string | undefined
  timeZone?: string | undefined
}

/** What an activity says in words: a headline, short facts beside it, and the beginning of its text. */
export type ActivityWords = { title: string; facts: string[]; text: string }

/** An activity in words, on a line or two. A type that is not known is named as the API names it. */
export function activityWords(activity: Activity, context: WordsContext): ActivityWords {
  const { facts, ...rest } = (WORDS[activity._type] ?? unknown)(activity, context)
  return { ...rest, facts: facts.filter((fact): fact is string => !!fact) }
}

type Fact = string | null | undefined | false
type Words = (activity: Activity, context: WordsContext) => { title: string; facts: Fact[]; text: string }

const note: Words = (activity) => ({
  title: activity.title || 'Note',
  facts: [activity.pinned && 'Pinned', attachments(activity)],
  text: noteText(activity),
})

const call: Words = (activity, context) => {
  const who = withWhom(activity, context)
  const isInbound = activity.direction === 'inbound' || activity.direction === 'incoming'
  const outcome = callOutcome(activity)
  const title = isInbound
    ? `${outcome === 'no answer' ? 'Missed call' : 'Call'} from ${who}`
    : `Called ${who}`
  return {
    title,
    facts: [
      isInbound && outcome === 'no answer' ? null : sentence(outcome),
      activity.duration ? durationText(activity.duration) : null,
      activity.recording_url && 'Recorded',
    ],
    text: noteText(activity),
  }
}

const email: Words = (activity, context) => {
  const preview = activity.body_text || activity.body_preview || plainText(activity.body_html ?? '')
  return {
    title: sending(activity, context, EMAIL_VERBS),
    facts: [
      activity.status === 'scheduled' && scheduled(activity, context),
      attachments(activity),
      openings(activity.opens?.length ?? 0),
    ],
    text: [activity.subject || 'No subject', shortened(preview)].filter(Boolean).join(' — '),
  }
}

const sms: Words = (activity, context) => ({
  title: sending(activity, context, SMS_VERBS),
  facts: [activity.status === 'scheduled' && scheduled(activity, context), activity.error_message],
  text: shortened(activity.text ?? ''),
})

const whatsApp: Words = (activity, context) => ({
  title: sending(activity, context, WHATSAPP_VERBS),
  facts: [attachments(activity)],
  text: shortened(activity.text || plainText(activity.message_html ?? '')),
})

const meeting: Words = (activity, { locale, timeZone }) => ({
  title: activity.title ? `Meeting: ${activity.title}` : 'Meeting',
  facts: [
    meetingTime(activity.starts_at, activity.ends_at, locale, timeZone),
    MEETING_STATUSES[activity.status ?? ''],
    activity.location,
  ],
  text: shortened(plainText(activity.user_note_html ?? '')),
})

const statusChange: Words = (activity) => ({
  title: `Status: ${fromTo(activity.old_status_label, activity.new_status_label)}`,
  facts: [],
  text: '',
})

const opportunityChange: Words = (activity, { locale }) => {
  const { old_pipeline_name: oldPipeline, new_pipeline_name: newPipeline } = activity
  return {
    title: `Opportunity: ${fromTo(activity.old_status_label, activity.new_status_label)}`,
    facts: [
      typeof activity.opportunity_value === 'number' &&
        formatMoney(
          activity.opportunity_value,
          activity.opportunity_value_currency,
          activity.opportunity_value_period,
          locale,
        ),
      oldPipeline && newPipeline && oldPipeline !== newPipeline
        ? `${oldPipeline} → ${newPipeline}`
        : newPipeline,
    ],
    text: '',
  }
}

const merge: Words = (activity) => {
  const source = activity.source_lead_name || 'another lead'
  const status = activity.merge_status ?? activity.status
  const isUnderWay = status === 'in-progress' || status === 'created'
  return {
    title: isUnderWay ? `Merging ${source} into this lead` : `Merged ${source} into this lead`,
    facts: [],
    text: '',
  }
}

const created: Words = (activity) => ({
  title: 'Lead created',
  facts: [SOURCES[activity.source ?? ''] ?? (activity.source ? `Through ${activity.source}` : null)],
  text: '',
})

const taskCompleted: Words = (activity) => ({
  title: `Completed task: ${activity.task_text || 'without text'}`,
  facts: [
    activity.task_assigned_to_name &&
      activity.task_assigned_to_name !== activity.user_name &&
      `Assigned to ${activity.task_assigned_to_name}`,
  ],
  text: '',
})

const emailThread: Words = (activity) => ({ title: 'Email thread', facts: [], text: activity.subject ?? '' })

const form: Words = () => ({ title: 'Form submitted', facts: [], text: '' })

const custom: Words = (activity) => ({
  title: activity.title || 'Custom activity',
  facts: [activity.status === 'draft' && 'Draft'],
  text: shortened(plainText(activity.note_html ?? activity.note ?? '')),
})

/** `SomethingNew` reads as "Something new". */
const unknown: Words = (activity) => ({
  title: sentence(
    activity._type
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .toLowerCase(),
  ),
  facts: [],
  text: noteText(activity),
})

const WORDS: Readonly<Record<string, Words>> = {
  Note: note,
  Call: call,
  Email: email,
  EmailThread: emailThread,
  SMS: sms,
  WhatsAppMessage: whatsApp,
  Meeting: meeting,
  LeadStatusChange: statusChange,
  OpportunityStatusChange: opportunityChange,
  LeadMerge: merge,
  Created: created,
  TaskCompleted: taskCompleted,
  FormSubmission: form,
  Custom: custom,
}

type Verbs = { sent: string; received: string; noun: string }
const EMAIL_VERBS: Verbs = { sent: 'Emailed', received: 'Email from', noun: 'Email' }
const SMS_VERBS: Verbs = { sent: 'Texted', received: 'Text from', noun: 'Text' }
const WHATSAPP_VERBS: Verbs = { sent: 'WhatsApp to', received: 'WhatsApp from', noun: 'WhatsApp' }

/** "Emailed Asha Verma", "Draft to …", "Text to … was not sent". Source: contract 13, statuses of e-mails and SMS. */
function sending(activity: Activity, context: WordsContext, verbs: Verbs): string {
  const isReceived =
    activity.direction === 'incoming' || activity.direction === 'inbound' || activity.status === 'inbox'
  if (isReceived) return `${verbs.received} ${withWhom(activity, context)}`
  const who = withWhom(activity, context)
  switch (activity.status) {
    case 'draft':
      return `${verbs.noun} draft to ${who}`
    case 'scheduled':
      return `${verbs.noun} to ${who}`
    case 'outbox':
      return `${verbs.noun} to ${who} is being sent`
    case 'error':
      return `${verbs.noun} to ${who} was not sent`
    default:
      return `${verbs.sent} ${who}`
  }
}

/** The other side: the contact's name, else the address or number. */
function withWhom(activity: Activity, { contacts }: WordsContext): string {
  const address = otherAddress(activity)
  const called = digits(activity.remote_phone || activity.phone)
  const contact =
    contacts.find(({ id }) => id === activity.contact_id) ??
    contacts.find(
      ({ emails }) => address !== null && emails?.some(({ email }) => sameText(email, address)),
    ) ??
    contacts.find(({ phones }) => called !== '' && phones?.some(({ phone }) => digits(phone) === called))
  const more = isToMany(activity) ? ` and ${(activity.to?.length ?? 0) - 1} more` : ''
  if (contact) return contactName(contact) + more
  const number = activity.remote_phone_formatted || activity.remote_phone || activity.phone
  return (address || number || 'somebody') + more
}

function isToMany(activity: Activity): boolean {
  return activity._type === 'Email' && activity.direction !== 'incoming' && (activity.to?.length ?? 0) > 1
}

/** The bare address of `Asha Verma <asha@northwind.example>`, of whoever is not us; null when there is none. */
function otherAddress(activity: Activity): string | null {
  const isIncoming = activity.direction === 'incoming' || activity.status === 'inbox'
  const given = isIncoming ? activity.sender : activity.to?.[0]
  return given ? (/<([^<>\s]+)>\s*$/.exec(given)?.[1] ?? given) : null
}

function digits(phone: string | null | undefined): string {
  return phone?.replace(/\D/g, '') ?? ''
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

const OUTCOMES: Readonly<Record<string, string>> = {
  'no-answer': 'no answer',
  'vm-answer': 'voicemail answered',
  'vm-left': 'left a voicemail',
  busy: 'busy',
  blocked: 'blocked',
  error: 'failed',
  failed: 'failed',
  abandoned: 'abandoned',
  timeout: 'no answer',
  cancel: 'cancelled',
  created: 'not started yet',
  'in-progress': 'under way',
}

/** How a call ended where that is worth a word: an answered one speaks for itself. */
function callOutcome(activity: Activity): string {
  return OUTCOMES[activity.disposition || activity.status || ''] ?? ''
}

const MEETING_STATUSES: Readonly<Record<string, string>> = {
  upcoming: 'Upcoming',
  'in-progress': 'Under way',
  completed: 'Took place',
  canceled: 'Cancelled',
  'declined-by-lead': 'Declined by the lead',
  'declined-by-org': 'Declined by us',
}

const SOURCES: Readonly<Record<string, string>> = {
  ui: 'By hand',
  api: 'Through the API',
  import: 'By an import',
  clipper: 'With the web clipper',
  email: 'From an email',
  suggestion: 'From a suggestion',
  ai: 'By an AI agent',
  whatsapp: 'From WhatsApp',
  webform: 'Through a web form',
  'segment-integration': 'Through Segment',
  'customerio-integration': 'Through Customer.io',
  'calendly-integration': 'Through Calendly',
}

function noteText(activity: Activity): string {
  return shortened(activity.note || plainText(activity.note_html ?? ''))
}

function attachments(activity: Activity): string | null {
  const count = activity.attachments?.length ?? 0
  return count === 0 ? null : count === 1 ? '1 attachment' : `${count} attachments`
}

function openings(count: number): string | null {
  return count === 0 ? null : count === 1 ? 'Opened once' : `Opened ${count} times`
}

function scheduled(activity: Activity, { locale, timeZone }: WordsContext): string {
  const at = activity.date_scheduled
  return at ? `Scheduled for ${formatDateTime(at, locale, timeZone)}` : 'Scheduled'
}

function fromTo(from: string | null | undefined, to: string | null | undefined): string {
  return `${from || 'none'} → ${to || 'none'}`
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** As much of a text as a preview may show, on one line. */
function shortened(text: string): string {
  return text.slice(0, 600).replace(/\s+/g, ' ').trim().slice(0, 300)
}
