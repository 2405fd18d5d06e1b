import { userName as nameOfUser } from '#model/organization.ts'
import { listOf, textOf, textsOf } from './record.ts'
import type { Reader, Rec } from './state.ts'

/** Names and labels that the API derives from other records when it sends one. */

/** A user's full name, or the e-mail where it is empty; null for nobody. */
export function userName(reader: Reader, userId: unknown): string | null {
  const user = typeof userId === 'string' ? reader.get('user', userId) : undefined
  if (!user) return null
  return nameOfUser({
    id: user.id,
    email: textOf(user, 'email'),
    first_name: textOf(user, 'first_name'),
    last_name: textOf(user, 'last_name'),
  })
}

/** The one organisation. */
export function organization(reader: Reader): Rec {
  for (const rec of reader.all('organization')) return rec
  return { id: '' }
}

/** `name`, else the first contact's name, else "Untitled". Source: contract 8.1, 21.26. */
export function leadDisplayName(reader: Reader, lead: Rec): string {
  const name = textOf(lead, 'name')
  if (name) return name
  const first = leadContacts(reader, lead)[0]
  return (first && textOf(first, 'name')) || 'Untitled'
}

/** `name`, else the first e-mail, else the first phone, else the empty text. Source: contract 10. */
export function contactDisplayName(contact: Rec): string {
  const first = (key: string, part: string) =>
    textOf(listOf(contact, key)[0] as Record<string, unknown> | undefined, part)
  return (
    textOf(contact, 'name') ||
    first('emails', 'email') ||
    first('phones', 'phone_formatted') ||
    first('phones', 'phone') ||
    ''
  )
}

/** A lead's contacts in the order of its `contact_ids`. */
export function leadContacts(reader: Reader, lead: Rec): Rec[] {
  if (!Array.isArray(lead['contact_ids'])) return reader.childrenOf('contact', lead.id)
  return textsOf(lead, 'contact_ids').flatMap((id) => reader.get('contact', id) ?? [])
}

/** The label of a lead status; null when it is gone. */
export function leadStatusLabel(reader: Reader, statusId: unknown): string | null {
  return typeof statusId === 'string' ? textOf(reader.get('lead_status', statusId), 'label') : null
}

/** The display name of the lead with this id; null when it is gone. */
export function leadNameOf(reader: Reader, leadId: unknown): string | null {
  const lead = typeof leadId === 'string' ? reader.get('lead', leadId) : undefined
  return lead ? leadDisplayName(reader, lead) : null
}

/** The display name of the contact with this id; null when it is gone. */
export function contactNameOf(reader: Reader, contactId: unknown): string | null {
  const contact = typeof contactId === 'string' ? reader.get('contact', contactId) : undefined
  return contact ? contactDisplayName(contact) : null
}
