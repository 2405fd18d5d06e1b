import type { Contact } from '#model/lead.ts'
import { userName, type User } from '#model/organization.ts'
import { Avatar } from '#ui/Avatar.tsx'
import type { Option } from '#ui/option.ts'
import { contactName } from './custom-text.ts'

/** Users as options, with their e-mail to tell namesakes apart. */
export function userOptions(users: readonly User[]): Option[] {
  return users.map((user) => {
    const label = userName(user)
    const description = user.email && user.email !== label ? user.email : undefined
    return { id: user.id, label, description, icon: <Avatar name={label} className="size-4.5" /> }
  })
}

/** A lead's contacts as options, with their title. */
export function contactOptions(contacts: readonly Contact[]): Option[] {
  return contacts.map((contact) => {
    const label = contactName(contact)
    const description = contact.title || contact.emails?.[0]?.email || undefined
    return { id: contact.id, label, description, icon: <Avatar name={label} className="size-4.5" /> }
  })
}
