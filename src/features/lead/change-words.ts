import { contactName, customText, type People } from '#fields/custom-text.ts'
import { anyText, formatDateTime } from '#fields/value-format.ts'
import type { CustomField } from '#model/custom-field.ts'
import { customFieldId } from '#model/custom-key.ts'
import { listDifference, type FieldChange, type LeadChange } from '#model/lead-change.ts'
import { BUILT_IN_COLUMNS } from '#model/lead-column.ts'
import { asList, isUnset } from '#model/lead-patch.ts'
import { addressSchema } from '#model/lead.ts'
import * as z from 'zod/mini'

/** What names and values of a lead's fields are read with. */
export type ChangeContext = People & { fields: readonly CustomField[] }

/** A field's change in words: what a list gained and lost, or the value before and after; "" for none. */
export type ChangeWords =
  { kind: 'list'; added: string[]; removed: string[] } | { kind: 'value'; before: string; after: string }

/** What people call a field of a lead. */
export function fieldLabel(field: string, fields: readonly CustomField[]): string {
  const id = customFieldId(field)
  if (id !== null) return fields.find((one) => one.id === id)?.name ?? 'A deleted field'
  const column = BUILT_IN_COLUMNS.find((one) => one.id === NAMES[field] || one.id === field)
  if (field === 'name') return 'Name'
  if (column) return column.label
  const words = field.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Wire keys that a column shows under a name of its own. */
const NAMES: Readonly<Record<string, string>> = { contact_ids: 'contacts' }

/** What became of a field. */
export function changeWords({ field, before, after }: FieldChange, context: ChangeContext): ChangeWords {
  const text = (value: unknown) => valueText(field, value, context)
  const difference = listDifference(before, after)
  if (difference && difference.added.length + difference.removed.length > 0) {
    return { kind: 'list', added: difference.added.map(text), removed: difference.removed.map(text) }
  }
  return { kind: 'value', before: text(before), after: text(after) }
}

/** What somebody did to the lead as a whole; null where the fields say it. */
export function actionWords({ action }: LeadChange): string | null {
  switch (action) {
    case 'updated':
      return null
    case 'created':
      return 'Created the lead'
    case 'merged':
      return 'Merged another lead into this one'
    case 'deleted':
      return 'Deleted the lead'
    default:
      return action.charAt(0).toUpperCase() + action.slice(1)
  }
}

/** A field's value as people read it; "" for none. */
export function valueText(field: string, value: unknown, context: ChangeContext): string {
  if (isUnset(value)) return ''
  const id = customFieldId(field)
  const definition = context.fields.find((one) => one.id === id)
  if (definition) return customText(definition, value, context)
  if (field === 'addresses') return asList(value).map(addressText).filter(Boolean).join('; ')
  if (field === 'contact_ids') {
    const contact = context.contacts?.find((one) => one.id === value)
    return contact ? contactName(contact) : 'a former contact'
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDateTime(value)
  return anyText(value)
}

function addressText(value: unknown): string {
  const parsed = z.safeParse(addressSchema, value)
  if (!parsed.success) return anyText(value)
  const { address_1, address_2, city, state, zipcode, country, label } = parsed.data
  return (
    [address_1, address_2, city, state, zipcode, country].filter(Boolean).join(', ') || label || 'An address'
  )
}
