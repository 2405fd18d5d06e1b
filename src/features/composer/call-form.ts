import type { Activity } from '#model/activity.ts'
import type { Contact } from '#model/lead.ts'
import { noteHtml } from '#model/note-markup.ts'
import * as z from 'zod/mini'

/** The form of a call that is logged by hand. */
export const callFormSchema = z.object({
  direction: z.string(),
  /** "" for none. */
  disposition: z.string(),
  /** As typed, in minutes. */
  minutes: z.string(),
  /** "" for nobody in particular. */
  contactId: z.string(),
  note: z.string(),
})
export type CallForm = z.infer<typeof callFormSchema>

export const DIRECTIONS = [
  { id: 'outbound', label: 'Outgoing' },
  { id: 'inbound', label: 'Incoming' },
]

/** How a call ended. The API has no list of outcomes to choose from, but these. Source: contract 13, `disposition`. */
export const DISPOSITIONS = [
  { id: 'answered', label: 'Answered' },
  { id: 'no-answer', label: 'No answer' },
  { id: 'vm-left', label: 'Left voicemail' },
  { id: 'vm-answer', label: 'Reached voicemail' },
  { id: 'busy', label: 'Busy' },
  { id: 'abandoned', label: 'Abandoned' },
  { id: 'blocked', label: 'Blocked' },
  { id: 'error', label: 'Failed' },
]

/** A new call: with the only contact there is, if so. */
export function emptyCall(contacts: readonly Contact[]): CallForm {
  const [only, ...others] = contacts
  const contactId = only && others.length === 0 ? only.id : ''
  return { direction: 'outbound', disposition: 'answered', minutes: '', contactId, note: '' }
}

/** The form of a call that was logged; `note` is its text as markup. */
export function toCallForm(call: Partial<Activity>, note: string): CallForm {
  const isInbound = call.direction === 'inbound' || call.direction === 'incoming'
  return {
    direction: isInbound ? 'inbound' : 'outbound',
    disposition: call.disposition ?? '',
    minutes: call.duration ? minutesText(call.duration) : '',
    contactId: call.contact_id ?? '',
    note,
  }
}

/** Seconds of a typed duration, "3", "2.5" or "2:30" minutes; null for what is none, 0 for nothing typed. */
export function readMinutes(text: string): number | null {
  const trimmed = text.trim()
  if (trimmed === '') return 0
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(trimmed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  return /^\d{1,4}([.,]\d+)?$/.test(trimmed) ? Math.round(Number(trimmed.replace(',', '.')) * 60) : null
}

function minutesText(seconds: number): string {
  const rest = seconds % 60
  const minutes = Math.floor(seconds / 60)
  return rest === 0 ? String(minutes) : `${minutes}:${String(rest).padStart(2, '0')}`
}

/** The body of `POST /activity/call/`, without the lead. Source: contract 13, "Calls". */
export function toCallBody(form: CallForm, contacts: readonly Contact[]): Record<string, unknown> {
  const { direction, disposition, contactId, note } = form
  const phone = contacts.find(({ id }) => id === contactId)?.phones?.[0]?.phone
  return {
    direction,
    ...(disposition !== '' && { disposition }),
    ...(UNANSWERED.has(disposition) && { status: disposition }),
    duration: readMinutes(form.minutes) ?? 0,
    ...(contactId !== '' && { contact_id: contactId }),
    ...(phone !== undefined && { phone }),
    ...(note.trim() !== '' && { note_html: noteHtml(note) }),
  }
}

/** Dispositions that are a `status` as well. */
const UNANSWERED = new Set(['no-answer', 'busy'])

/**
 * What to send of an edited call: only what differs from the form as it was opened. Of a call made inside Close
 * only the note can be changed (contract 13, "Calls").
 */
export function toCallPatch(opened: CallForm, form: CallForm, isFixed: boolean): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  if (form.note.trim() !== opened.note.trim()) patch['note_html'] = noteHtml(form.note)
  if (form.contactId !== opened.contactId) patch['contact_id'] = form.contactId || null
  if (form.disposition !== opened.disposition) patch['disposition'] = form.disposition || null
  if (isFixed) return patch
  if (form.direction !== opened.direction) patch['direction'] = form.direction
  const seconds = readMinutes(form.minutes)
  if (seconds !== null && seconds !== readMinutes(opened.minutes)) patch['duration'] = seconds
  return patch
}
