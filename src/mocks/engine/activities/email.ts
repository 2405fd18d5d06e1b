import * as check from '#mocks/engine/http/validate.ts'
import { readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { listOf, textOf } from '#mocks/engine/record.ts'
import { normalizeStamp, stamp } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { attachments, optionalText, type ActivityBody, type ActivityKind } from './kind.ts'
import { textOfHtml } from '#mocks/engine/note-text.ts'

const STATUSES = ['inbox', 'draft', 'scheduled', 'outbox', 'sent', 'error']
const NEEDS_SENDER = new Set(['inbox', 'scheduled', 'outbox', 'error'])
const recipients = check.listOf(check.text)

const DEFAULTS = {
  subject: '',
  sender: null,
  to: [],
  cc: [],
  bcc: [],
  body_text: '',
  body_html: '',
  envelope: null,
  thread_id: null,
  template_id: null,
  attachments: [],
  opens: [],
  send_attempts: [],
  date_sent: null,
  date_scheduled: null,
}

/**
 * E-mails. Only drafts can be edited; a draft goes out as `scheduled` or `outbox` and comes back as `draft` to
 * cancel. Nothing is really sent here, so `outbox` stays. Source: Emails; contract 13, "E-mail rules".
 */
export const EMAIL: ActivityKind = {
  type: 'Email',
  path: 'email',
  writes: ['POST', 'PUT', 'DELETE'],
  read(input) {
    const { body, before, problems } = input
    const { send_in: sendIn, ...given } = readKnown(
      body,
      {
        status: check.oneOf(STATUSES),
        subject: check.emptyAs('', check.text),
        sender: optionalText,
        to: recipients,
        cc: recipients,
        bcc: recipients,
        body_text: check.emptyAs('', check.text),
        body_html: check.emptyAs('', check.text),
        thread_id: optionalText,
        template_id: optionalText,
        attachments,
        date_sent: check.nullable(check.dateTime),
        date_scheduled: check.nullable(check.dateTime),
        send_in: check.wholeBetween(0, 59),
      },
      problems,
      before ? [] : ['status'],
    )
    const email = { ...(before ?? DEFAULTS), ...given }
    refuseEdits(input, given)
    demandWhatStatusNeeds(input, email, sendIn)
    return { ...(before ? {} : DEFAULTS), ...given, ...derivedKeys(input, email) }
  },
}

function refuseEdits({ before, problems }: ActivityBody, given: Record<string, unknown>): void {
  if (!before || before['status'] === 'draft') return
  const isCancelled =
    given['status'] === 'draft' && ['scheduled', 'outbox'].includes(textOf(before, 'status') ?? '')
  if (isCancelled) return
  for (const key of Object.keys(given)) problems.add(key, 'Only drafts can be edited.')
}

function demandWhatStatusNeeds(
  { problems }: ActivityBody,
  email: Record<string, unknown>,
  sendIn: unknown,
): void {
  const status = textOf(email, 'status') ?? ''
  if (NEEDS_SENDER.has(status) && !email['sender']) problems.add('sender', REQUIRED)
  if (status === 'scheduled' && !email['date_scheduled']) problems.add('date_scheduled', REQUIRED)
  if (sendIn !== undefined && status !== 'outbox') problems.add('send_in', 'Only allowed with status outbox.')
}

function derivedKeys({ call, body }: ActivityBody, email: Record<string, unknown>): Record<string, unknown> {
  const text = textOf(email, 'body_text') || textOfHtml(textOf(email, 'body_html') ?? '')
  const isOut = email['status'] === 'sent'
  return {
    direction: email['status'] === 'inbox' ? 'incoming' : 'outgoing',
    body_preview: text.slice(0, 120),
    ...(isOut && !email['date_sent'] ? { date_sent: dateGiven(body) ?? stamp(call.now) } : {}),
  }
}

function dateGiven(body: Readonly<Record<string, unknown>>): string | null {
  return normalizeStamp(textOf(body, 'activity_at') ?? textOf(body, 'date_created') ?? '')
}

/** Threads keep what follows from their e-mails; the e-mails themselves are added when a thread is sent. */
export const EMAIL_THREAD: ActivityKind = { type: 'EmailThread', path: 'emailthread', writes: ['DELETE'] }

/** What a thread says of its e-mails, oldest first. Source: Email Threads; contract 13 leaves the names open. */
export function threadKeys(emails: readonly Rec[]): Record<string, unknown> {
  const people = emails.flatMap((email) => [email['sender'], ...listOf(email, 'to')])
  return {
    latest_normalized_subject: normalSubject(textOf(emails.at(-1), 'subject') ?? ''),
    participants: [...new Set(people.filter((person) => typeof person === 'string'))].map(participant),
    n_emails: emails.length,
  }
}

/** A subject without what replying and forwarding put before it. */
function normalSubject(subject: string): string {
  return subject.replace(/^(\s*(re|fwd?|aw|wg)\s*:)+\s*/i, '')
}

/** `Asha Verma <asha@x.example>` or just the address, taken apart. */
function participant(person: string): { email: string; name: string | null } {
  const [, name = '', email = person] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(person) ?? []
  return { email, name: name || null }
}
