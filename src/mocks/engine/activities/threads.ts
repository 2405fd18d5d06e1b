import type { Call } from '#mocks/engine/call.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { addActivity } from '#mocks/engine/writes/activities.ts'
import { erase, update } from '#mocks/engine/writes/save.ts'
import { emailsOf } from '#mocks/engine/view/activity-view.ts'
import { threadKeys } from './email.ts'

/** Keeps the EmailThread of a lead's e-mails. Source: Activities, `thread_emails`; contract 13. */

/** Puts a new e-mail into the thread that it names, or into one of its own. */
export function joinThread(call: Call, email: Rec): Rec {
  const leadId = textOf(email, 'lead_id') ?? ''
  const named = call.tx.get('activity', textOf(email, 'thread_id') ?? '')
  const isThread = named?.['_type'] === 'EmailThread' && named['lead_id'] === leadId
  const at = { activity_at: email['activity_at'] }
  const thread = isThread
    ? named
    : addActivity(call, 'EmailThread', leadId, { ...threadKeys([email]), ...at })
  const joined = { ...email, thread_id: thread.id }
  call.tx.put('activity', joined)
  if (isThread) syncThread(call, thread.id)
  return joined
}

/** Says afresh what a thread holds; one without e-mails goes. */
export function syncThread(call: Call, threadId: string | null): void {
  const thread = call.tx.get('activity', threadId ?? '')
  if (!thread) return
  const emails = emailsOf(call.tx, thread)
  if (emails.length === 0) erase(call, 'activity', thread)
  else
    update(call, 'activity', {
      ...thread,
      ...threadKeys(emails),
      activity_at: emails.at(-1)?.['activity_at'],
    })
}

/** Removes an activity: a thread with its e-mails, an e-mail out of its thread. Source: contract 13. */
export function removeActivity(call: Call, activity: Rec): void {
  const emails = activity['_type'] === 'EmailThread' ? emailsOf(call.tx, activity) : []
  for (const email of emails) erase(call, 'activity', email)
  erase(call, 'activity', activity)
  if (activity['_type'] === 'Email') syncThread(call, textOf(activity, 'thread_id'))
}
