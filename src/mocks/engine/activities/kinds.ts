import { CALL } from './call.ts'
import { CUSTOM } from './custom-activity.ts'
import { EMAIL, EMAIL_THREAD } from './email.ts'
import type { ActivityKind } from './kind.ts'
import { MEETING } from './meeting.ts'
import { SMS, WHATSAPP } from './messages.ts'
import { NOTE } from './note.ts'
import { LEAD_STATUS_CHANGE, OPPORTUNITY_STATUS_CHANGE } from './status-change.ts'

/** All kinds of activities, those without `read` being written by the engine alone. Source: contract 13. */
export const ACTIVITY_KINDS: readonly ActivityKind[] = [
  NOTE,
  CALL,
  EMAIL,
  EMAIL_THREAD,
  SMS,
  WHATSAPP,
  MEETING,
  CUSTOM,
  { type: 'Created', path: 'created', writes: [] },
  { type: 'FormSubmission', path: 'form_submission', writes: ['DELETE'] },
  LEAD_STATUS_CHANGE,
  OPPORTUNITY_STATUS_CHANGE,
  { type: 'LeadMerge', path: 'lead_merge', writes: [] },
  { type: 'TaskCompleted', path: 'task_completed', writes: ['DELETE'] },
]
