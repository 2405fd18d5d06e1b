import type { Failure } from './failure.ts'
import { sameLeadQuery, type QueryNode } from './search.ts'

type Body = Readonly<Record<string, unknown>>

/** What a search must know about a lead to tell whether a request arrived whose answer was lost. */
export type LeadTrace = { id: string; name?: unknown; date_created?: unknown }

/** How much the clocks of the server and of this device may differ, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000

/** Whether the server may have done what it was asked although no good answer came. */
export function mayHaveArrived(failure: Failure): boolean {
  return failure.kind !== 'http' || failure.status >= 500
}

/**
 * A search for the lead that `body` would have made: by its name, else by its contact's e-mail, telephone or
 * name; null when it has none of them.
 */
export function arrivedQuery(body: Body): QueryNode | null {
  const name = textOf(body['name'])
  if (name) return sameLeadQuery({ name, url: '', emails: [] })
  const contact = firstOf(body['contacts'])
  const email = textOf(firstOf(contact['emails'])['email'])
  if (email) return sameLeadQuery({ name: '', url: '', emails: [email] })
  const phone = textOf(firstOf(contact['phones'])['phone'])
  if (phone) return onlyLeads(ofContact({ mode: 'phone_number', value: phone }, 'contact_phone', 'phone'))
  const person = textOf(contact['name'])
  return person ? onlyLeads(ofContact({ mode: 'exact_value', value: person }, 'contact', 'name')) : null
}

/**
 * Of the leads that a search found, the one that a lost request made: of that name, made since `startedAt`
 * (milliseconds since the epoch), and not one of `known` ids.
 */
export function findArrived<T extends LeadTrace>(
  body: Body,
  leads: readonly T[],
  startedAt: number,
  known: ReadonlySet<string>,
): T | undefined {
  const name = textOf(body['name'])
  return leads.find(
    (lead) =>
      !known.has(lead.id) &&
      (name === '' || textOf(lead.name).trim() === name.trim()) &&
      Date.parse(textOf(lead.date_created)) >= startedAt - CLOCK_SKEW,
  )
}

function onlyLeads(query: QueryNode): QueryNode {
  const leads: QueryNode = { type: 'object_type', negate: false, object_type: 'lead' }
  return { type: 'and', negate: false, queries: [leads, query] }
}

function ofContact(condition: { mode: string; value: string }, type: string, field: string): QueryNode {
  const matches: QueryNode = {
    type: 'field_condition',
    negate: false,
    field: { type: 'regular_field', object_type: type, field_name: field },
    condition: { type: 'text', ...condition },
  }
  return related('lead', 'contact', type === 'contact' ? matches : related('contact', type, matches))
}

function related(from: string, to: string, query: QueryNode): QueryNode {
  return {
    type: 'has_related',
    negate: false,
    this_object_type: from,
    related_object_type: to,
    related_query: { type: 'and', negate: false, queries: [query] },
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function firstOf(value: unknown): Body {
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  return typeof first === 'object' && first !== null ? (first as Body) : {}
}
