import { created, noContent, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { isTypeInUse } from '#mocks/engine/activities/custom-activity.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send } from './crud.ts'

/** `/custom_activity/`, the types of custom activities: POST 201, DELETE 204. Source: contract 3, 13. */

export function listCustomActivityTypes(call: Call): Reply {
  const types = allOf(call, 'custom_activity_type')
  return ok({
    data: types.map((type) => serialize(call.tx, 'custom_activity_type', type, call.fields, call)),
  })
}

export function postCustomActivityType(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const type = insert(call, 'custom_activity_type', {
    ...newRecord(call, 'actitype_'),
    ...read(call, undefined),
  })
  const body = serialize(call.tx, 'custom_activity_type', type, call.fields, call)
  return created(body, `/custom_activity/${type.id}/`)
}

export function getCustomActivityType(call: Call): Reply {
  return send(call, 'custom_activity_type', find(call, 'custom_activity_type', 'CustomActivityType'))
}

export function putCustomActivityType(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const type = find(call, 'custom_activity_type', 'CustomActivityType')
  const next = { ...type, ...read(call, type) }
  return send(call, 'custom_activity_type', update(call, 'custom_activity_type', next))
}

/** Refused while activities of the type exist [guess]. */
export function deleteCustomActivityType(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const type = find(call, 'custom_activity_type', 'CustomActivityType')
  if (isTypeInUse(call, type.id)) throw plain(400, 'The custom activity type is still used by activities.')
  erase(call, 'custom_activity_type', type)
  return noContent()
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      description: check.nullable(check.text),
      api_create_only: check.bool,
      is_archived: check.bool,
      editable_with_roles: check.listOf(check.reference((id) => call.tx.get('role', id))),
    },
    problems,
    before ? [] : ['name'],
  )
  problems.refuse()
  return given
}
