import { canAcceptMultipleValues, CUSTOM_FIELD_TYPES } from '#model/custom-field.ts'
import type { Call } from '#mocks/engine/call.ts'
import { orderKey, setFieldOrder } from '#mocks/engine/custom-order.ts'
import { CUSTOM_TYPES, type FieldOwner } from '#mocks/engine/custom-fields.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown, REQUIRED, ValueProblem } from '#mocks/engine/http/validate.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { convertField } from './convert-field.ts'
import { erase, insert, newRecord, update } from './save.ts'

/** Kinds of definitions that have a path of their own. */
export type CustomFieldKind =
  'lead' | 'contact' | 'opportunity' | 'activity' | 'custom_object_type' | 'shared'

type Body = Readonly<Record<string, unknown>>

/** Creates a definition; it comes last in the display order. Source: Custom Fields; contract 14. */
export function createCustomField(call: Call, kind: CustomFieldKind, body: Body): Rec {
  const problems = new Problems()
  const given = readDefinition(call, kind, body, undefined, problems)
  problems.refuse()
  const { id, organization_id, ...authored } = newRecord(call, 'cf_')
  const field = insert(call, 'custom_field', {
    id,
    organization_id,
    object_type: kind,
    description: null,
    choices: null,
    accepts_multiple_values: false,
    editable_with_roles: [],
    referenced_custom_type_id: null,
    back_reference_is_visible: false,
    ...(kind === 'shared' ? { associations: [] } : {}),
    ...given,
    ...authored,
  })
  if (kind === 'shared') return field
  const { owner, typeId } = ownerOf(kind, given)
  const key = orderKey(owner, typeId)
  setFieldOrder(call.tx, key, [...orderOf(call, key), id])
  return field
}

/** Patches a definition. Stored values stay: those it does not allow any more are not shown. Contract 14. */
export function updateCustomField(call: Call, field: Rec, body: Body): Rec {
  const problems = new Problems()
  const kind = textOf(field, 'object_type') as CustomFieldKind // written by `createCustomField` and the seed
  const given = readDefinition(call, kind, body, field, problems)
  problems.refuse()
  const isConverted = given['type'] !== undefined && given['type'] !== field['type']
  return isConverted ? convertField(call, field, given) : update(call, 'custom_field', { ...field, ...given })
}

/** Removes a definition; its values are not shown from then on. Source: contract 14. */
export function removeCustomField(call: Call, field: Rec): void {
  erase(call, 'custom_field', field)
  for (const order of call.tx.all('custom_field_order')) {
    const ids = textsOf(order, 'field_ids')
    if (ids.includes(field.id))
      setFieldOrder(
        call.tx,
        order.id,
        ids.filter((id) => id !== field.id),
      )
  }
}

const roleIds = (call: Call): check.Check => check.listOf(check.reference((id) => call.tx.get('role', id)))

function readDefinition(
  call: Call,
  kind: CustomFieldKind,
  body: Body,
  before: Rec | undefined,
  problems: Problems,
): Record<string, unknown> {
  const given = readKnown(
    body,
    {
      name: check.required(check.text),
      description: check.emptyAs(null, check.textUpTo(280)),
      type: check.oneOf(typesOf(kind)),
      choices: check.nullable(choices),
      accepts_multiple_values: check.bool,
      editable_with_roles: check.emptyAs([], roleIds(call)),
      back_reference_is_visible: check.bool,
      referenced_custom_type_id: check.nullable(
        check.reference((id) => call.tx.get('custom_object_type', id)),
      ),
      ...typedChecks(call, kind),
    },
    problems,
    before ? [] : ['name', 'type', ...typeKeys(kind)],
  )
  refuseFixed(kind, before, given, problems)
  const after = { ...before, ...given }
  refuseSameName(call, kind, before, after, problems)
  demandFit(after, problems)
  return after['type'] === 'choices' ? given : { ...given, choices: null }
}

/** `textarea` is for activities. Source: contract 14, types. */
function typesOf(kind: CustomFieldKind): string[] {
  return CUSTOM_FIELD_TYPES.filter((type) => type !== 'textarea' || kind === 'activity' || kind === 'shared')
}

/** The object type that a kind of definition is for, and which custom type of it. */
function ownerOf(
  kind: Exclude<CustomFieldKind, 'shared'>,
  field: Readonly<Record<string, unknown>>,
): { owner: FieldOwner; typeId?: string } {
  if (kind === 'activity') return { owner: kind, typeId: textOf(field, CUSTOM_TYPES.activity.key) ?? '' }
  if (kind !== 'custom_object_type') return { owner: kind }
  return { owner: 'custom_object', typeId: textOf(field, CUSTOM_TYPES.custom_object.key) ?? '' }
}

/** The key that names the custom type of a definition, where the kind has such types. */
function typeKeys(kind: CustomFieldKind): string[] {
  return Object.values(CUSTOM_TYPES).flatMap((typed) => (typed.kind === kind ? [typed.key] : []))
}

function typedChecks(call: Call, kind: CustomFieldKind): Record<string, check.Check> {
  const typed = Object.values(CUSTOM_TYPES).find((one) => one.kind === kind)
  if (!typed) return {}
  return {
    [typed.key]: check.reference((id) => call.tx.get(typed.association, id)),
    required: check.bool,
  }
}

const choices: check.Check = (value) => {
  const list = check.listOf(check.required(check.text))(value) as string[]
  if (new Set(list).size < list.length) throw new ValueProblem('Choices must be unique.')
  return list
}

/** A shared field keeps its type, an activity's field its activity type. Source: contract 14. */
function refuseFixed(
  kind: CustomFieldKind,
  before: Rec | undefined,
  given: Record<string, unknown>,
  problems: Problems,
): void {
  if (!before) return
  const fixed = kind === 'shared' ? ['type'] : typeKeys(kind)
  if (before['converting_to_type'] !== undefined) fixed.push('type') // one conversion at a time [guess]
  for (const key of fixed) {
    if (given[key] !== undefined && given[key] !== before[key]) {
      problems.add(check.internalName(key), 'Value cannot be changed.')
    }
  }
}

/** Names are unique per object type [guess]. */
function refuseSameName(
  call: Call,
  kind: CustomFieldKind,
  before: Rec | undefined,
  after: Record<string, unknown>,
  problems: Problems,
): void {
  if (before && before['name'] === after['name']) return
  for (const other of call.tx.all('custom_field')) {
    const isSibling =
      other['object_type'] === kind && typeKeys(kind).every((key) => other[key] === after[key])
    if (isSibling && other.id !== before?.id && other['name'] === after['name']) {
      problems.add('name', 'A custom field with this name already exists.')
    }
  }
}

function demandFit(after: Record<string, unknown>, problems: Problems): void {
  const type = textOf(after, 'type') ?? ''
  const list = after['choices']
  if (type === 'choices' && !Array.isArray(list)) problems.add('choices', REQUIRED)
  else if (type === 'choices' && (list as unknown[]).length === 0)
    problems.add('choices', 'List must not be empty.')
  if (type === 'custom_object' && !after['referenced_custom_type_id'])
    problems.add('referenced_custom_type', REQUIRED)
  if (after['accepts_multiple_values'] === true && type !== '' && !canAcceptMultipleValues(type)) {
    problems.add('accepts_multiple_values', `Fields of type ${type} cannot accept multiple values.`)
  }
}

function orderOf(call: Call, key: string): string[] {
  return textsOf(call.tx.get('custom_field_order', key), 'field_ids')
}
