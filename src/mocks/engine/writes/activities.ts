import type { Call } from '#mocks/engine/call.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { insert, newRecord } from './save.ts'

/** Adds an activity of `type` to a lead; `own` holds the keys of its type. Source: Activities; contract 13. */
export function addActivity(
  call: Call,
  type: string,
  leadId: string,
  own: Readonly<Record<string, unknown>> = {},
): Rec {
  const base = newRecord(call, 'acti_')
  return insert(call, 'activity', {
    ...base,
    _type: type,
    lead_id: leadId,
    contact_id: null,
    user_id: call.callerId,
    users: [],
    activity_at: base['date_created'],
    ...own,
  })
}
