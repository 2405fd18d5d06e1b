import { isDate, normalizeStamp } from './stamp.ts'
import { listOf, objectsOf, textOf, textsOf } from './record.ts'
import type { Reader, Rec } from './state.ts'

/** Object types that carry custom fields, as `custom_field.object_type` and associations name them. */
export type FieldOwner = 'lead' | 'contact' | 'opportunity' | 'activity' | 'custom_object'

/**
 * Objects that come in types of the organisation's own: each type has its own fields. `kind` is where those are
 * defined and `association` how shared fields name the type, whose id is under `key`. Source: contract 14.
 */
export const CUSTOM_TYPES = {
  activity: { kind: 'activity', association: 'custom_activity_type', key: 'custom_activity_type_id' },
  custom_object: {
    kind: 'custom_object_type',
    association: 'custom_object_type',
    key: 'custom_object_type_id',
  },
} as const

/** How the fields of an object type follow from its custom types; undefined where there are none. */
export function customTypeOf(owner: FieldOwner) {
  return owner === 'activity' || owner === 'custom_object' ? CUSTOM_TYPES[owner] : undefined
}

/**
 * The definitions that apply to an object type: its own and the shared ones that are associated with it, in
 * creation order. Source: Custom Fields, Shared Custom Fields; contract 14.
 */
export function customFieldsOf(reader: Reader, objectType: FieldOwner, customTypeId?: string): Rec[] {
  const own: Rec[] = []
  for (const field of reader.all('custom_field')) {
    if (appliesTo(field, objectType, customTypeId)) own.push(field)
  }
  return own
}

/** Whether a definition applies to an object type, or to the one custom type of it that is named. */
export function appliesTo(field: Rec, objectType: FieldOwner, customTypeId?: string): boolean {
  const typed = customTypeOf(objectType)
  if (typed && field['object_type'] === typed.kind) return field[typed.key] === customTypeId
  return field['object_type'] === objectType || associationOf(field, objectType, customTypeId) !== undefined
}

/** What a shared field is on an object type; undefined when it is not associated with it. */
export function associationOf(
  field: Rec,
  objectType: FieldOwner,
  customTypeId?: string,
): Record<string, unknown> | undefined {
  const typed = customTypeOf(objectType)
  return objectsOf(field, 'associations').find((association) =>
    typed
      ? association['object_type'] === typed.association && association[typed.key] === customTypeId
      : association['object_type'] === objectType,
  )
}

/** Whether objects of a custom type need a value for the field. Source: contract 14, `required`. */
export function isRequired(field: Rec, objectType: FieldOwner, customTypeId: string): boolean {
  return (associationOf(field, objectType, customTypeId) ?? field)['required'] === true
}

/**
 * The `custom.cf_…` keys of `rec` with their values as the API shows them: in the order in which they are
 * stored, and only those with a value that its definition still allows. Source: Custom Fields; contract 8.1, 14.
 */
export function customValues(reader: Reader, rec: Rec): [key: string, value: unknown][] {
  const values: [string, unknown][] = []
  for (const key in rec) {
    if (!key.startsWith('custom.')) continue
    const value = customValue(reader, rec, key.slice('custom.'.length))
    if (value !== undefined) values.push([key, value])
  }
  return values
}

/** One custom field's value as the API shows it; undefined when it has none or the field is gone. */
export function customValue(reader: Reader, rec: Rec, fieldId: string): unknown {
  const raw = rec[`custom.${fieldId}`]
  if (raw === undefined || raw === null) return undefined
  const field = reader.get('custom_field', fieldId)
  if (!field) return undefined
  const valid = (Array.isArray(raw) ? raw : [raw])
    .map((value: unknown) => validValue(reader, field, rec, value))
    .filter((value) => value !== undefined)
  if (valid.length === 0) return undefined
  return field['accepts_multiple_values'] === true ? valid : valid[0]
}

/**
 * A stored value under its definition as that is now. A definition may have changed since the value was
 * written: a removed choice or a deleted user is not shown, and after a change of the type a value is shown
 * if it can be read as the new type [guess: the real service converts stored values in the background].
 */
function validValue(reader: Reader, field: Rec, rec: Rec, value: unknown): unknown {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  switch (textOf(field, 'type')) {
    case 'number':
      return typeof value === 'number' ? value : numberIn(text)
    case 'date':
      return text !== undefined && isDate(text.slice(0, 10)) ? text.slice(0, 10) : undefined
    case 'datetime':
      return text === undefined ? undefined : (normalizeStamp(text) ?? undefined)
    case 'choices':
      return text !== undefined && listOf(field, 'choices').includes(text) ? text : undefined
    case 'user':
      return text !== undefined && reader.get('user', text) ? text : undefined
    case 'contact': {
      const leadId = textOf(rec, 'lead_id') ?? rec.id
      const contact = text === undefined ? undefined : reader.get('contact', text)
      return contact?.['lead_id'] === leadId ? text : undefined
    }
    case 'custom_object':
      return text !== undefined && isReferable(reader, field, text) ? text : undefined
    default:
      return text
  }
}

/** Whether a field of type `custom_object` may hold the id: one of an object of the type that it names. Contract 14. */
export function isReferable(reader: Reader, field: Rec, id: string): boolean {
  return (
    reader.get('custom_object', id)?.['custom_object_type_id'] === (field['referenced_custom_type_id'] ?? '')
  )
}

/** Ids of the roles that may write the field's values on an object type; empty for everyone (contract 14). */
export function rolesThatMayEdit(field: Rec, objectType: FieldOwner, customTypeId?: string): string[] {
  return textsOf(associationOf(field, objectType, customTypeId) ?? field, 'editable_with_roles')
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}
