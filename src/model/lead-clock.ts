import type { LeadRow } from './lead.ts'
import { placeZone, type PlaceZone } from './place-zone.ts'

/** Where a lead's clock is taken from. `place` is "" when the server says the zone itself. */
export type LeadZone = PlaceZone & {
  /** What tells it: the lead's own data, its address, or the country of a phone number. */
  from: 'server' | 'address' | 'phone'
}

/**
 * The time zone a lead lives in; null when nothing tells it. Zones that the server sends with an address, phone
 * or contact come first, if it sends just one; then the country and state of the first address that decides, then
 * the country of the first phone number. Source: contract 8.1 and 10 (`tz_ids`, `timezone`).
 */
export function leadZone(lead: Pick<LeadRow, 'addresses' | 'contacts'>): LeadZone | null {
  const addresses = lead.addresses ?? []
  const contacts = lead.contacts ?? []
  const phones = contacts.flatMap((contact) => contact.phones ?? [])
  const sent = [
    ...addresses.map((address) => address['tz_ids']),
    ...contacts.map((contact) => [contact['timezone']]),
    ...phones.map((phone) => phone['tz_ids']),
  ]
  for (const ids of sent) {
    const zone: unknown = Array.isArray(ids) && ids.length === 1 ? ids[0] : null
    if (typeof zone === 'string' && isZone(zone)) return { zone, from: 'server', place: '', isMostly: false }
  }
  for (const { country, state } of addresses) {
    const found = placeZone(country ?? '', state ?? '')
    if (found) return { ...found, from: 'address' }
  }
  for (const { country } of phones) {
    const found = placeZone(country ?? '')
    if (found) return { ...found, from: 'phone' }
  }
  return null
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
