import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { leadContacts, organization } from '#mocks/engine/lookups.ts'
import { isObject, listOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { emails, keepReadOnly, phonesIn, urls } from './contact-points.ts'
import { readCustomPatch } from './custom-patch.ts'
import { eventData, type EventData } from './events.ts'
import { erase, insert, newRecord, update } from './save.ts'

const MAX_CONTACTS = 200

const EMPTY_CONTACT = { name: null, title: '', emails: [], phones: [], urls: [] }

/** The own keys and custom values of a contact's body, as a patch; `before` is the contact that it changes. Source: Contacts; contract 10. */
export function readContactPatch(
  call: Call,
  body: Readonly<Record<string, unknown>>,
  leadId: string | undefined,
  problems: Problems,
  before?: Rec,
): Record<string, unknown> {
  const country = textOf(organization(call.tx), 'default_country') ?? 'US'
  const own = readKnown(
    body,
    {
      name: check.emptyAs(null, check.text),
      title: check.emptyAs('', check.text),
      emails,
      phones: phonesIn(country),
      urls,
    },
    problems,
  )
  if ('emails' in own) own['emails'] = keepReadOnly(own['emails'], listOf(before, 'emails'), 'email')
  if ('phones' in own) own['phones'] = keepReadOnly(own['phones'], listOf(before, 'phones'), 'phone')
  return { ...own, ...readCustomPatch(call, body, { type: 'contact', leadId }, problems) }
}

/** The contacts that a new lead's body nests, as patches; at most 200. Source: contract 8.4. */
export function nestedContacts(call: Call): check.Check {
  return check.emptyAs(
    [],
    check.listOf((value) => {
      if (!isObject(value)) throw new check.ValueProblem('Value must be of dict type.')
      const problems = new Problems()
      const patch = readContactPatch(call, value, undefined, problems)
      problems.nest()
      return patch
    }, MAX_CONTACTS),
  )
}

/** A new contact from a patch, not stored yet. */
export function contactFrom(call: Call, patch: Readonly<Record<string, unknown>>, leadId: string): Rec {
  const { id, organization_id, ...authored } = newRecord(call, 'cont_')
  const blank = { id, organization_id, lead_id: leadId, ...EMPTY_CONTACT, ...authored }
  return applyLeadPatch(blank, patch)
}

/** Adds a contact behind those of a lead; the lead's `contact_ids` and date follow. Source: contract 10, 19. */
export function addContact(call: Call, lead: Rec, patch: Readonly<Record<string, unknown>>): Rec {
  const seen = eventData(call, 'lead', lead)
  const contact = insert(call, 'contact', contactFrom(call, patch, lead.id))
  setContactIds(call, lead, [...contactIds(call, lead), contact.id], seen)
  return contact
}

/**
 * Stores a changed contact. Its lead counts as changed too; one that it moved to gets it at the end of its
 * contacts [guess: moving is undocumented]. Source: Contacts; contract 10, 21.28.
 */
export function updateContact(call: Call, before: Rec, after: Rec): Rec {
  const oldLead = leadOf(call, before)
  const newLead = leadOf(call, after)
  const seenOld = oldLead && eventData(call, 'lead', oldLead)
  const seenNew = newLead && eventData(call, 'lead', newLead)
  const oldIds = oldLead ? contactIds(call, oldLead) : []
  const newIds = newLead ? contactIds(call, newLead) : []
  for (const one of subscriptionsOf(call, before)) {
    if (one['lead_id'] !== after['lead_id']) {
      update(call, 'sequence_subscription', { ...one, lead_id: after['lead_id'] })
    }
  }
  const saved = update(call, 'contact', after)
  if (oldLead && newLead && oldLead.id === newLead.id) {
    setContactIds(call, oldLead, oldIds, seenOld)
    return saved
  }
  if (oldLead)
    setContactIds(
      call,
      oldLead,
      oldIds.filter((id) => id !== after.id),
      seenOld,
    )
  if (newLead) setContactIds(call, newLead, [...newIds, after.id], seenNew)
  return saved
}

/** Removes a contact, its place on the lead, and references to it from the lead's other children. Contract 10. */
export function removeContact(call: Call, contact: Rec): void {
  const lead = leadOf(call, contact)
  const seen = lead && eventData(call, 'lead', lead)
  const ids = lead ? contactIds(call, lead) : []
  for (const table of ['opportunity', 'task', 'activity'] as const) {
    for (const child of lead ? call.tx.childrenOf(table, lead.id) : []) {
      if (child['contact_id'] === contact.id) update(call, table, { ...child, contact_id: null })
    }
  }
  for (const subscription of subscriptionsOf(call, contact))
    erase(call, 'sequence_subscription', subscription)
  erase(call, 'contact', contact)
  if (lead)
    setContactIds(
      call,
      lead,
      ids.filter((id) => id !== contact.id),
      seen,
    )
}

/** A lead's contact ids in display order. */
export function contactIds(call: Call, lead: Rec): string[] {
  return leadContacts(call.tx, lead).map((contact) => contact.id)
}

function leadOf(call: Call, contact: Rec): Rec | undefined {
  return call.tx.get('lead', textOf(contact, 'lead_id') ?? '')
}

function subscriptionsOf(call: Call, contact: Rec): Rec[] {
  return call.tx
    .childrenOf('sequence_subscription', textOf(contact, 'lead_id') ?? '')
    .filter((one) => one['contact_id'] === contact.id)
}

function setContactIds(call: Call, lead: Rec, ids: string[], seen: EventData | undefined): void {
  update(call, 'lead', { ...lead, contact_ids: ids }, seen)
}
