import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown, ValueProblem } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { isObject, objectsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send, sendPage } from './crud.ts'

/** `/sequence/`: POST 200, DELETE 200. The keys are those of Close's documentation. Source: contract 3. */

export function listSequences(call: Call): Reply {
  return sendPage(call, 'sequence', allOf(call, 'sequence'), { maxLimit: 100 })
}

export function postSequence(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const sequence = { ...newRecord(call, 'seq_'), ...read(call, undefined) }
  return send(call, 'sequence', insert(call, 'sequence', sequence))
}

export function getSequence(call: Call): Reply {
  return send(call, 'sequence', find(call, 'sequence', 'Sequence'))
}

/** `steps` that a body leaves out are gone. */
export function putSequence(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const sequence = find(call, 'sequence', 'Sequence')
  return send(call, 'sequence', update(call, 'sequence', { ...sequence, ...read(call, sequence) }))
}

/** Takes its subscriptions along [guess]. */
export function deleteSequence(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const sequence = find(call, 'sequence', 'Sequence')
  for (const subscription of allOf(call, 'sequence_subscription')) {
    if (subscription['sequence_id'] === sequence.id) erase(call, 'sequence_subscription', subscription)
  }
  erase(call, 'sequence', sequence)
  return ok({})
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      status: check.oneOf(['active', 'inactive', 'archived']),
      steps: check.listOf(step(call, before)),
      schedule: check.nullable((value) => {
        if (!isObject(value)) throw new ValueProblem('Value must be of dict type.')
        return value
      }),
      timezone: check.nullable(check.text),
    },
    problems,
    before ? [] : ['name'],
  )
  problems.refuse()
  return given
}

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
    if (given['id'] !== undefined && !known) throw new ValueProblem(check.NO_OBJECT)
    const blank = { id: call.newId('seqstep_'), step_type: 'email', delay: 0, required: true }
    return { email_template_id: null, threading: null, ...(known ?? blank), ...given }
  }
}
