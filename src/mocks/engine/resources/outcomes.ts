import { created, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send, sendPage } from './crud.ts'

/** `/outcome/`, results of calls and meetings: POST 201, DELETE 200. Source: contract 3, 13; Outcomes. */

export function listOutcomes(call: Call): Reply {
  return sendPage(call, 'outcome', allOf(call, 'outcome'), { maxLimit: 100 })
}

export function postOutcome(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const outcome = insert(call, 'outcome', { ...newRecord(call, 'outcome_'), ...read(call, undefined) })
  return created(serialize(call.tx, 'outcome', outcome, call.fields, call), `/outcome/${outcome.id}/`)
}

export function getOutcome(call: Call): Reply {
  return send(call, 'outcome', find(call, 'outcome', 'Outcome'))
}

export function putOutcome(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const outcome = find(call, 'outcome', 'Outcome')
  return send(call, 'outcome', update(call, 'outcome', { ...outcome, ...read(call, outcome) }))
}

/** Calls and meetings keep their reference. */
export function deleteOutcome(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  erase(call, 'outcome', find(call, 'outcome', 'Outcome'))
  return ok({})
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      description: check.nullable(check.text),
      type: check.oneOf(['custom', 'vm-dropped']),
      applies_to: check.nullable(check.listOf(check.oneOf(['calls', 'meetings']))),
    },
    problems,
    before ? [] : ['name'],
  )
  problems.refuse()
  return given
}
