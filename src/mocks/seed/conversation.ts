import { addActivity } from './add-activity.ts'
import { DAY, HOUR, MINUTE, stampOf } from './calendar.ts'
import type { MadeContact } from './contacts.ts'
import { CALL_SUMMARIES, CHATS, EXCHANGES, MEETING_NOTES, RICH_NOTES } from './exchanges.ts'
import type { LeadFrame } from './lead-frame.ts'
import { addThread, type Mail } from './mail.ts'
import { momentBetween, type Maker } from './maker.ts'
import { MEETINGS } from './texts.ts'
import { textOfHtml } from '#mocks/engine/note-text.ts'
import type { Colleague } from './setup.ts'

/** Who speaks with whom, and from when on. */
type Talk = { at: number; us: Colleague; them: MadeContact | undefined; theirName: string }

type Kind = (maker: Maker, frame: LeadFrame, talk: Talk) => void

/** In a big data set so many leads share one with a timeline, so that making it takes no longer. */
const SHARE = 100

/** Those who left were here until so long ago. */
const LEFT = 240 * DAY

/**
 * What several people said and wrote about a lead: threads of e-mails, text messages, calls and meetings with notes
 * and outcomes. `maker` has chance of its own, so that the leads themselves stay as they are.
 */
export function makeConversation(
  maker: Maker,
  frame: LeadFrame,
  contacts: readonly MadeContact[],
  index: number,
): void {
  const { dice, isRich, now } = maker
  if (isRich ? index > 0 && dice.chance(0.2) : index % SHARE > 0) return
  const count = dice.between(2, 7)
  for (let i = 0; i < count; i += 1) {
    const at = momentBetween(dice, frame.created, now)
    const them = contacts.length > 0 ? dice.pick(contacts) : undefined
    const talk = { at, us: speaker(maker, frame, at), them, theirName: them?.name ?? 'all' }
    dice.pick(them ? KINDS : ALONE)(maker, frame, talk)
  }
}

/** Mostly the owner, sometimes a colleague, long ago also one who has left since. */
function speaker({ dice, setup, now }: Maker, frame: LeadFrame, at: number): Colleague {
  const owner = setup.colleagues.find(({ id }) => id === frame.ownerId)
  if (owner && dice.chance(0.55)) return owner
  return at < now - LEFT && dice.chance(0.5) ? setup.formerColleague : dice.pick(setup.colleagues)
}

function named(text: string, { us, theirName }: Talk): string {
  return text.replaceAll('$WE', us.name.split(' ')[0] ?? '').replaceAll('$THEY', escapeHtml(theirName))
}

const emails: Kind = (maker, frame, talk) => {
  const { dice, now } = maker
  const { subject, messages } = dice.pick(EXCHANGES)
  const theirs = talk.them?.email ?? `info@${frame.company.domain}`
  const mails: Mail[] = []
  let at = talk.at
  for (const { isOurs, html } of messages) {
    const before = mails.at(-1)
    const quoted = before ? `<blockquote>${before.html}</blockquote>` : ''
    const signed = isOurs ? `<p>--<br>${talk.us.name}<br>Leadlight Demo</p>` : ''
    mails.push({
      at,
      subject,
      html: `${named(html, talk)}${signed}${quoted}`,
      isOurs,
      sender: isOurs ? talk.us.email : theirs,
      to: isOurs ? theirs : talk.us.email,
      userId: talk.us.id,
      contactId: talk.them?.id ?? null,
      opens: isOurs && dice.chance(0.5) ? [{ opened_at: stampOf(Math.min(now, at + HOUR)) }] : [],
      attachments: isOurs && dice.chance(0.25) ? [OFFER] : [],
    })
    at += dice.between(20, 60 * 48) * MINUTE
    if (at > now) break
  }
  addThread(maker, frame, mails)
}

const OFFER = {
  filename: 'offer.pdf',
  url: 'https://files.example/offer.pdf',
  content_type: 'application/pdf',
  size: 184_320,
}

const OUR_PHONE = {
  local_phone: '+12025550100',
  local_phone_formatted: '+1 202-555-0100',
  local_phone_country_iso: 'US',
}

function phonesOf(frame: LeadFrame, them: MadeContact | undefined): Record<string, unknown> {
  return {
    ...OUR_PHONE,
    remote_phone: them?.phone ?? null,
    remote_phone_formatted: them?.phoneFormatted ?? null,
    remote_phone_country_iso: them?.phone ? frame.company.locale.country : null,
  }
}

