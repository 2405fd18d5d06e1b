import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'

/** Countries with one time zone, or one where nearly everybody lives. */
const COUNTRY_ZONES = zones({
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Lisbon': 'PT',
  'Europe/Paris': 'FR',
  'Europe/Berlin': 'DE',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE LU',
  'Europe/Zurich': 'CH LI',
  'Europe/Vienna': 'AT',
  'Europe/Stockholm': 'SE',
  'Europe/Oslo': 'NO',
  'Europe/Copenhagen': 'DK',
  'Europe/Helsinki': 'FI',
  'Europe/Warsaw': 'PL',
  'Europe/Prague': 'CZ SK',
  'Europe/Budapest': 'HU',
  'Europe/Bucharest': 'RO',
  'Europe/Sofia': 'BG',
  'Europe/Athens': 'GR',
  'Europe/Kyiv': 'UA',
  'Europe/Istanbul': 'TR',
  'Asia/Jerusalem': 'IL',
  'Asia/Dubai': 'AE',
  'Asia/Riyadh': 'SA',
  'Asia/Karachi': 'PK',
  'Asia/Kolkata': 'IN',
  'Asia/Dhaka': 'BD',
  'Asia/Bangkok': 'TH',
  'Asia/Ho_Chi_Minh': 'VN',
  'Asia/Singapore': 'SG',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Manila': 'PH',
  'Asia/Hong_Kong': 'HK',
  'Asia/Taipei': 'TW',
  'Asia/Shanghai': 'CN',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Pacific/Auckland': 'NZ',
  'Africa/Johannesburg': 'ZA',
  'Africa/Lagos': 'NG',
  'Africa/Nairobi': 'KE',
  'Africa/Cairo': 'EG',
  'America/Sao_Paulo': 'BR',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/Santiago': 'CL',
  'America/Bogota': 'CO',
  'America/Lima': 'PE',
  'America/Mexico_City': 'MX',
})

/** States and provinces of countries with several time zones, as `COUNTRY:STATE`. */
const STATE_ZONES = zones({
  'America/New_York':
    'US:CT US:DE US:DC US:FL US:GA US:IN US:KY US:ME US:MD US:MA US:MI US:NH US:NJ US:NY US:NC US:OH US:PA US:RI US:SC US:VT US:VA US:WV',
  'America/Chicago':
    'US:AL US:AR US:IL US:IA US:KS US:LA US:MN US:MS US:MO US:NE US:ND US:OK US:SD US:TN US:TX US:WI',
  'America/Denver': 'US:CO US:ID US:MT US:NM US:UT US:WY',
  'America/Phoenix': 'US:AZ',
  'America/Los_Angeles': 'US:CA US:NV US:OR US:WA',
  'America/Anchorage': 'US:AK',
  'Pacific/Honolulu': 'US:HI',
  'America/Toronto': 'CA:ON CA:QC',
  'America/Vancouver': 'CA:BC CA:YT',
  'America/Edmonton': 'CA:AB CA:NT',
  'America/Winnipeg': 'CA:MB',
  'America/Regina': 'CA:SK',
  'America/Halifax': 'CA:NS CA:NB CA:PE',
  'America/St_Johns': 'CA:NL',
  'Australia/Sydney': 'AU:NSW AU:ACT',
  'Australia/Melbourne': 'AU:VIC',
  'Australia/Brisbane': 'AU:QLD',
  'Australia/Adelaide': 'AU:SA',
  'Australia/Darwin': 'AU:NT',
  'Australia/Perth': 'AU:WA',
  'Australia/Hobart': 'AU:TAS',
})

const STATE_CODES = new Map(
  Object.entries({
    Alabama: 'AL',
    Alaska: 'AK',
    Arizona: 'AZ',
    Arkansas: 'AR',
    California: 'CA',
    Colorado: 'CO',
    Connecticut: 'CT',
    Delaware: 'DE',
    Florida: 'FL',
    Georgia: 'GA',
    Hawaii: 'HI',
    Idaho: 'ID',
    Illinois: 'IL',
    Indiana: 'IN',
    Iowa: 'IA',
    Kansas: 'KS',
    Kentucky: 'KY',
    Louisiana: 'LA',
    Maine: 'ME',
    Maryland: 'MD',
    Massachusetts: 'MA',
    Michigan: 'MI',
    Minnesota: 'MN',
    Mississippi: 'MS',
    Missouri: 'MO',
    Montana: 'MT',
    Nebraska: 'NE',
    Nevada: 'NV',
    'New Hampshire': 'NH',
    'New Jersey': 'NJ',
    'New Mexico': 'NM',
    'New York': 'NY',
    'North Carolina': 'NC',
    'North Dakota': 'ND',
    Ohio: 'OH',
    Oklahoma: 'OK',
    Oregon: 'OR',
    Pennsylvania: 'PA',
    'Rhode Island': 'RI',
    'South Carolina': 'SC',
    'South Dakota': 'SD',
    Tennessee: 'TN',
    Texas: 'TX',
    Utah: 'UT',
    Vermont: 'VT',
    Virginia: 'VA',
    Washington: 'WA',
    'West Virginia': 'WV',
    Wisconsin: 'WI',
    Wyoming: 'WY',
    Ontario: 'ON',
    Quebec: 'QC',
    'British Columbia': 'BC',
    Alberta: 'AB',
    Manitoba: 'MB',
    Saskatchewan: 'SK',
    'Nova Scotia': 'NS',
    'New Brunswick': 'NB',
    'New South Wales': 'NSW',
    Victoria: 'VIC',
    Queensland: 'QLD',
    'South Australia': 'SA',
    'Western Australia': 'WA',
    Tasmania: 'TAS',
  }).map(([name, code]) => [name.toUpperCase(), code]),
)

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The IANA zone of the first address that gives one; undefined when none does. Source: contract 15, `timezone_id`. */
export function timezoneOf(lead: Rec): string | undefined {
  for (const address of objectsOf(lead, 'addresses')) {
    const country = (textOf(address, 'country') ?? '').trim().toUpperCase()
    const state = (textOf(address, 'state') ?? '').trim().toUpperCase()
    const zone =
      COUNTRY_ZONES.get(country) ?? STATE_ZONES.get(`${country}:${STATE_CODES.get(state) ?? state}`)
    if (zone) return zone
  }
  return undefined
}

/** The clock in `zone` at `now` (milliseconds), as `HH:MM:SS`. Source: contract 15, `local_time`. */
export function localTime(zone: string, now: number): string {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' })
    clocks.set(zone, clock)
  }
  return clock.format(now)
}

function zones(table: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(table).flatMap(([zone, keys]) => keys.split(' ').map((key) => [key, zone])))
}
