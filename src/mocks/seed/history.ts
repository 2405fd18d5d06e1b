import { addActivity } from './add-activity.ts'
import { HOUR, DAY, MINUTE, stampOf } from './calendar.ts'
import type { MadeContact } from './contacts.ts'
import type { LeadFrame } from './lead-frame.ts'
import { addThread } from './mail.ts'
import { momentBetween, type Maker } from './maker.ts'
import { CALL_NOTES, EMAILS, MEETINGS, NOTES } from './texts.ts'

/** One activity on a lead at a moment; `contact` is who took part. */
type Kind = (
  maker: Maker,
  frame: LeadFrame,
  at: number,
  contact: MadeContact | undefined,
  side: Maker,
) => void

/**
 * How the lead came to be, what was said and done since, and the last change of its status. Threads of e-mails get
 * their ids from `side`, see `lead-maker.ts`.
 */
export function makeHistory(
  maker: Maker,
  frame: LeadFrame,
  contacts: readonly MadeContact[],
  side: Maker,
): void {
  const { dice, isRich, now } = maker
  if (isRich) {
    const source = dice.pick(['ui', 'ui', 'import', 'api', 'webform'])
    addActivity(maker, frame, 'Created', frame.created, { source, import_id: null })
    makeStatusChange(maker, frame)
  }
  const count = isRich ? dice.below(9) : Number(dice.chance(0.3))
  for (let i = 0; i < count; i += 1) {
    const contact = contacts.length > 0 ? dice.pick(contacts) : undefined
    dice.pick(KINDS)(maker, frame, momentBetween(dice, frame.created, now), contact, side)
  }
}

function makeStatusChange(maker: Maker, frame: LeadFrame): void {
  const { dice, setup, now } = maker
  const [first] = setup.leadStatuses
  const current = setup.leadStatuses.find(({ label }) => label === frame.statusLabel)
  if (!first || !current || first.id === current.id) return
  addActivity(maker, frame, 'LeadStatusChange', momentBetween(dice, frame.created, now), {
    old_status_id: first.id,
    old_status_label: first.label,
    new_status_id: current.id,
    new_status_label: current.label,
  })
}

const note: Kind = (maker, frame, at) => {
  const { dice } = maker
  const { note, html } = dice.pick(NOTES)
  const isPinned = dice.chance(0.05)
  addActivity(maker, frame, 'Note', at, {
    title: '',
    note,
    note_html: html ?? `<body><p>${escapeHtml(note)}</p></body>`,
    pinned: isPinned,
    pinned_at: isPinned ? stampOf(at) : null,
    attachments: [],
  })
}

const call: Kind = (maker, frame, at, contact) => {
  const { dice } = maker
  const isAnswered = dice.chance(0.65)
  const text = isAnswered ? dice.pick(CALL_NOTES) : ''
  addActivity(maker, frame, 'Call', at, {
    contact_id: contact?.id ?? null,
    direction: dice.chance(0.75) ? 'outbound' : 'inbound',
    status: isAnswered ? 'completed' : 'no-answer',
    disposition: isAnswered ? 'answered' : dice.pick(['no-answer', 'vm-left', 'busy']),
    duration: isAnswered ? dice.between(20, 1500) : 0,
    phone: contact?.phone ?? null,
    local_phone: null,
    remote_phone: contact?.phone ?? null,
    remote_phone_formatted: contact?.phoneFormatted ?? null,
    remote_phone_country_iso: contact?.phone ? frame.company.locale.country : null,
    call_method: 'regular',
    source: 'External',
    recording_url: null,
    voicemail_url: null,
    voicemail_duration: null,
    has_recording: false,
    cost: null,
    note: text,
    note_html: text === '' ? '<body></body>' : `<body><p>${escapeHtml(text)}</p></body>`,
    outcome_id: null,
  })
}

const email: Kind = (maker, frame, at, contact, side) => {
  const { dice } = maker
  const { subject, body } = dice.pick(EMAILS)
  const ours = 'sales@leadlight.example'
  const theirs = contact?.email ?? `info@${frame.company.domain}`
  const isOurs = dice.chance(0.65)
  const [sender, to] = isOurs ? [ours, theirs] : [theirs, ours]
  const html = `<p>${escapeHtml(body)}</p>`
  const contactId = contact?.id ?? null
  addThread(maker, frame, [{ at, subject, sender, to, html, isOurs, userId: frame.ownerId, contactId }], side)
}

const meeting: Kind = (maker, frame, at, contact) => {
  const { dice, now } = maker
  const starts = (Math.floor(at / DAY) + dice.below(14)) * DAY + dice.between(8, 16) * HOUR
  const minutes = dice.pick([30, 45, 60, 90])
  const ends = starts + minutes * MINUTE
  addActivity(maker, frame, 'Meeting', at, {
    contact_id: contact?.id ?? null,
    title: dice.pick(MEETINGS),
    starts_at: stampOf(starts),
    ends_at: stampOf(ends),
    duration: minutes * 60,
    status: ends < now ? (dice.chance(0.85) ? 'completed' : 'canceled') : 'upcoming',
    attendees: contact ? [{ contact_id: contact.id, email: contact.email, status: 'yes' }] : [],
    location: dice.chance(0.5) ? 'Video call' : null,
    user_note_html: '',
    outcome_id: null,
    is_recurring: false,
  })
}

/** Notes and calls are most frequent. */
const KINDS: readonly Kind[] = [note, note, note, call, call, call, email, email, meeting]

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
