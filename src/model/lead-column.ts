import type { CustomField } from './custom-field.ts'
import { customKey } from './custom-key.ts'

/** How a column's value reads, sorts, filters and edits. */
export type ValueKind =
  | 'text'
  | 'longtext'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime'
  | 'status'
  | 'choices'
  | 'user'
  | 'contact'
  | 'contacts'
  | 'email'
  | 'phone'
  | 'address'
  | 'opportunities'
  | 'tasks'

/** A column of the table: what it is called, what it asks the API for, and whether the server can sort by it. */
export type LeadColumn = {
  /** The wire key for a plain field; a name of ours for a composed one. Stable: it stands in addresses. */
  id: string
  label: string
  kind: ValueKind
  /** Names for `_fields`; only shown columns' names are asked for. */
  fields: readonly string[]
  sortable: boolean
  /** Pixels at first. */
  width: number
  /** Whether the cell edits its value in place. */
  editable: boolean
  /** Several values in one field, edited as chips. */
  multiple: boolean
  customField?: CustomField
}

/** The pinned first column. */
export const NAME_COLUMN: LeadColumn = builtIn('display_name', 'Lead', 'text', {
  width: 260,
  fields: ['display_name', 'name'],
  editable: true,
})

/** Columns that every organisation has, in their first order. Source: contract 8.1. */
export const BUILT_IN_COLUMNS: readonly LeadColumn[] = [
  NAME_COLUMN,
  builtIn('status_id', 'Status', 'status', {
    width: 150,
    fields: ['status_id', 'status_label'],
    sortable: true,
    editable: true,
  }),
  builtIn('contacts', 'Contacts', 'contacts', { width: 200, sortable: false }),
  builtIn('primary_email', 'Email', 'email', { width: 220, sortable: false }),
  builtIn('primary_phone', 'Phone', 'phone', { width: 160, sortable: false }),
  builtIn('url', 'URL', 'url', { width: 200, editable: true }),
  builtIn('description', 'Description', 'longtext', { width: 320, editable: true }),
  builtIn('addresses', 'Address', 'address', { width: 200, sortable: false }),
  builtIn('opportunities', 'Opportunities', 'opportunities', { width: 170, sortable: false }),
  builtIn('tasks', 'Open tasks', 'tasks', { width: 170, sortable: false }),
  builtIn('date_created', 'Created', 'datetime', { width: 140 }),
  builtIn('date_updated', 'Updated', 'datetime', { width: 140 }),
  builtIn('created_by', 'Created by', 'user', {
    width: 160,
    fields: ['created_by', 'created_by_name'],
    sortable: false,
  }),
]

/** Columns shown until a person chooses; custom fields follow as room allows. */
export const DEFAULT_COLUMN_IDS: readonly string[] = [
  'display_name',
  'status_id',
  'contacts',
  'primary_email',
  'primary_phone',
]

/** How many custom fields a fresh table shows after the default columns. */
export const DEFAULT_CUSTOM_COLUMNS = 5

const KINDS: Record<string, ValueKind> = {
  text: 'text',
  textarea: 'longtext',
  number: 'number',
  date: 'date',
  datetime: 'datetime',
  choices: 'choices',
  user: 'user',
  contact: 'contact',
}

/** How a custom field's values read; an unknown type reads as text. Source: contract 14. */
export function customFieldKind(field: Pick<CustomField, 'type'>): ValueKind {
  return KINDS[field.type] ?? 'text'
}

/** The column of a custom field. Its id is the wire key. */
export function customFieldColumn(field: CustomField): LeadColumn {
  const kind = customFieldKind(field)
  const multiple = field.accepts_multiple_values
  return {
    id: customKey(field.id),
    label: field.name,
    kind,
    // Its values are ids; the contacts beside them have the names.
    fields: kind === 'contact' ? [customKey(field.id), 'contacts'] : [customKey(field.id)],
    sortable:
      !multiple &&
      (kind === 'text' || kind === 'number' || kind === 'date' || kind === 'datetime' || kind === 'choices'),
    width: multiple ? 240 : kind === 'number' || kind === 'date' ? 130 : 170,
    editable: field.type !== 'hidden' && field.type !== 'custom_object',
    multiple,
    customField: field,
  }
}

/** All columns of an organisation: built-in ones, then its custom fields in display order, hidden ones left out. */
export function leadColumns(fields: readonly CustomField[]): LeadColumn[] {
  return [...BUILT_IN_COLUMNS, ...fields.filter((field) => field.type !== 'hidden').map(customFieldColumn)]
}

/** The columns of a fresh table. */
export function defaultColumnIds(columns: readonly LeadColumn[]): string[] {
  const custom = columns.filter((column) => column.customField).slice(0, DEFAULT_CUSTOM_COLUMNS)
  return [...DEFAULT_COLUMN_IDS, ...custom.map((column) => column.id)]
}

/**
 * Names for `_fields` that show `columns`, plus what every row needs to be identified and compared.
 * More than 100 names are refused by the server, so many custom fields collapse into `custom`
 * (contract 4, `List is too long.`).
 */
export function fieldsFor(columns: readonly LeadColumn[]): string[] {
  const names = new Set(['id', 'display_name', 'date_updated', 'date_created'])
  for (const column of columns) for (const name of column.fields) names.add(name)
  if (names.size <= MAX_FIELDS) return [...names].sort()
  return [...[...names].filter((name) => !name.startsWith('custom.')), 'custom'].sort()
}

const MAX_FIELDS = 90

function builtIn(
  id: string,
  label: string,
  kind: ValueKind,
  options: { width: number; fields?: string[]; sortable?: boolean; editable?: boolean },
): LeadColumn {
  return {
    id,
    label,
    kind,
    fields: options.fields ?? [id],
    sortable: options.sortable ?? true,
    width: options.width,
    editable: options.editable ?? false,
    multiple: false,
  }
}
