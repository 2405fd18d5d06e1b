import type { Call } from '#mocks/engine/call.ts'
import { leadContacts } from '#mocks/engine/lookups.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'

export type Recipient = { contact: Rec; email: string }

/**
 * Whom a bulk e-mail or subscription of a lead is for: with the preference `lead` the first e-mail of the first
 * contact that has one, with `contact` the first e-mail of each contact. Source: contract 20.
 */
export function recipientsOf(call: Call, lead: Rec, preference: string | null): Recipient[] {
  const all = leadContacts(call.tx, lead).flatMap((contact): Recipient[] => {
    const [first] = objectsOf(contact, 'emails')
    const email = textOf(first, 'email')
    return email === null ? [] : [{ contact, email }]
  })
  return preference === 'contact' ? all : all.slice(0, 1)
}

/** Whether a contact said that it wants no more e-mail at this address. Source: contract 10, `is_unsubscribed`. */
export function isUnsubscribed({ contact, email }: Recipient): boolean {
  return objectsOf(contact, 'emails').some((one) => one['email'] === email && one['is_unsubscribed'] === true)
}
