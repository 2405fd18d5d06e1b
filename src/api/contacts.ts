import { contactSchema, type Contact } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'

import { anyBody, request } from './http.ts'

/** Adds a contact to a lead. `body.lead_id` is required here: without it Close makes a new lead (contract 10). */
export function createContact(body: Patch & { lead_id: string }): Promise<Contact> {
  return request('POST', '/contact/', contactSchema, { body })
}

/** Patches a contact; lists (e-mails, phones, URLs) are replaced as a whole. Contract 10. */
export function updateContact(id: string, patch: Patch): Promise<Contact> {
  return request('PUT', `/contact/${encodeURIComponent(id)}/`, contactSchema, { body: patch })
}

/** Deletes a contact. Contract 10. */
export async function deleteContact(id: string): Promise<void> {
  await request('DELETE', `/contact/${encodeURIComponent(id)}/`, anyBody)
}
