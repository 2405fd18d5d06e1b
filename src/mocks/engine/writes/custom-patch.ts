import { parsePatchKey } from '#model/custom-key.ts'
import type { Call } from '#mocks/engine/call.ts'
import {
  appliesTo,
  customFieldsOf,
  isReferable,
  isRequired,
  rolesThatMayEdit,
  type FieldOwner,
} from '#mocks/engine/custom-fields.ts'
import { NO_OBJECT, NOT_A_CHOICE, ValueProblem, type Problems } from '#mocks/engine/http/validate.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { userName } from '#mocks/engine/lookups.ts'
import { callerRoleId } from '#mocks/engine/permissions.ts'
import { isObject, listOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'

/** What the custom values of a body are written to. */
export type CustomTarget = {
  type: FieldOwner
  /** The lead it is or belongs to: a `contact` value must be one of its contacts. Undefined while it is new. */
  leadId: string | undefined
  /** For activities and custom objects: their custom type. */
  customTypeId?: string
}

/**
 * The custom values of a body as a patch whose keys are all `custom.<id>`, with or without `.add` / `.remove`,
 * and whose values are valid. Values may also come by field name, as `custom.NAME` or in a `custom` object,
 * which is deprecated: there, unknown names are dropped, while unknown ids are refused. Source: Lead API,
 * "custom.FIELD_ID"; contract 8.4, 8.6, 14, 21.8, 21.22 to 21.24.
 */
export function readCustomPatch(
  call: Call,
  body: Readonly<Record<string, unknown>>,
  target: CustomTarget,
  problems: Problems,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const [key, value] of customEntries(body)) {
    const named = resolveKey(call, key, target)
    if (named === 'dropped') continue
    if (named === 'unknown') {
      if (call.switches.refuseUnknownCustomFields) problems.add(parsePatchKey(key).field, NO_OBJECT)
      continue
    }
    const name = `custom.${named.field.id}`
    const suffix = named.op === 'set' ? '' : `.${named.op}`
    problems.collect(name, () => {
      demandEditable(call, named.field, target)
      patch[`${name}${suffix}`] = readValue(call, named.field, named.op, value, target)
    })
  }
  return patch
}

/** Adds a problem for each required field of a custom type that has no value in `after`. Source: contract 14. */
export function demandRequired(
  call: Call,
  { type, customTypeId = '' }: CustomTarget,
  after: Readonly<Record<string, unknown>>,
  problems: Problems,
): void {
  for (const field of customFieldsOf(call.tx, type, customTypeId)) {
    const key = `custom.${field.id}`
    const isThere = (after[key] ?? after[`${key}.add`] ?? null) !== null
    if (isRequired(field, type, customTypeId) && !isThere) problems.add(key, check.REQUIRED)
  }
}

type Op = 'set' | 'add' | 'remove'

function customEntries(body: Readonly<Record<string, unknown>>): [string, unknown][] {
  const dict = isObject(body['custom']) ? body['custom'] : {}
  const byName = Object.entries(dict).map(([name, value]): [string, unknown] => [`custom.${name}`, value])
  return [...byName, ...Object.entries(body).filter(([key]) => key.startsWith('custom.'))]
}

function resolveKey(
  call: Call,
  key: string,
  target: CustomTarget,
): { field: Rec; op: Op } | 'unknown' | 'dropped' {
  const whole = key.slice('custom.'.length)
  const named = byName(call, whole, target)
  if (named) return { field: named, op: 'set' }
  const { field: fieldKey, op } = parsePatchKey(key)
  const id = fieldKey.slice('custom.'.length)
  const field = call.tx.get('custom_field', id)
  if (field && appliesTo(field, target.type, target.customTypeId)) return { field, op }
  if (/^l?cf_/.test(id)) return 'unknown'
  const byShortName = op === 'set' ? undefined : byName(call, id, target)
  return byShortName ? { field: byShortName, op } : 'dropped'
}

function byName(call: Call, name: string, target: CustomTarget): Rec | undefined {
  if (/^l?cf_\w{20,}/.test(name)) return undefined
  return customFieldsOf(call.tx, target.type, target.customTypeId).find((field) => field['name'] === name)
}

/** Values of a field that is reserved for other roles stay [guess: the text of the refusal]. */
function demandEditable(call: Call, field: Rec, target: CustomTarget): void {
  const roles = rolesThatMayEdit(field, target.type, target.customTypeId)
  if (roles.length > 0 && !roles.includes(callerRoleId(call.tx, call.callerId) ?? '')) {
    throw new ValueProblem('Value cannot be changed.')
  }
}

function readValue(call: Call, field: Rec, op: Op, value: unknown, target: CustomTarget): unknown {
  const isMultiple = field['accepts_multiple_values'] === true
  if (op !== 'set') {
    if (!isMultiple) throw new ValueProblem('This field does not accept multiple values.')
    return op === 'add' ? readOne(call, field, value, target) : readRemoved(call, field, value)
  }
  if (value === null) return null
  if (value === '' && isText(field)) return null
  if (!isMultiple) return readOne(call, field, value, target)
  return check.listOf((item) => readOne(call, field, item, target))(Array.isArray(value) ? value : [value])
}

/** A value to take away need not be valid any more, so that a removed choice can be cleared. */
function readRemoved(call: Call, field: Rec, value: unknown): unknown {
  const given = check.text(value)
  return field['type'] === 'user' ? (userNamed(call, given) ?? given) : given
}

function readOne(call: Call, field: Rec, value: unknown, target: CustomTarget): unknown {
  switch (textOf(field, 'type')) {
    case 'number':
      return check.finite(value)
    case 'date':
      return check.date(value)
    case 'datetime':
      return check.dateTime(value)
    case 'choices':
      if (!listOf(field, 'choices').includes(check.text(value))) throw new ValueProblem(NOT_A_CHOICE)
      return value
    case 'user':
      return readUser(call, value)
    case 'contact':
      return readContact(call, value, target)
    case 'custom_object':
      if (!isReferable(call.tx, field, check.text(value) as string)) throw new ValueProblem(NO_OBJECT)
      return value
    default:
      return check.text(value)
  }
}

function isText(field: Rec): boolean {
  return ['text', 'textarea', 'hidden'].includes(textOf(field, 'type') ?? '')
}

function readUser(call: Call, value: unknown): string {
  const id = userNamed(call, check.text(value))
  if (id === undefined) throw new ValueProblem(NO_OBJECT)
  return id
}

/** The id of the user with this id or exact full name. */
function userNamed(call: Call, given: unknown): string | undefined {
  if (typeof given !== 'string' || given === '') return undefined
  if (call.tx.get('user', given)) return given
  for (const user of call.tx.all('user')) {
    if (userName(call.tx, user.id) === given) return user.id
  }
  return undefined
}

function readContact(call: Call, value: unknown, target: CustomTarget): unknown {
  const contact = call.tx.get('contact', check.text(value) as string)
  if (!contact || contact['lead_id'] !== target.leadId) throw new ValueProblem(NO_OBJECT)
  return value
}
