import { asList } from '#model/lead-patch.ts'
import type { Address, Email, LeadRow, Phone } from '#model/lead.ts'

/**
 * What composed columns say about a lead. Rows that hold contacts are read from them rather than from the Smart
 * Field, which the server recomputes later than it saves a contact.
 */

/** A lead's name as shown: an edit changes `name`, and the server derives `display_name` from it. */
export function leadName(lead: LeadRow): string {
  return lead.name || lead.display_name || 'Untitled'
}

/** The first e-mail of the first contact that has one. Source: contract 15, `primary_email`. */
export function primaryEmail(lead: LeadRow): string | null {
  if (lead.contacts) return firstOf<Email>(lead.contacts.map(({ emails }) => emails))?.email ?? null
  return textOf(lead['primary_email'], 'email')
}

/** The first phone of the first contact that has one, and how the server writes it. */
export function primaryPhone(lead: LeadRow): { phone: string; formatted: string | null } | null {
  if (lead.contacts) {
    const found = firstOf<Phone>(lead.contacts.map(({ phones }) => phones))
    return found ? { phone: found.phone, formatted: found.phone_formatted ?? null } : null
  }
  const phone = textOf(lead['primary_phone'], 'phone')
  return phone ? { phone, formatted: textOf(lead['primary_phone'], 'phone_formatted') } : null
}

/** An address on one line, as short as tells it from others: town and country, or else whatever there is. */
export function shortAddress(address: Address): string {
  const place = [address.city, address.state, address.country].filter(Boolean).join(', ')
  return place || [address.address_1, address.address_2, address.zipcode].filter(Boolean).join(', ')
}

/** Open opportunities: how many, and their sum where it means something (one currency, one period). */
export function openOpportunities(lead: LeadRow): {
  count: number
  total: { cents: number; currency: string | null; period: string | null } | null
} {
  const open = (lead.opportunities ?? []).filter(({ status_type }) => status_type === 'active')
  const [first] = open
  const alike = open.every(
    (one) => one.value_currency === first?.value_currency && one.value_period === first?.value_period,
  )
  const cents = open.reduce((sum, { value }) => sum + (value ?? 0), 0)
  if (!first || !alike || cents === 0) return { count: open.length, total: null }
  const total = { cents, currency: first.value_currency ?? null, period: first.value_period ?? null }
  return { count: open.length, total }
}

/** The open task that is due first (those without a date last), and how many there are. */
export function nextTask(lead: LeadRow): { count: number; text: string; date: string | null } | null {
  const open = (lead.tasks ?? []).filter((task) => task.is_complete !== true)
  const dateOf = (task: (typeof open)[number]) => (task.is_dateless ? '' : (task.date ?? '')) || '9999'
  const [next] = [...open].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
  if (!next) return null
  const date = dateOf(next)
  return { count: open.length, text: next.text ?? '', date: date === '9999' ? null : date }
}

/** One short fact for the second line of a narrow row: whom to talk to, or how to reach them. */
export function shortFact(lead: LeadRow): string {
  const contact = lead.contacts?.[0]
  const name = contact?.name || contact?.display_name
  return [name, primaryEmail(lead) ?? primaryPhone(lead)?.formatted ?? lead.url].filter(Boolean).join(' · ')
}

function firstOf<T>(lists: readonly (readonly T[] | undefined)[]): T | undefined {
  for (const list of lists) if (list?.[0]) return list[0]
  return undefined
}

function textOf(object: unknown, key: string): string | null {
  if (typeof object === 'string') return object || null
  const [value] = asList(object)
  if (typeof value !== 'object' || value === null) return null
  const text = (value as Record<string, unknown>)[key]
  return typeof text === 'string' && text !== '' ? text : null
}
