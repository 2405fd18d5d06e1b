import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { fieldsInOrder, orderKey, setFieldOrder } from '#mocks/engine/custom-order.ts'
import { CUSTOM_TYPES, rolesThatMayEdit, type FieldOwner } from '#mocks/engine/custom-fields.ts'
import { projectFields } from '#mocks/engine/fields.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, Problems, readKnown, ValueProblem } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { isObject } from '#mocks/engine/record.ts'
import { serialize } from '#mocks/engine/serialize.ts'

type Schema = { objectType: FieldOwner; customTypeId?: string }

/** `GET /custom_field_schema/{type}/`: all fields in display order, shared ones included. Contract 14. */
export function getSchema(call: Call): Reply {
  return sendSchema(call, schemaOf(call))
}

/** `PUT /custom_field_schema/{type}/`: reorders; what the body leaves out moves to the end. Contract 14. */
export function putSchema(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const schema = schemaOf(call)
  const present = fieldsInOrder(call.tx, schema.objectType, schema.customTypeId).map((field) => field.id)
  const problems = new Problems()
  const id = (item: unknown) => {
    const value = isObject(item) ? item['id'] : undefined
    if (typeof value !== 'string' || !present.includes(value)) throw new ValueProblem(NO_OBJECT)
    return value
  }
  const { fields } = readKnown(call.body, { fields: check.listOf(id) }, problems, ['fields'])
  problems.refuse()
  setFieldOrder(call.tx, orderKey(schema.objectType, schema.customTypeId), [
    ...(fields as string[]),
    ...present,
  ])
  return sendSchema(call, schema)
}

function schemaOf(call: Call): Schema {
  const { type = '', customTypeId } = call.params
  if ((type === 'activity' || type === 'custom_object') && customTypeId !== undefined) {
    const table = CUSTOM_TYPES[type].association
    const model = type === 'activity' ? 'CustomActivityType' : 'CustomObjectType'
    if (!call.tx.get(table, customTypeId)) throw notFound(model)
    return { objectType: type, customTypeId }
  }
  const isPlain =
    (type === 'lead' || type === 'contact' || type === 'opportunity') && customTypeId === undefined
  if (!isPlain) throw notFound('CustomFieldSchema')
  return { objectType: type }
}

function sendSchema(call: Call, { objectType, customTypeId }: Schema): Reply {
  const fields = fieldsInOrder(call.tx, objectType, customTypeId).map((field) => {
    const sent = serialize(call.tx, 'custom_field', field, undefined, call)
    const body = { ...sent, editable_with_roles: rolesThatMayEdit(field, objectType, customTypeId) }
    return projectFields(body, call.fields)
  })
  return ok({ fields })
}
