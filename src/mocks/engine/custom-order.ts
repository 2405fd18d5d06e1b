import { customFieldsOf, type FieldOwner } from './custom-fields.ts'
import { textsOf } from './record.ts'
import type { Reader, Rec, Tx } from './state.ts'

/** The key of `custom_field_order`: the object type, for activities with the custom type's id. */
export function orderKey(objectType: FieldOwner, customTypeId?: string): string {
  return customTypeId === undefined ? objectType : `${objectType}/${customTypeId}`
}

/**
 * All definitions of an object type, shared ones included, in display order; those that were never ordered
 * come last. Source: Custom Field Schemas; contract 14.
 */
export function fieldsInOrder(reader: Reader, objectType: FieldOwner, customTypeId?: string): Rec[] {
  const fields = new Map(customFieldsOf(reader, objectType, customTypeId).map((field) => [field.id, field]))
  const ids = textsOf(reader.get('custom_field_order', orderKey(objectType, customTypeId)), 'field_ids')
  const ordered = ids.flatMap((id) => fields.get(id) ?? [])
  const rest = [...fields.values()].filter((field) => !ids.includes(field.id))
  return [...ordered, ...rest]
}

/** Stores the display order under a key; an id that comes twice counts where it comes first. */
export function setFieldOrder(tx: Tx, key: string, ids: readonly string[]): void {
  tx.put('custom_field_order', { id: key, field_ids: [...new Set(ids)] })
}
