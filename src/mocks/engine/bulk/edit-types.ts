import type { Call } from '#mocks/engine/call.ts'
import { customFieldsOf } from '#mocks/engine/custom-fields.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, type Problems, readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { textOf } from '#mocks/engine/record.ts'
import { readCustomPatch } from '#mocks/engine/writes/custom-patch.ts'

/** Edits of leads; those of contacts, activities and opportunities are not part of the demo. Contract 20. */
export const EDIT_TYPES = ['set_lead_status', 'set_custom_field', 'clear_custom_field']

/** Operations on a custom field, the default first. */
const OPERATIONS = ['replace', 'add', 'remove'] as const

export type Patch = Readonly<Record<string, unknown>>

/**
 * What a bulk edit does to each lead, as patches to apply one after the other, and the parameters that its
 * answer repeats. Custom fields are named by id without `custom.`, or by name. Source: Bulk Actions; contract 20.
 */
export function readEdit(call: Call, type: string, problems: Problems): { patches: Patch[]; shown: Patch } {
  return type === 'set_lead_status' ? readStatusEdit(call, problems) : readFieldEdit(call, type, problems)
}

function readStatusEdit(call: Call, problems: Problems): { patches: Patch[]; shown: Patch } {
  const status = check.reference((id) => call.tx.get('lead_status', id))
  const given = readKnown(call.body, { lead_status_id: status }, problems, ['lead_status_id'])
  return { patches: [{ status_id: given['lead_status_id'] }], shown: given }
}

function readFieldEdit(call: Call, type: string, problems: Problems): { patches: Patch[]; shown: Patch } {
  const { body } = call
  const id = fieldId(call, problems)
  const { custom_field_operation: operation = OPERATIONS[0] } = readKnown(
    body,
    { custom_field_operation: check.oneOf(OPERATIONS) },
    problems,
  )
  const shown = {
    custom_field_id: id ?? null,
    custom_field_name: textOf(body, 'custom_field_name'),
    custom_field_value: body['custom_field_value'] ?? null,
    custom_field_values: body['custom_field_values'] ?? null,
    custom_field_operation: operation,
  }
  if (id === undefined) return { patches: [], shown }
  if (type === 'clear_custom_field') return { patches: [{ [`custom.${id}`]: null }], shown }
  const several = body['custom_field_values'] ?? undefined
  const value = several ?? body['custom_field_value'] ?? undefined
  if (value === undefined) problems.add('custom_field_value', REQUIRED)
  const target = { type: 'lead', leadId: undefined } as const
  const read = (key: string, given: unknown) => readCustomPatch(call, { [key]: given }, target, problems)
  if (operation === 'replace') return { patches: [read(`custom.${id}`, value)], shown }
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return { patches: values.map((one) => read(`custom.${id}.${operation as string}`, one)), shown }
}

function fieldId(call: Call, problems: Problems): string | undefined {
  const { custom_field_id: id, custom_field_name: name } = call.body
  const fields = customFieldsOf(call.tx, 'lead')
  const field =
    id === undefined || id === null
      ? fields.find((one) => one['name'] === name)
      : fields.find((one) => one.id === id)
  if (!field) problems.add('custom_field', (id ?? name) === undefined ? REQUIRED : NO_OBJECT)
  return field?.id
}
