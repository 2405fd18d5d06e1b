import { contactName } from '#fields/custom-text.ts'
import type { Contact } from '#model/lead.ts'
import { userName, type Person } from '#model/organization.ts'

/** The name of one of the lead's contacts, by id. */
export function contactNameOf(contacts: readonly Contact[], id: unknown): string | undefined {
  const contact = contacts.find((one) => one.id === id)
  return contact && contactName(contact)
}

/** A person's name, by id. */
export function personNameOf(people: readonly Person[], id: unknown): string | undefined {
  const person = people.find((one) => one.id === id)
  return person && userName(person)
}
