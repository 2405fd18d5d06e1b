import type { Contact } from '#model/lead.ts'
import { userName, type Person } from '#model/organization.ts'
import { Avatar } from '#ui/Avatar.tsx'
import type { Option } from '#ui/option.ts'
import { contactName } from './custom-text.ts'

/** Users as options, with their e-mail to tell namesakes apart; who has left can no longer be chosen. */
export function userOptions(users: readonly Person[]): Option[] {
  return users.map((user) => {
    const label = userName(user)
    const description = user.email && user.email !== label ? user.email : undefined
    const icon = <Avatar name={label} className={user.isInactive ? 'size-4.5 opacity-50' : 'size-4.5'} />
    const retired = user.isInactive ? { why: NO_LONGER_ACTIVE, isWrong: false } : undefined
    return { id: user.id, label, description, icon, retired }
  })
}

/** What is said of a person who has left the organisation. */
export const NO_LONGER_ACTIVE = 'no longer active'

/** A lead's contacts as options, with their title. */
export function contactOptions(contacts: readonly Contact[]): Option[] {
  return contacts.map((contact) => {
    const label = contactName(contact)
    const description = contact.title || contact.emails?.[0]?.email || undefined
    return { id: contact.id, label, description, icon: <Avatar name={label} className="size-4.5" /> }
  })
}
