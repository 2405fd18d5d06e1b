import { dateFormat } from '#lib/formats.ts'
import { placeZone } from '#model/place-zone.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'

/** Countries of several times where nearly everybody lives by one. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  BR: 'America/Sao_Paulo',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  ES: 'Europe/Madrid',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  UA: 'Europe/Kyiv',
}

/** The IANA zone of the first address that gives one; undefined when none does. Source: contract 15, `timezone_id`. */
export function timezoneOf(lead: Rec): string | undefined {
  for (const address of objectsOf(lead, 'addresses')) {
    const country = textOf(address, 'country') ?? ''
    const zone = placeZone(country, textOf(address, 'state') ?? '')?.zone ?? MAIN_ZONES[country]
    if (zone) return zone
  }
  return undefined
}

/** The clock in `zone` at `now` (milliseconds), as `HH:MM:SS`. Source: contract 15, `local_time`. */
export function localTime(zone: string, now: number): string {
  return dateFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' }).format(now)
}
