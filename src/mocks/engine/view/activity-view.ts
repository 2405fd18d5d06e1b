import { userName } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { derived, render, stored, type View, type ViewContext } from './view.ts'

/** The keys that all activities share. Source: Activities; contract 13. */
const COMMON: View = {
  id: stored('id'),
  _type: stored('_type'),
  organization_id: stored('organization_id'),
  lead_id: stored('lead_id'),
  contact_id: stored('contact_id'),
  user_id: stored('user_id'),
  user_name: derived('user_id', userName),
  users: stored('users', []),
  created_by: stored('created_by'),
  created_by_name: derived('created_by', userName),
  updated_by: stored('updated_by'),
  updated_by_name: derived('updated_by', userName),
  activity_at: stored('activity_at'),
  date_created: stored('date_created'),
  date_updated: stored('date_updated'),
}

/** A thread comes with its e-mails, newest first, without what makes them big. Source: Email Threads. */
const THREAD: View = {
  emails: (reader, thread, ctx) =>
    emailsOf(reader, thread)
      .toReversed()
      .map((email) => slimEmail(renderActivity(reader, email, undefined, ctx))),
}

const HEAVY_EMAIL_KEYS = new Set(['body_text', 'body_html'])

/** An e-mail without its bodies. Source: contract 13, `thread_emails`. */
export function slimEmail(email: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(email).filter(([key]) => !HEAVY_EMAIL_KEYS.has(key)))
}

/** A thread's e-mails, oldest first. */
export function emailsOf(reader: Reader, thread: Rec): Rec[] {
  return reader
    .childrenOf('activity', textOf(thread, 'lead_id') ?? '')
    .filter((activity) => activity['_type'] === 'Email' && activity['thread_id'] === thread.id)
    .sort((a, b) => ((textOf(a, 'activity_at') ?? '') < (textOf(b, 'activity_at') ?? '') ? -1 : 1))
}

/** An activity as the API sends it: the common keys and those of its type, which are stored as they are sent. */
export function renderActivity(
  reader: Reader,
  activity: Rec,
  fields: readonly string[] | undefined,
  ctx: ViewContext,
): Record<string, unknown> {
  const own = Object.keys(activity).filter((key) => !(key in COMMON) && !key.startsWith('custom.'))
  const view = { ...COMMON, ...Object.fromEntries(own.map((key) => [key, stored(key)])) }
  const thread = activity['_type'] === 'EmailThread' ? THREAD : {}
  return render({ ...view, ...thread }, reader, activity, fields, ctx)
}
