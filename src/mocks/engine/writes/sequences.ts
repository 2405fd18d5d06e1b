import type { Call } from '#mocks/engine/call.ts'
import { textOf } from '#mocks/engine/record.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { insert, newRecord, update } from './save.ts'

/** Subscribes a contact to a sequence; the steps themselves are never taken here. Source: Sequences. */
export function createSubscription(call: Call, contact: Rec, given: Readonly<Record<string, unknown>>): Rec {
  return insert(call, 'sequence_subscription', {
    ...newRecord(call, 'sub_'),
    lead_id: textOf(contact, 'lead_id'),
    contact_id: contact.id,
    sender_account_id: null,
    sender_name: null,
    sender_email: null,
    calls_assigned_to: null,
    ...given,
    start_date: stamp(call.now),
    status: 'active',
    status_reason: null,
  })
}

/** Pauses or resumes a subscription by hand. */
export function setSubscriptionStatus(call: Call, subscription: Rec, status: string): Rec {
  const reason = status === 'paused' ? 'manual' : null
  return update(call, 'sequence_subscription', { ...subscription, status, status_reason: reason })
}
