import { deleteChildSoon } from '#data/child-deletion.ts'
import { UNDO_MS } from '#data/lead-deletion.ts'
import { contactName } from '#fields/custom-text.ts'
import type { Contact } from '#model/lead.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

/** Removes a contact of a lead and offers to undo it. */
export function removeContact(client: QueryClient, leadId: string, contact: Contact): void {
  const name = contactName(contact)
  const place = { leadId, object: 'contact', id: contact.id } as const
  const undo = deleteChildSoon(client, place, { name, was: contact })
  showToast({
    kind: 'good',
    message: `Removed ${name}`,
    duration: UNDO_MS,
    action: { label: 'Undo', onAction: undo },
  })
}
