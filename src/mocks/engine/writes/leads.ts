import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { leadStatusLabel, organization } from '#mocks/engine/lookups.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import { stampInOrder } from '#mocks/engine/stamp.ts'
import { CHILD_TABLES, type Rec } from '#mocks/engine/state.ts'
import { addActivity } from './activities.ts'
import { contactFrom, nestedContacts } from './contacts.ts'
import { readCustomPatch } from './custom-patch.ts'
import { eventData, logCreated, logDeleted } from './events.ts'
import { erase, insert, newRecord, update } from './save.ts'

type Body = Readonly<Record<string, unknown>>

/** The country of an address is ISO-2, in either case. Source: contract 8.1. */
const country = check.emptyAs(null, (value) => {
  const code = (check.text(value) as string).toUpperCase()
  if (!/^[A-Z]{2}$/.test(code)) throw new check.ValueProblem(check.NOT_A_CHOICE)
  return code
})
const line = check.nullable(check.text)

const address: check.Check = (value) => {
  const parts = check.objectWith({
    label: check.emptyAs('business', check.text),
    address_1: line,
    address_2: line,
    city: line,
    state: line,
    zipcode: line,
    country,
  })(value)
  return { label: 'business', ...(parts as object) }
}

const OWN_CHECKS = {
  name: check.emptyAs(null, check.text),
  url: check.emptyAs(null, check.url),
  description: check.emptyAs('', check.text),
  addresses: check.emptyAs([], check.listOf(address)),
}

/** The lead status that a body names by id or by label; undefined when it names none. Contract 8.4, 21.2, 21.3. */
function readStatus(call: Call, body: Body, problems: Problems): string | undefined {
  const hasId = body['status_id'] !== undefined
  const hasLabel = body['status'] !== undefined
  if (hasId && hasLabel) {
    problems.add(call.switches.statusErrorKey, 'Please specify either status or status_id, but not both.')
    return undefined
  }
  if (!hasId && !hasLabel) return undefined
  const given = hasId ? body['status_id'] : body['status']
  const found = hasId ? statusWithId(call, given) : statusWithLabel(call, given)
  if (found === undefined) problems.add(call.switches.statusErrorKey, unknownStatus(given))
  return found
}

function statusWithId(call: Call, id: unknown): string | undefined {
  return typeof id === 'string' ? call.tx.get('lead_status', id)?.id : undefined
}

function statusWithLabel(call: Call, label: unknown): string | undefined {
  const ids = textsOf(organization(call.tx), 'lead_status_ids')
  return ids.find((id) => leadStatusLabel(call.tx, id) === label)
}

function unknownStatus(given: unknown): string {
  const name = typeof given === 'string' ? given : JSON.stringify(given)
  return `${check.NOT_A_CHOICE} Please add "${name}" to the lead statuses in your organization settings first.`
}

/**
 * Creates a lead with its nested contacts from a body, logs both and adds a Created activity. Without a status
 * it gets the organisation's first. Importers may set `date_created` and `created_by`. Source: Lead API,
 * "Create a new lead"; contract 8.4.
 */
export function createLead(call: Call, body: Body): Rec {
  const problems = new Problems()
  const { contacts = [], ...own } = readKnown(
    body,
    {
      ...OWN_CHECKS,
      contacts: nestedContacts(call),
      date_created: check.dateTime,
      created_by: check.reference((id) => call.tx.get('user', id)),
    },
    problems,
  )
  const statusId = readStatus(call, body, problems)
  const custom = readCustomPatch(call, body, { type: 'lead', leadId: undefined }, problems)
  problems.refuse()

  const { id, organization_id, ...authored } = newRecord(call, 'lead_')
  const blank: Rec = {
    id,
    organization_id,
    name: null,
    description: '',
    url: null,
    status_id: statusId ?? textsOf(organization(call.tx), 'lead_status_ids')[0] ?? null,
    addresses: [],
    contact_ids: [],
    ...authored,
    ...creationDates(call),
  }
  const nested = (contacts as Body[]).map((patch) => contactFrom(call, patch, id))
  for (const contact of nested) call.tx.put('contact', contact)
  const lead = applyLeadPatch(blank, {
    ...own,
    ...custom,
    contact_ids: nested.map((contact) => contact.id),
  })
  insert(call, 'lead', lead)
  for (const contact of nested) logCreated(call, 'contact', contact)
  addActivity(call, 'Created', id, {
    user_id: lead['created_by'],
    source: 'api',
    import_id: null,
  })
  return lead
}

/** Leads that are created at the same moment are dated one after the other, so that lists keep their order. */
function creationDates(call: Call): { date_created: string; date_updated: string } {
  const last = textOf(call.tx.get('meta', 'last_lead'), 'date_created')
  const date = stampInOrder(call.now, last)
  call.tx.put('meta', { id: 'last_lead', date_created: date })
  return { date_created: date, date_updated: date }
}

/**
 * Patches a lead; a new status adds a LeadStatusChange activity. `contacts`, `contact_ids` and read-only keys
 * are ignored. Source: Lead API, "Update an existing lead"; contract 8.6, 21.1.
 */
export function updateLead(call: Call, lead: Rec, body: Body): Rec {
  const problems = new Problems()
  const own = readKnown(body, OWN_CHECKS, problems)
  const statusId = readStatus(call, body, problems)
  const custom = readCustomPatch(call, body, { type: 'lead', leadId: lead.id }, problems)
  problems.refuse()
  const status = statusId === undefined ? {} : { status_id: statusId }
  return patchLead(call, lead, { ...own, ...custom, ...status })
}

/** Writes a patch whose values are valid. */
export function patchLead(call: Call, lead: Rec, patch: Body): Rec {
  const saved = update(call, 'lead', applyLeadPatch(lead, patch))
  if (saved['status_id'] !== lead['status_id']) {
    addActivity(call, 'LeadStatusChange', lead.id, {
      old_status_id: lead['status_id'],
      old_status_label: leadStatusLabel(call.tx, lead['status_id']),
      new_status_id: saved['status_id'],
      new_status_label: leadStatusLabel(call.tx, saved['status_id']),
    })
  }
  return saved
}

/** Removes a lead with all its children, each with its own event. Source: contract 8.7, 19. */
export function removeLead(call: Call, lead: Rec): void {
  const seen = eventData(call, 'lead', lead)
  for (const table of CHILD_TABLES) {
    for (const child of call.tx.childrenOf(table, lead.id)) erase(call, table, child)
  }
  call.tx.remove('lead', lead.id)
  logDeleted(call, 'lead', seen, lead)
}
