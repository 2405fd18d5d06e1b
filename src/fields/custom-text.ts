import type { CustomField } from '#model/custom-field.ts'
import { asList } from '#model/lead-patch.ts'
import type { Contact } from '#model/lead.ts'
import { userName, type Person } from '#model/organization.ts'
import { anyText, formatDate, formatDateTime, formatNumber } from './value-format.ts'

/** Who the ids in user and contact fields stand for. */
export type People = { users?: readonly Person[] | undefined; contacts?: readonly Contact[] | undefined }

/** A contact's name as shown; the e-mail where it has none. */
export function contactName(contact: Contact): string {
  return contact.name || contact.display_name || contact.emails?.[0]?.email || 'Unnamed contact'
}

/** The label of one value of a field of this type: a name for an id, a date as people write it. */
export function valueLabel(type: string, value: unknown, people: People = {}): string {
  if (type === 'user') {
    const user = people.users?.find(({ id }) => id === value)
    if (user) return userName(user)
  }
  if (type === 'contact') {
    const contact = people.contacts?.find(({ id }) => id === value)
    if (contact) return contactName(contact)
  }
  if (type === 'date' && typeof value === 'string') return formatDate(value)
  if (type === 'datetime' && typeof value === 'string') return formatDateTime(value)
  if (type === 'number' && typeof value === 'number') return formatNumber(value)
  return anyText(value)
}

/** A custom field's whole value as plain text, for copying and for comparing in a merge; "" when unset. */
export function customText(field: Pick<CustomField, 'type'>, value: unknown, people: People = {}): string {
  return asList(value)
    .map((one) => valueLabel(field.type, one, people))
    .filter(Boolean)
    .join(', ')
}

/** Whether a choices field's value is no longer among its choices. */
export function isFormerChoice(field: CustomField, value: unknown): boolean {
  return (
    field.type === 'choices' && typeof value === 'string' && !!field.choices && !field.choices.includes(value)
  )
}
