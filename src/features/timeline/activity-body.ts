import { anyText, formatDateTime } from '#fields/value-format.ts'
import { safeHref } from '#lib/safe-href.ts'
import type { Activity } from '#model/activity.ts'
import { isCustomKey } from '#model/custom-key.ts'

import { plainText } from './plain-text.ts'

/** What an activity shows when it is opened. At most one of `html` and `text` is set. */
export type ActivityBody = {
  details: { label: string; text: string }[]
  /** Files and recordings; without an address that is safe to open, the name alone. */
  files: { name: string; href: string | null }[]
  html: string | null
  text: string | null
}

/** All that an activity holds beyond its headline; null when there is nothing more. */
export function activityBody(activity: Activity): ActivityBody | null {
  const body: ActivityBody = { details: details(activity), files: files(activity), ...mainText(activity) }
  const isEmpty =
    body.details.length === 0 && body.files.length === 0 && body.html === null && body.text === null
  return isEmpty ? null : body
}

/** All words of an activity's text, for searching. */
export function wholeText(activity: Activity): string {
  const body = activityBody(activity)
  if (!body) return ''
  const parts = [...body.details.map(({ text }) => text), ...body.files.map(({ name }) => name)]
  return [...parts, body.text ?? plainText(body.html ?? '')].join('\n')
}

function mainText(activity: Activity): Pick<ActivityBody, 'html' | 'text'> {
  switch (activity._type) {
    case 'Email':
      return either(activity.body_html, activity.body_text || activity.body_preview)
    case 'SMS':
      return either(null, activity.text)
    case 'WhatsAppMessage':
      return either(activity.message_html, activity.text)
    case 'Meeting':
      return either(activity.user_note_html, null)
    case 'Custom':
      return either(activity.note_html, activity.note || customValues(activity))
    default:
      return either(activity.note_html, activity.note)
  }
}

/** HTML without a word and without a picture is none. */
function either(html: string | null | undefined, text: string | null | undefined) {
  const hasContent = !!html && (plainText(html) !== '' || /<img\b/i.test(html))
  return { html: hasContent ? html : null, text: hasContent ? null : text?.trim() || null }
}

function details(activity: Activity): ActivityBody['details'] {
  const lines: [string, string | null | undefined][] =
    activity._type === 'Email'
      ? [
          ['Subject', activity.subject],
          ['From', activity.sender],
          ['To', activity.to?.join(', ')],
          ['Cc', activity.cc?.join(', ')],
          ['Bcc', activity.bcc?.join(', ')],
          ['Opened', activity.opens?.map(openedAt).filter(Boolean).join('; ')],
        ]
      : activity._type === 'Meeting'
        ? [
            ['Attendees', activity.attendees?.map(attendee).filter(Boolean).join(', ')],
            ['Where', activity.location],
          ]
        : activity._type === 'SMS' || activity._type === 'WhatsAppMessage'
          ? [['Number', activity.remote_phone_formatted || activity.remote_phone]]
          : []
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}

function files(activity: Activity): ActivityBody['files'] {
  const attached = (activity.attachments ?? []).map(({ filename, url }) => ({
    name: filename || 'Attachment',
    href: safeHref(url ?? ''),
  }))
  const recordings = [
    { name: 'Recording of the call', href: safeHref(activity.recording_url ?? '') },
    { name: 'Voicemail', href: safeHref(activity.voicemail_url ?? '') },
  ]
  return [...attached, ...recordings.filter(({ href }) => href !== null)]
}

function attendee(person: NonNullable<Activity['attendees']>[number]): string {
  const name = person.name || person.email || ''
  const isComing = person.status === 'yes' || !person.status || person.status === 'noreply'
  return name && !isComing ? `${name} (${person.status})` : name
}

/** An entry of `opens`, which has been seen as a moment and as an object that holds one. */
function openedAt(open: unknown): string {
  if (typeof open === 'string') return formatDateTime(open)
  const at = open && typeof open === 'object' && 'opened_at' in open ? open.opened_at : null
  return typeof at === 'string' ? formatDateTime(at) : ''
}

function customValues(activity: Activity): string {
  return Object.entries(activity)
    .filter(([key]) => isCustomKey(key))
    .map(([, value]) => anyText(value))
    .filter(Boolean)
    .join('\n')
}
