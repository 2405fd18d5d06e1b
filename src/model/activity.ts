import * as z from 'zod/mini'

/**
 * What happened on a lead: notes, calls, e-mails and the rest, each with the keys of its type. Wire names are
 * kept and unknown keys survive. A key whose value has another shape than expected counts as absent, so that
 * one odd activity never hides a page of them. Source: Activities; contract 13.
 */

const text = z.catch(z.nullish(z.string()), null)
const number = z.catch(z.nullish(z.number()), null)
const texts = z.catch(z.nullish(z.array(z.string())), null)

const attachmentSchema = z.looseObject({ filename: text, url: text, size: number })

export const activitySchema = z.looseObject({
  id: z.string(),
  _type: z.string(),
  lead_id: text,
  contact_id: text,
  user_id: text,
  user_name: text,
  created_by_name: text,
  /** When it happened; `date_created` is when it entered Close. */
  activity_at: text,
  date_created: text,
  attachments: z.catch(z.nullish(z.array(attachmentSchema)), null),
  direction: text,
  status: text,

  // Note; calls carry the same two texts
  title: text,
  note: text,
  note_html: text,
  pinned: z.catch(z.nullish(z.boolean()), null),

  // Call
  disposition: text,
  /** Seconds; also of a meeting. */
  duration: number,
  phone: text,
  remote_phone: text,
  remote_phone_formatted: text,
  recording_url: text,
  voicemail_url: text,

  // Email
  subject: text,
  sender: text,
  to: texts,
  cc: texts,
  bcc: texts,
  body_text: text,
  body_html: text,
  body_preview: text,
  date_scheduled: text,
  opens: z.catch(z.nullish(z.array(z.unknown())), null),

  // SMS and WhatsAppMessage
  text: text,
  message_html: text,
  error_message: text,

  // Meeting
  starts_at: text,
  ends_at: text,
  location: text,
  attendees: z.catch(
    z.nullish(z.array(z.looseObject({ contact_id: text, name: text, email: text, status: text }))),
    null,
  ),
  user_note_html: text,

  // LeadStatusChange and OpportunityStatusChange
  old_status_label: text,
  new_status_label: text,
  new_status_type: text,
  old_pipeline_name: text,
  new_pipeline_name: text,
  opportunity_value: number,
  opportunity_value_currency: text,
  opportunity_value_period: text,

  // LeadMerge, Created, TaskCompleted
  merge_status: text,
  source_lead_name: text,
  source: text,
  task_text: text,
  task_assigned_to_name: text,
})
export type Activity = z.infer<typeof activitySchema>

/** When an activity happened, as the server says it; "" for one that says nothing. */
export function activityMoment(activity: Pick<Activity, 'activity_at' | 'date_created'>): string {
  return activity.activity_at ?? activity.date_created ?? ''
}

/** Which of a lead's activities are asked for. */
export type ActivityFilter = {
  /** Values of `_type`; none for all. */
  types: readonly string[]
  userId: string | null
  /** A moment: only what happened before it. */
  before: string | null
}

export const ALL_ACTIVITIES: ActivityFilter = { types: [], userId: null, before: null }

/** Whether an activity is among those that a filter asks for, as the server would say. */
export function passesFilter(activity: Activity, filter: ActivityFilter): boolean {
  if (filter.types.length > 0 && !filter.types.includes(activity._type)) return false
  if (filter.userId !== null && activity.user_id !== filter.userId) return false
  return filter.before === null || Date.parse(activityMoment(activity)) < Date.parse(filter.before)
}
