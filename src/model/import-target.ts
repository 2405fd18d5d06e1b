import { customFieldKind } from './lead-column.ts'
import type { CustomField } from './custom-field.ts'
import type { DateOrder } from './import-date.ts'

export const ADDRESS_PARTS = ['address_1', 'address_2', 'city', 'state', 'zipcode', 'country'] as const
export type AddressPart = (typeof ADDRESS_PARTS)[number]

export const CONTACT_PARTS = [
  'name',
  'first_name',
  'last_name',
  'title',
  'email',
  'phone',
  'mobile',
  'fax',
  'url',
] as const
export type ContactPart = (typeof CONTACT_PARTS)[number]

export const NEW_FIELD_TYPES = ['text', 'number', 'date', 'datetime', 'choices', 'choices-multiple'] as const
/** Type of a field that the import makes; `choices-multiple` is a choices field of several values. */
export type NewFieldType = (typeof NEW_FIELD_TYPES)[number]

/** Where the cells of a column go. */
export type ImportTarget =
  | { kind: 'none' }
  | { kind: 'lead'; field: 'name' | 'url' | 'description' | 'status' }
  | { kind: 'address'; part: AddressPart }
  | { kind: 'contact'; part: ContactPart }
  | { kind: 'custom'; fieldId: string }
  | { kind: 'new'; type: NewFieldType }

/** What a person decides for one column. */
export type ColumnMapping = {
  target: ImportTarget
  /** Name of the field to make, when the target is a new one. */
  newName: string
  /** What stands between values, where the field takes several. */
  separator: string
  /** Null while nobody knows which of 3/4/2024's numbers is the month. */
  dateOrder: DateOrder | null
}

const LEAD_LABELS = { name: 'Name', url: 'URL', description: 'Description', status: 'Status' } as const
const ADDRESS_LABELS: Record<AddressPart, string> = {
  address_1: 'Address, line 1',
  address_2: 'Address, line 2',
  city: 'City',
  state: 'State',
  zipcode: 'Zip code',
  country: 'Country',
}
const CONTACT_LABELS: Record<ContactPart, string> = {
  name: 'Contact name',
  first_name: 'Contact first name',
  last_name: 'Contact last name',
  title: 'Contact title',
  email: 'Contact email',
  phone: 'Contact phone',
  mobile: 'Contact mobile phone',
  fax: 'Contact fax',
  url: 'Contact URL',
}
const NEW_LABELS: Record<NewFieldType, string> = {
  text: 'New field: text',
  number: 'New field: number',
  date: 'New field: date',
  datetime: 'New field: date and time',
  choices: 'New field: choices',
  'choices-multiple': 'New field: choices, several values',
}

/** A target as text, for a select's value. `parseTarget` reads it back. */
export function targetId(target: ImportTarget): string {
  switch (target.kind) {
    case 'none':
      return 'none'
    case 'lead':
      return `lead:${target.field}`
    case 'address':
    case 'contact':
      return `${target.kind}:${target.part}`
    case 'custom':
      return `custom:${target.fieldId}`
    case 'new':
      return `new:${target.type}`
  }
}

export type TargetGroup = { label: string; options: { id: string; label: string; target: ImportTarget }[] }

/** Everything a column can be imported as, in groups. */
export function targetGroups(fields: readonly CustomField[]): TargetGroup[] {
  const option = (target: ImportTarget, label: string) => ({ id: targetId(target), label, target })
  const keys = <T extends string>(labels: Record<T, string>) => Object.keys(labels) as T[]
  return [
    {
      label: 'Lead',
      options: [
        ...keys(LEAD_LABELS).map((field) => option({ kind: 'lead', field }, LEAD_LABELS[field])),
        ...keys(ADDRESS_LABELS).map((part) => option({ kind: 'address', part }, ADDRESS_LABELS[part])),
      ],
    },
    {
      label: 'Contact',
      options: keys(CONTACT_LABELS).map((part) => option({ kind: 'contact', part }, CONTACT_LABELS[part])),
    },
    {
      label: 'Custom fields',
      options: fields
        .filter(isImportable)
        .map((field) => option({ kind: 'custom', fieldId: field.id }, field.name)),
    },
    {
      label: 'New custom field',
      options: keys(NEW_LABELS).map((type) => option({ kind: 'new', type }, NEW_LABELS[type])),
    },
  ]
}

/** Whether a file can hold values of this field: contacts and custom objects of new leads do not exist yet. */
export function isImportable(field: CustomField): boolean {
  return !['hidden', 'contact', 'custom_object'].includes(field.type)
}

/** The target of a select's value; "none" for anything unknown. */
export function parseTarget(id: string, fields: readonly CustomField[]): ImportTarget {
  for (const group of targetGroups(fields)) {
    for (const option of group.options) if (option.id === id) return option.target
  }
  return { kind: 'none' }
}

/** What a target is called. */
export function targetLabel(target: ImportTarget, fields: readonly CustomField[]): string {
  switch (target.kind) {
    case 'none':
      return 'Not imported'
    case 'lead':
      return LEAD_LABELS[target.field]
    case 'address':
      return ADDRESS_LABELS[target.part]
    case 'contact':
      return CONTACT_LABELS[target.part]
    case 'custom':
      return fields.find(({ id }) => id === target.fieldId)?.name ?? 'A field that is gone'
    case 'new':
      return NEW_LABELS[target.type]
  }
}

/** How the values of a custom field that exists or will be made are read. */
export type FieldShape = {
  kind: 'text' | 'number' | 'date' | 'datetime' | 'choices' | 'user'
  multiple: boolean
}

/** The shape of a target's custom field; null for a target that is none. */
export function fieldShape(target: ImportTarget, fields: readonly CustomField[]): FieldShape | null {
  if (target.kind === 'new') {
    if (target.type === 'choices-multiple') return { kind: 'choices', multiple: true }
    return { kind: target.type, multiple: false }
  }
  if (target.kind !== 'custom') return null
  const field = fields.find(({ id }) => id === target.fieldId)
  const kind = field ? customFieldKind(field) : 'text'
  const known =
    kind === 'number' || kind === 'date' || kind === 'datetime' || kind === 'choices' || kind === 'user'
  return { kind: known ? kind : 'text', multiple: field?.accepts_multiple_values ?? false }
}

/** Body of `POST /custom_field/lead/` for a field of this type, without its choices. */
export function newFieldBody(
  name: string,
  type: NewFieldType,
): { name: string; type: string; accepts_multiple_values?: boolean } {
  if (type === 'choices-multiple') return { name, type: 'choices', accepts_multiple_values: true }
  return { name, type }
}

/** Whether a field that exists is what the import would make: same name, type and number of values. */
export function isSameField(field: CustomField, name: string, type: NewFieldType): boolean {
  const wanted = newFieldBody(name, type)
  return (
    field.name === wanted.name &&
    field.type === wanted.type &&
    field.accepts_multiple_values === (wanted.accepts_multiple_values ?? false)
  )
}
