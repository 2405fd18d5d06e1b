import { created, noContent, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { CUSTOM_TYPES } from '#mocks/engine/custom-fields.ts'
import { projectFields } from '#mocks/engine/fields.ts'
import { invalid, notFound } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { objectsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { findField } from './custom-fields.ts'

type Association = Record<string, unknown>

const TYPED = Object.values(CUSTOM_TYPES)

/** Object types that a shared field can be put on. */
const OBJECT_TYPES = ['lead', 'contact', 'opportunity', ...TYPED.map(({ association }) => association)]

/** `/custom_field/shared/{id}/association/`. Source: Shared Custom Fields; contract 14. */

/** `POST …/association/` → 201: puts the shared field on an object type, or on one custom type. */
export function postAssociation(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const field = findField(call, 'shared')
  const problems = new Problems()
  const type = { object_type: check.oneOf(OBJECT_TYPES) }
  const { object_type: objectType } = readKnown(call.body, type, problems, ['object_type'])
  const typed = TYPED.find(({ association }) => association === objectType)
  const typeId = typed && { [typed.key]: check.reference((id) => call.tx.get(typed.association, id)) }
  const ids = typeId ? readKnown(call.body, typeId, problems, Object.keys(typeId)) : {}
  const settings = readKnown(call.body, settingChecks(call), problems)
  problems.refuse()
  const association = {
    object_type: objectType,
    ...ids,
    editable_with_roles: [],
    required: false,
    ...settings,
  }
  const present = objectsOf(field, 'associations')
  if (present.some((other) => pathOf(other) === pathOf(association))) {
    throw invalid({ object_type: 'The field is already associated with this object type.' })
  }
  setAssociations(call, field, [...present, association])
  return created(association, `${call.path}${pathOf(association)}/`)
}

/** `GET …/association/{object_type}/`, with the id of the custom type behind it where there is one. */
export function getAssociation(call: Call): Reply {
  return ok(projectFields(findAssociation(call, findField(call, 'shared')), call.fields))
}

/** `PUT …/association/{object_type}/`: who may edit it there, and whether it is required. */
export function putAssociation(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const field = findField(call, 'shared')
  const association = findAssociation(call, field)
  const problems = new Problems()
  const changed = { ...association, ...readKnown(call.body, settingChecks(call), problems) }
  problems.refuse()
  const others = objectsOf(field, 'associations').map((other) => (other === association ? changed : other))
  setAssociations(call, field, others)
  return ok(changed)
}

/** `DELETE …/association/{object_type}/` → 204: takes the field off the object type. */
export function deleteAssociation(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const field = findField(call, 'shared')
  const association = findAssociation(call, field)
  const rest = objectsOf(field, 'associations').filter((other) => other !== association)
  setAssociations(call, field, rest)
  return noContent()
}

function settingChecks(call: Call): Record<string, check.Check> {
  return {
    editable_with_roles: check.emptyAs([], check.listOf(check.reference((id) => call.tx.get('role', id)))),
    required: check.bool,
  }
}

function findAssociation(call: Call, field: Rec): Association {
  const { objectType = '', typeId } = call.params
  const path = typeId === undefined ? objectType : `${objectType}/${typeId}`
  const association = objectsOf(field, 'associations').find((other) => pathOf(other) === path)
  if (!association) throw notFound('SharedCustomFieldAssociation')
  return association
}

function pathOf(association: Association): string {
  const objectType = String(association['object_type'])
  const typed = TYPED.find((one) => one.association === objectType)
  return typed ? `${objectType}/${String(association[typed.key])}` : objectType
}

function setAssociations(call: Call, field: Rec, associations: Association[]): void {
  update(call, 'custom_field', { ...field, associations })
}
