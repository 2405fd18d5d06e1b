import type { Call } from '#mocks/engine/call.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { createSubscription, setSubscriptionStatus } from '#mocks/engine/writes/sequences.ts'
import { recipientsOf } from './recipients.ts'

/** Which subscriptions an action changes, and to what. */
const CHANGES: Record<string, { from: string; to: string }> = {
  resume: { from: 'paused', to: 'active' },
  resume_finished: { from: 'finished', to: 'active' },
  pause: { from: 'active', to: 'paused' },
}

/**
 * Subscribes a lead's contacts that never had the sequence, or pauses and resumes subscriptions: those to
 * `sequence_id`, without one all of them. Source: contract 20, `/bulk_action/sequence_subscription/`.
 */
export function subscribeLead(call: Call, action: Rec, lead: Rec): void {
  const sequenceId = textOf(action, 'sequence_id')
  const present = call.tx.childrenOf('sequence_subscription', lead.id)
  const change = CHANGES[textOf(action, 'action_type') ?? '']
  if (change) {
    for (const one of present) {
      const isMeant = sequenceId === null || one['sequence_id'] === sequenceId
      if (isMeant && one['status'] === change.from) setSubscriptionStatus(call, one, change.to)
    }
    return
  }
  for (const { contact, email } of recipientsOf(call, lead, textOf(action, 'contact_preference'))) {
    const hadIt = present.some((one) => one['contact_id'] === contact.id && one['sequence_id'] === sequenceId)
    if (hadIt) continue
    const { sender_account_id, sender_name, sender_email, calls_assigned_to } = action
    const sender = { sender_account_id, sender_name, sender_email, calls_assigned_to }
    createSubscription(call, contact, { sequence_id: sequenceId, contact_email: email, ...sender })
  }
}
