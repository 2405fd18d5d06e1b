import { created, noContent, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send } from './crud.ts'

/** `/custom_object_type/`: POST 201, DELETE 204, the list without `has_more`. Source: contract 3, 6. */

export function listCustomObjectTypes(call: Call): Reply {
  const types = allOf(call, 'custom_object_type')
  return ok({ data: types.map((type) => serialize(call.tx, 'custom_object_type', type, call.fields, call)) })
}

export function postCustomObjectType(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const type = insert(call, 'custom_object_type', { ...newRecord(call, 'cotype_'), ...read(call, undefined) })
  const body = serialize(call.tx, 'custom_object_type', type, call.fields, call)
  return created(body, `/custom_object_type/${type.id}/`)
}

export function getCustomObjectType(call: Call): Reply {
  return send(call, 'custom_object_type', find(call, 'custom_object_type', 'CustomObjectType'))
}

export function putCustomObjectType(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const type = find(call, 'custom_object_type', 'CustomObjectType')
  const next = { ...type, ...read(call, type) }
  return send(call, 'custom_object_type', update(call, 'custom_object_type', next))
}

/** Refused while objects of the type exist [guess]. */
export function deleteCustomObjectType(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const type = find(call, 'custom_object_type', 'CustomObjectType')
  for (const object of call.tx.all('custom_object')) {
    if (object['custom_object_type_id'] === type.id)
      throw plain(400, 'The custom object type is still in use.')
  }
  erase(call, 'custom_object_type', type)
  return noContent()
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      name_plural: check.required(check.text),
      description: check.nullable(check.text),
      api_create_only: check.bool,
      editable_with_roles: check.listOf(check.reference((id) => call.tx.get('role', id))),
    },
    problems,
    before ? [] : ['name', 'name_plural'],
  )
  problems.refuse()
  return given
}
