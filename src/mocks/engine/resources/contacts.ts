import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { NO_OBJECT, Problems, reference, required } from '#mocks/engine/http/validate.ts'
import { applyLeadPatch } from '#model/lead-patch.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { addContact, readContactPatch, removeContact, updateContact } from '#mocks/engine/writes/contacts.ts'
import { createLead } from '#mocks/engine/writes/leads.ts'
import { allOf, find, send, sendPage } from './crud.ts'

/** `GET /contact/`, of one lead with `lead_id`; an empty one filters for none. Source: contract 3, 10. */
export function listContacts(call: Call): Reply {
  const leadId = call.query.get('lead_id')
  const contacts = leadId === undefined ? allOf(call, 'contact') : contactsOf(call, leadId)
  return sendPage(call, 'contact', contacts, { maxLimit: 100 })
}

/** `POST /contact/`; without `lead_id` a new lead is made, named after the contact. Source: contract 10, 21.27. */
export function postContact(call: Call): Reply {
  const problems = new Problems()
  const leadId = readLeadId(call, problems)
  const patch = readContactPatch(call, call.body, leadId, problems)
  problems.refuse()
  const lead =
    (leadId === undefined ? undefined : call.tx.get('lead', leadId)) ??
    createLead(call, call.switches.nameLeadAfterContact ? { name: patch['name'] ?? null } : {})
  return send(call, 'contact', addContact(call, lead, patch))
}

/** `GET /contact/{id}/`. */
export function getContact(call: Call): Reply {
  return send(call, 'contact', find(call, 'contact', 'Contact'))
}

/** `PUT /contact/{id}/`: a patch; `lead_id` moves the contact [guess]. Source: contract 10. */
export function putContact(call: Call): Reply {
  const contact = find(call, 'contact', 'Contact')
  const problems = new Problems()
  const leadId = readLeadId(call, problems) ?? textOf(contact, 'lead_id') ?? undefined
  const patch = readContactPatch(call, call.body, leadId, problems, contact)
  problems.refuse()
  const after = applyLeadPatch(contact, { ...patch, lead_id: leadId })
  return send(call, 'contact', updateContact(call, contact, after))
}

/** `DELETE /contact/{id}/`; what refers to the contact forgets it. Source: contract 10. */
export function deleteContact(call: Call): Reply {
  removeContact(call, find(call, 'contact', 'Contact'))
  return ok({})
}

function contactsOf(call: Call, leadId: string): Rec[] {
  const lead = call.tx.get('lead', leadId)
  return lead ? call.tx.childrenOf('contact', leadId) : []
}

/** The lead that the body names; undefined when it names none. Errors call it `lead`. */
function readLeadId(call: Call, problems: Problems): string | undefined {
  const given = call.body['lead_id']
  if (given === undefined) return undefined
  const id = problems.collect('lead', () => required(reference((lead) => call.tx.get('lead', lead)))(given))
  if (id !== undefined && typeof id !== 'string') problems.add('lead', NO_OBJECT)
  return typeof id === 'string' ? id : undefined
}