const chat: Kind = (maker, frame, talk) => {
  const { dice, now } = maker
  const isWhatsApp = dice.chance(0.2)
  let at = talk.at
  for (const { isOurs, text } of dice.pick(CHATS)) {
    const said = named(text, talk)
    const common = { user_id: talk.us.id, contact_id: talk.them?.id ?? null, ...phonesOf(frame, talk.them) }
    if (isWhatsApp) {
      addActivity(maker, frame, 'WhatsAppMessage', at, {
        ...common,
        external_whatsapp_message_id: `wamid.${dice.next().toString(36)}`,
        direction: isOurs ? 'outgoing' : 'incoming',
        message_markdown: said,
        message_html: `<body><p>${escapeHtml(said)}</p></body>`,
        text: said,
        response_to_id: null,
        source: 'External',
        attachments: [],
      })
    } else {
      addActivity(maker, frame, 'SMS', at, {
        ...common,
        direction: isOurs ? 'outbound' : 'inbound',
        status: isOurs ? 'sent' : 'inbox',
        text: said,
        date_sent: isOurs ? stampOf(at) : null,
        date_scheduled: null,
        source: 'External',
        cost: null,
        error_message: null,
        template_id: null,
        attachments: [],
      })
    }
    at += dice.between(1, 90) * MINUTE
    if (at > now) break
  }
}

const note: Kind = (maker, frame, talk) => {
  const { dice } = maker
  const html = `<body>${named(dice.pick(RICH_NOTES), talk)}</body>`
  const isPinned = dice.chance(0.08)
  addActivity(maker, frame, 'Note', talk.at, {
    user_id: talk.us.id,
    title: '',
    note: textOfHtml(html),
    note_html: html,
    pinned: isPinned,
    pinned_at: isPinned ? stampOf(talk.at) : null,
    attachments: [],
  })
}

const call: Kind = (maker, frame, talk) => {
  const { dice, setup } = maker
  const isAnswered = dice.chance(0.7)
  const isVoicemail = !isAnswered && dice.chance(0.5)
  const html = isAnswered ? `<body>${dice.pick(CALL_SUMMARIES)}</body>` : '<body></body>'
  const outcome = isVoicemail ? setup.outcomeIds.at(-1) : dice.pick(setup.outcomeIds.slice(0, -1))
  addActivity(maker, frame, 'Call', talk.at, {
    user_id: talk.us.id,
    contact_id: talk.them?.id ?? null,
    direction: dice.chance(0.7) ? 'outbound' : 'inbound',
    status: isAnswered || isVoicemail ? 'completed' : 'no-answer',
    disposition: isAnswered ? 'answered' : isVoicemail ? 'vm-left' : 'no-answer',
    duration: isAnswered ? dice.between(40, 2400) : 0,
    phone: talk.them?.phone ?? null,
    ...phonesOf(frame, talk.them),
    call_method: 'regular',
    source: dice.chance(0.5) ? 'Close.io' : 'External',
    recording_url: null,
    voicemail_url: null,
    voicemail_duration: isVoicemail ? dice.between(10, 60) : 0,
    has_recording: false,
    cost: null,
    note: textOfHtml(html),
    note_html: html,
    outcome_id: isAnswered || isVoicemail ? (outcome ?? null) : null,
    dialer_id: null,
  })
}

const meeting: Kind = (maker, frame, talk) => {
  const { dice, now, setup } = maker
  const starts = (Math.floor(talk.at / DAY) + dice.below(21)) * DAY + dice.between(8, 16) * HOUR
  const minutes = dice.pick([30, 45, 60, 90])
  const ends = starts + minutes * MINUTE
  const isOver = ends < now
  const status = !isOver
    ? starts < now
      ? 'in-progress'
      : 'upcoming'
    : dice.pick(['completed', 'completed', 'completed', 'canceled', 'declined-by-lead', 'declined-by-org'])
  const isHeld = status === 'completed'
  const html = isHeld && dice.chance(0.7) ? dice.pick(MEETING_NOTES) : null
  addActivity(maker, frame, 'Meeting', talk.at, {
    user_id: talk.us.id,
    contact_id: talk.them?.id ?? null,
    activity_at: stampOf(Math.min(now, starts)),
    title: dice.pick(MEETINGS),
    starts_at: stampOf(starts),
    ends_at: stampOf(ends),
    duration: minutes * 60,
    status,
    attendees: [
      {
        name: talk.us.name,
        email: talk.us.email,
        user_id: talk.us.id,
        contact_id: null,
        status: 'yes',
        is_organizer: true,
      },
      ...(talk.them
        ? [
            {
              name: talk.them.name,
              email: talk.them.email,
              user_id: null,
              contact_id: talk.them.id,
              status: status === 'declined-by-lead' ? 'no' : dice.pick(['yes', 'maybe', 'noreply']),
              is_organizer: false,
            },
          ]
        : []),
    ],
    location: dice.pick(['https://meet.example/leadlight-117', 'Video call', 'At their office', null]),
    user_note: html === null ? null : textOfHtml(html),
    user_note_html: html,
    outcome_id: isHeld ? dice.pick(setup.outcomeIds.slice(0, -1)) : null,
    is_recurring: false,
  })
}

const KINDS: readonly Kind[] = [emails, emails, chat, note, call, call, meeting]

/** What can be done on a lead without contacts. */
const ALONE: readonly Kind[] = [note, meeting]

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
