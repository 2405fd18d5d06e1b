import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Call } from '#mocks/engine/call.ts'
import { forbidden } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { callerRoleId } from '#mocks/engine/permissions.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { demandRequired, readCustomPatch } from './custom-patch.ts'
import { insert, newRecord, update } from './save.ts'

/** Creates an object of a custom type on a lead: type, lead and name are required. Source: Custom Objects; contract 14. */
export function createCustomObject(call: Call): Rec {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      custom_object_type_id: check.reference((id) => call.tx.get('custom_object_type', id)),
      lead_id: check.reference((id) => call.tx.get('lead', id)),
      name: check.required(check.text),
    },
    problems,
    ['custom_object_type_id', 'lead_id', 'name'],
  )
  const custom = readCustom(call, given, {}, problems)
  problems.refuse()
  demandRole(call, given)
  const { id, organization_id, ...authored } = newRecord(call, 'co_')
  const blank: Rec = { id, organization_id, ...given, ...authored }
  return insert(call, 'custom_object', applyLeadPatch(blank, custom))
}

/** Patches an object's name and custom fields; its type and lead stay. Source: Custom Objects; contract 14. */
export function updateCustomObject(call: Call, object: Rec): Rec {
  demandRole(call, object)
  const problems = new Problems()
  const given = readKnown(call.body, { name: check.required(check.text) }, problems)
  const custom = readCustom(call, object, object, problems)
  problems.refuse()
  return update(call, 'custom_object', applyLeadPatch({ ...object, ...given }, custom))
}

/** Refuses callers whose role is not among those that may edit objects of the type. Source: Custom Object Types. */
export function demandRole(call: Call, object: Readonly<Record<string, unknown>>): void {
  const type = call.tx.get('custom_object_type', textOf(object, 'custom_object_type_id') ?? '')
  const roles = textsOf(type, 'editable_with_roles')
  if (roles.length > 0 && !roles.includes(callerRoleId(call.tx, call.callerId) ?? '')) {
    throw forbidden(call.switches.forbiddenStatus)
  }
}

function readCustom(
  call: Call,
  object: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  problems: Problems,
): Record<string, unknown> {
  const customTypeId = textOf(object, 'custom_object_type_id') ?? ''
  const leadId = textOf(object, 'lead_id') ?? undefined
  const target = { type: 'custom_object', leadId, customTypeId } as const
  const custom = readCustomPatch(call, call.body, target, problems)
  demandRequired(call, target, { ...before, ...custom }, problems)
  return custom
}
