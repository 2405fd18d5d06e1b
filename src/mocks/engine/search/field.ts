import type { Rec, Table } from '#mocks/engine/state.ts'

/** What a field holds: tells which conditions fit it and how it sorts. */
export type FieldKind =
  'text' | 'choice' | 'number' | 'boolean' | 'moment' | 'date' | 'reference' | 'timezone'

/** A field of one object type that a query can name. */
export type Field = {
  /** Tells it apart from the other fields of its object type. */
  key: string
  kind: FieldKind
  /** Names that `reference_type` may have for it; empty unless its values are ids. */
  references: readonly string[]
  /** Tables other than its own that its value is made from. A derived value is kept once it is made. */
  from: readonly Table[]
  isDerived: boolean
  /** Whether one record may have several values. */
  isMany: boolean
  isSortable: boolean
  /** The value, or a list of values where `isMany`; undefined or null when the record has none. */
  read(rec: Rec): unknown
}

/** `reference_type` of fields that hold users. Source: contract 18, "Conditions". */
export const USER_REFERENCES: readonly string[] = ['user_or_group', 'user']

/** Whether a field holds ids of users: `CURRENT_USER` stands for one there. */
export function isUserField(field: Field): boolean {
  return field.references === USER_REFERENCES
}

/** Whether a field's value is there at all. */
export function isPresent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== ''
}
