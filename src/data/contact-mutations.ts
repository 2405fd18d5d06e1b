import { createContact, deleteContact, updateContact } from '#api/contacts.ts'
import type { Contact, Lead } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'
import { useMutation, type QueryClient } from '@tanstack/react-query'

import { leadKeys } from './keys.ts'
import { noteKnown } from './ledger.ts'
import { tellTabs } from './tabs.ts'

/*
 * Contacts have endpoints of their own; `PUT /lead/{id}/` ignores them (contract 8.6). Writes to the contacts
 * of one lead share its scope, so they arrive in order with its edits.
 */

/** Adds a contact to a lead. */
export function useCreateContact(leadId: string) {
  return useMutation({
    scope: { id: `lead:${leadId}` },
    mutationFn: (body: Patch) => createContact({ ...body, lead_id: leadId }),
    onSuccess: (contact, _body, _result, { client }) =>
      changeContacts(client, leadId, (contacts) => [...contacts, contact]),
  })
}

/** Patches a contact: only the named fields change. */
export function useUpdateContact(leadId: string) {
  return useMutation({
    scope: { id: `lead:${leadId}` },
    mutationFn: ({ id, patch }: { id: string; patch: Patch }) => updateContact(id, patch),
    onSuccess: (contact, _body, _result, { client }) =>
      changeContacts(client, leadId, (contacts) =>
        contacts.map((other) => (other.id === contact.id ? contact : other)),
      ),
  })
}

/** Deletes a contact. */
export function useDeleteContact(leadId: string) {
  return useMutation({
    scope: { id: `lead:${leadId}` },
    mutationFn: deleteContact,
    onSuccess: (_nothing, id, _result, { client }) =>
      changeContacts(client, leadId, (contacts) => contacts.filter((other) => other.id !== id)),
  })
}

function changeContacts(client: QueryClient, leadId: string, change: (contacts: Contact[]) => Contact[]) {
  const lead = client.setQueryData<Lead>(
    leadKeys.detail(leadId),
    (lead) => lead && { ...lead, contacts: change(lead.contacts) },
  )
  if (lead) noteKnown(lead) // what an earlier write was answered must not hide this
  tellTabs({ kind: 'lead', id: leadId })
  // Its answer also brings the lead's new version, which rows in lists are compared with.
  return client.invalidateQueries({ queryKey: leadKeys.detail(leadId) })
}
