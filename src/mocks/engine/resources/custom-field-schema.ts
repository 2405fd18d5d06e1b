import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { fieldsInOrder, orderKey, setFieldOrder } from '#mocks/engine/custom-order.ts'
import { rolesThatMayEdit, type CustomObjectType } from '#mocks/engine/custom-fields.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, Problems, readKnown, ValueProblem } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { isObject } from '#mocks/engine/record.ts'
import { serialize } from '#mocks/engine/serialize.ts'

type Schema = { objectType: CustomObjectType; customTypeId?: string }

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
  if (type === 'activity' && customTypeId !== undefined) {
    if (!call.tx.get('custom_activity_type', customTypeId)) throw notFound('CustomActivityType')
    return { objectType: 'activity', customTypeId }
  }
  const isPlain =
    (type === 'lead' || type === 'contact' || type === 'opportunity') && customTypeId === undefined
  if (!isPlain) throw notFound('CustomFieldSchema')
  return { objectType: type }
}

function sendSchema(call: Call, { objectType, customTypeId }: Schema): Reply {
  const fields = fieldsInOrder(call.tx, objectType, customTypeId).map((field) => {
    const sent = serialize(call.tx, 'custom_field', field, undefined, call)
    return { ...sent, editable_with_roles: rolesThatMayEdit(field, objectType) }
  })
  return ok({ fields })
}
