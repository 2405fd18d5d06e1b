import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { byValue, passing } from '#mocks/engine/http/filters.ts'
import { invalid } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import { erase } from '#mocks/engine/writes/save.ts'
import { createSubscription, setSubscriptionStatus } from '#mocks/engine/writes/sequences.ts'
import { allOf, find, send, sendCreated, sendPage } from './crud.ts'

/** `/sequence_subscription/`: POST 201. The keys are those of Close's documentation. Source: contract 3. */

const FILTERS = ['sequence_id', 'contact_id', 'lead_id']

/** At least one of the three filters is required. */
export function listSubscriptions(call: Call): Reply {
  if (!FILTERS.some((name) => call.query.has(name))) {
    throw invalid({}, ['One of sequence_id, contact_id and lead_id is required.'])
  }
  const filters = FILTERS.flatMap((name) => byValue(call.query, name))
  const found = passing(allOf(call, 'sequence_subscription'), filters)
  return sendPage(call, 'sequence_subscription', found, { maxLimit: 100 })
}

/** `POST /sequence_subscription/` → 201; without an address the first of the contact counts. */
export function postSubscription(call: Call): Reply {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      sequence_id: check.reference((id) => call.tx.get('sequence', id)),
      contact_id: check.reference((id) => call.tx.get('contact', id)),
      contact_email: check.email,
      sender_account_id: check.nullable(check.text),
      sender_name: check.nullable(check.text),
      sender_email: check.nullable(check.email),
      calls_assigned_to: check.nullable(check.listOf(check.reference((id) => call.tx.get('user', id)))),
    },
    problems,
    ['sequence_id', 'contact_id'],
  )
  problems.refuse()
  const contact = call.tx.get('contact', textOf(given, 'contact_id') ?? '')
  const [first] = objectsOf(contact, 'emails')
  const contact_email = given['contact_email'] ?? textOf(first, 'email')
  if (!contact || contact_email === null) throw invalid({ contact_email: check.REQUIRED })
  const subscription = createSubscription(call, contact, { ...given, contact_email })
  return sendCreated(call, 'sequence_subscription', subscription, '/sequence_subscription/')
}

/** `GET /sequence_subscription/{id}/`. */
export function getSubscription(call: Call): Reply {
  return send(call, 'sequence_subscription', find(call, 'sequence_subscription', 'SequenceSubscription'))
}

/** `PUT /sequence_subscription/{id}/`: pauses or resumes it. */
export function putSubscription(call: Call): Reply {
  const subscription = find(call, 'sequence_subscription', 'SequenceSubscription')
  const problems = new Problems()
  const { status } = readKnown(call.body, { status: check.oneOf(['active', 'paused']) }, problems)
  problems.refuse()
  const after = typeof status === 'string' ? setSubscriptionStatus(call, subscription, status) : subscription
  return send(call, 'sequence_subscription', after)
}

/** `DELETE /sequence_subscription/{id}/`. */
export function deleteSubscription(call: Call): Reply {
  erase(call, 'sequence_subscription', find(call, 'sequence_subscription', 'SequenceSubscription'))
  return ok({})
}
