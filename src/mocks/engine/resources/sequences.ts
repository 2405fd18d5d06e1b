import * as check from '#mocks/engine/http/validate.ts'
import type { Call } from '#mocks/engine/call.ts'
import { isObject, objectsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase } from '#mocks/engine/writes/save.ts'
import { allOf } from './crud.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/sequence/`: the keys are those of Close's documentation; `steps` that a body leaves out are gone. Contract 3. */
export const SEQUENCE_ROUTES = crudRoutes({
  path: '/sequence/',
  table: 'sequence',
  model: 'Sequence',
  prefix: 'seq_',
  permission: 'manage_customizations',
  statuses: { POST: 200, DELETE: 200 },
  maxLimit: 100,
  checks: (call, before) => ({
    name: check.required(check.text),
    status: check.oneOf(['active', 'inactive', 'archived']),
    steps: check.listOf(step(call, before)),
    schedule: check.nullable((value) => {
      if (!isObject(value)) throw new check.ValueProblem('Value must be of dict type.')
      return value
    }),
    timezone: check.nullable(check.text),
  }),
  required: ['name'],
  beforeDelete: removeSubscriptions,
})

/** A step of its own, or one that is there already by its id, with what is to change. */
function step(call: Call, before: Rec | undefined): check.Check {
  return (value) => {
    const given = check.objectWith({
      id: check.text,
      step_type: check.oneOf(['email', 'call', 'sms']),
      delay: check.wholeBetween(0, Number.MAX_SAFE_INTEGER),
      required: check.bool,
      email_template_id: check.nullable(check.reference((id) => call.tx.get('email_template', id))),
      threading: check.nullable(check.oneOf(['new_thread', 'old_thread'])),
    })(value) as Record<string, unknown>
    const known = objectsOf(before, 'steps').find((one) => one['id'] === given['id'])
    if (given['id'] !== undefined && !known) throw new check.ValueProblem(check.NO_OBJECT)
    const blank = { id: call.newId('seqstep_'), step_type: 'email', delay: 0, required: true }
    return { email_template_id: null, threading: null, ...(known ?? blank), ...given }
  }
}

/** A sequence takes its subscriptions along [guess]. */
function removeSubscriptions(call: Call, sequence: Rec): void {
  for (const subscription of allOf(call, 'sequence_subscription')) {
    if (subscription['sequence_id'] === sequence.id) erase(call, 'sequence_subscription', subscription)
  }
}
