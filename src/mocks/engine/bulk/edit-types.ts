import type { Call } from '#mocks/engine/call.ts'
import { associationOf, customFieldsOf, customTypeOf, type FieldOwner } from '#mocks/engine/custom-fields.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, type Problems, readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { readCustomPatch } from '#mocks/engine/writes/custom-patch.ts'

type Edit = { sets: 'status' | 'field' | 'nothing'; owner: FieldOwner | 'any' }

const OWNERS = {
  '': 'lead',
  contact_: 'contact',
  activity_: 'activity',
  opportunity_: 'opportunity',
  custom_object_: 'custom_object',
  global_: 'any',
} as const

/** Edits by type. A `global` field is a shared one, on whatever the query finds. Source: Bulk Actions; contract 20. */
const EDITS: ReadonlyMap<string, Edit> = new Map([
  ['set_lead_status', { sets: 'status', owner: 'lead' }],
  ...Object.entries(OWNERS).flatMap(([name, owner]): [string, Edit][] => [
    [`set_${name}custom_field`, { sets: 'field', owner }],
    [`clear_${name}custom_field`, { sets: 'nothing', owner }],
  ]),
])

/** What the `type` of a bulk edit may be. */
export const EDIT_TYPES: readonly string[] = [...EDITS.keys()]

/** Operations on a custom field, the default first. */
const OPERATIONS = ['replace', 'add', 'remove'] as const

export type Patch = Readonly<Record<string, unknown>>

/** What a bulk edit does to each object, as patches to apply one after the other, and what its answer repeats. */
export type ReadEdit = { patches: Patch[]; shown: Patch }

/** Whether objects of a table are what edits of a type are for. */
export function isEditOf(type: string, table: Table): boolean {
  const owner = EDITS.get(type)?.owner
  return owner === 'any' ? isOwner(table) : owner === table
}

/** Reads an edit of objects of one table. Custom fields are named by id without `custom.`, or by name. Contract 20. */
export function readEdit(call: Call, type: string, table: Table, problems: Problems): ReadEdit {
  const edit = EDITS.get(type)
  if (edit?.sets === 'status') return readStatusEdit(call, problems)
  return edit && isOwner(table) ? readFieldEdit(call, edit, table, problems) : { patches: [], shown: {} }
}

function isOwner(table: Table): table is FieldOwner {
  return Object.values<string>(OWNERS).includes(table)
}

function readStatusEdit(call: Call, problems: Problems): ReadEdit {
  const status = check.reference((id) => call.tx.get('lead_status', id))
  const given = readKnown(call.body, { lead_status_id: status }, problems, ['lead_status_id'])
  return { patches: [{ status_id: given['lead_status_id'] }], shown: given }
}

function readFieldEdit(call: Call, edit: Edit, owner: FieldOwner, problems: Problems): ReadEdit {
  const { body } = call
  const field = fieldNamed(call, edit, owner, problems)
  const { custom_field_operation: operation = OPERATIONS[0] } = readKnown(
    body,
    { custom_field_operation: check.oneOf(OPERATIONS) },
    problems,
  )
  const shown = {
    custom_field_id: field?.id ?? null,
    custom_field_name: textOf(body, 'custom_field_name'),
    custom_field_value: body['custom_field_value'] ?? null,
    custom_field_values: body['custom_field_values'] ?? null,
    custom_field_operation: operation,
  }
  if (!field) return { patches: [], shown }
  const key = `custom.${field.id}`
  if (edit.sets === 'nothing') return { patches: [{ [key]: null }], shown }
  const value = body['custom_field_values'] ?? body['custom_field_value'] ?? undefined
  if (value === undefined) problems.add('custom_field_value', REQUIRED)
  const target = { type: owner, leadId: undefined, ...customTypeId(field, owner) }
  const read = (name: string, given: unknown) => readCustomPatch(call, { [name]: given }, target, problems)
  if (operation === 'replace') return { patches: [read(key, value)], shown }
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return { patches: values.map((one) => read(`${key}.${operation as string}`, one)), shown }
}

function fieldNamed(call: Call, edit: Edit, owner: FieldOwner, problems: Problems): Rec | undefined {
  const { custom_field_id: id, custom_field_name: name } = call.body
  const isNamed = id !== undefined && id !== null
  const field = candidates(call, edit, owner).find((one) => (isNamed ? one.id === id : one['name'] === name))
  if (!field) problems.add('custom_field', (id ?? name ?? undefined) === undefined ? REQUIRED : NO_OBJECT)
  return field
}

/** The fields that an edit may name: of typed objects those of any type, for a `global` one the shared ones. */
function candidates(call: Call, edit: Edit, owner: FieldOwner): Rec[] {
  const typed = customTypeOf(owner)
  const fields = typed
    ? [...call.tx.all('custom_field')].filter(
        (field) => field['object_type'] === typed.kind || customTypeId(field, owner) !== undefined,
      )
    : customFieldsOf(call.tx, owner)
  return edit.owner === 'any' ? fields.filter((field) => field['object_type'] === 'shared') : fields
}

/** One custom type that the field applies to, where objects of `owner` have types. */
function customTypeId(field: Rec, owner: FieldOwner): { customTypeId: string } | undefined {
  const typed = customTypeOf(owner)
  if (!typed) return undefined
  const named = [field, ...objectsOf(field, 'associations')].map((one) => textOf(one, typed.key))
  const id = named.find((one) => one !== null)
  return id !== undefined && id !== null && (field[typed.key] === id || associationOf(field, owner, id))
    ? { customTypeId: id }
    : undefined
}
