import type { Address, LeadRow, Phone } from './lead.ts'

/** Where a lead's clock is taken from. */
export type LeadZone = {
  /** An IANA name such as "Europe/London". */
  zone: string
  /** What tells it: the lead's own data, its address, or the country of a phone number. */
  from: 'server' | 'address' | 'phone'
  /** The country or state it was read from, e.g. "US, CA"; "" when the server says the zone itself. */
  place: string
  /** Parts of that state keep another time. */
  isMostly: boolean
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
  for (const address of addresses) {
    const found = zoneOfAddress(address)
    if (found) return found
  }
  for (const phone of phones) {
    const found = zoneOfPhone(phone)
    if (found) return found
  }
  return null
}

function zoneOfAddress(address: Address): LeadZone | null {
  const country = (address.country ?? '').trim().toUpperCase()
  const name = (address.state ?? '').trim().toUpperCase()
  const state = `${country} ${STATE_NAMES.get(`${country} ${name}`) ?? name}`
  const zone = STATE_ZONES.get(state)
  if (zone) return { zone, from: 'address', place: state.replace(' ', ', '), isMostly: SPLIT.has(state) }
  const whole = COUNTRY_ZONES.get(country)
  return whole ? { zone: whole, from: 'address', place: country, isMostly: false } : null
}

function zoneOfPhone(phone: Phone): LeadZone | null {
  const country = (phone.country ?? '').toUpperCase()
  const zone = COUNTRY_ZONES.get(country)
  return zone ? { zone, from: 'phone', place: country, isMostly: false } : null
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function table(lines: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(lines).flatMap(([zone, keys]) => keys.split(' ').map((key) => [key, zone])))
}

function states(country: string, lines: Readonly<Record<string, string>>): [string, string][] {
  return [...table(lines)].map(([state, zone]) => [`${country} ${state}`, zone])
}

/** Countries that keep one time (islands and enclaves where few live aside). */
const COUNTRY_ZONES = table({
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Paris': 'FR',
  'Europe/Berlin': 'DE',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE',
  'Europe/Luxembourg': 'LU',
  'Europe/Zurich': 'CH LI',
  'Europe/Vienna': 'AT',
  'Europe/Stockholm': 'SE',
  'Europe/Oslo': 'NO',
  'Europe/Copenhagen': 'DK',
  'Europe/Helsinki': 'FI',
  'Europe/Warsaw': 'PL',
  'Europe/Prague': 'CZ',
  'Europe/Bratislava': 'SK',
  'Europe/Budapest': 'HU',
  'Europe/Bucharest': 'RO',
  'Europe/Sofia': 'BG',
  'Europe/Athens': 'GR',
  'Europe/Belgrade': 'RS',
  'Europe/Zagreb': 'HR',
  'Europe/Ljubljana': 'SI',
  'Europe/Tallinn': 'EE',
  'Europe/Riga': 'LV',
  'Europe/Vilnius': 'LT',
  'Europe/Malta': 'MT',
  'Asia/Nicosia': 'CY',
  'Europe/Istanbul': 'TR',
  'Atlantic/Reykjavik': 'IS',
  'Asia/Jerusalem': 'IL',
  'Asia/Dubai': 'AE',
  'Asia/Riyadh': 'SA',
  'Asia/Qatar': 'QA',
  'Asia/Karachi': 'PK',
  'Asia/Kolkata': 'IN',
  'Asia/Colombo': 'LK',
  'Asia/Kathmandu': 'NP',
  'Asia/Dhaka': 'BD',
  'Asia/Bangkok': 'TH',
  'Asia/Ho_Chi_Minh': 'VN',
  'Asia/Singapore': 'SG',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Manila': 'PH',
  'Asia/Hong_Kong': 'HK',
  'Asia/Taipei': 'TW',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Africa/Johannesburg': 'ZA',
  'Africa/Lagos': 'NG',
  'Africa/Nairobi': 'KE',
  'Africa/Cairo': 'EG',
  'Africa/Casablanca': 'MA',
  'Africa/Accra': 'GH',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/Montevideo': 'UY',
  'America/Bogota': 'CO',
  'America/Lima': 'PE',
  'America/Panama': 'PA',
  'America/Costa_Rica': 'CR',
  'America/Puerto_Rico': 'PR',
  'America/Jamaica': 'JM',
})

/** States and provinces of countries that keep several times, as "COUNTRY STATE". */
const STATE_ZONES: ReadonlyMap<string, string> = new Map([
  ...states('US', {
    'America/New_York': 'CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV',
    'America/Chicago': 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI',
    'America/Denver': 'CO ID MT NM UT WY',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
  }),
  ...states('CA', {
    'America/Toronto': 'ON QC',
    'America/Vancouver': 'BC',
    'America/Whitehorse': 'YT',
    'America/Edmonton': 'AB NT',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Halifax': 'NS NB PE',
    'America/St_Johns': 'NL',
  }),
  ...states('AU', {
    'Australia/Sydney': 'NSW ACT',
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Adelaide': 'SA',
    'Australia/Darwin': 'NT',
    'Australia/Perth': 'WA',
    'Australia/Hobart': 'TAS',
  }),
])

/** States where a smaller part keeps another time. */
const SPLIT: ReadonlySet<string> = new Set(
  'AK FL ID IN KS KY MI ND NE NV OR SD TN TX'
    .split(' ')
    .map((state) => `US ${state}`)
    .concat(['CA BC', 'CA NL', 'CA ON', 'CA QC']),
)

const NAMES: Readonly<Record<string, string>> = {
  US:
    'Alabama=AL Alaska=AK Arizona=AZ Arkansas=AR California=CA Colorado=CO Connecticut=CT Delaware=DE Florida=FL ' +
    'Georgia=GA Hawaii=HI Idaho=ID Illinois=IL Indiana=IN Iowa=IA Kansas=KS Kentucky=KY Louisiana=LA Maine=ME ' +
    'Maryland=MD Massachusetts=MA Michigan=MI Minnesota=MN Mississippi=MS Missouri=MO Montana=MT Nebraska=NE ' +
    'Nevada=NV New_Hampshire=NH New_Jersey=NJ New_Mexico=NM New_York=NY North_Carolina=NC North_Dakota=ND Ohio=OH ' +
    'Oklahoma=OK Oregon=OR Pennsylvania=PA Rhode_Island=RI South_Carolina=SC South_Dakota=SD Tennessee=TN Texas=TX ' +
    'Utah=UT Vermont=VT Virginia=VA Washington=WA West_Virginia=WV Wisconsin=WI Wyoming=WY District_of_Columbia=DC',
  CA:
    'Ontario=ON Quebec=QC Québec=QC British_Columbia=BC Alberta=AB Manitoba=MB Saskatchewan=SK Nova_Scotia=NS ' +
    'New_Brunswick=NB Prince_Edward_Island=PE Newfoundland_and_Labrador=NL Yukon=YT Northwest_Territories=NT',
  AU:
    'New_South_Wales=NSW Victoria=VIC Queensland=QLD South_Australia=SA Western_Australia=WA Tasmania=TAS ' +
    'Northern_Territory=NT Australian_Capital_Territory=ACT',
}

const STATE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([country, pairs]) =>
    pairs.split(' ').map((pair): [string, string] => {
      const [name = '', code = ''] = pair.split('=')
      return [`${country} ${name.replaceAll('_', ' ').toUpperCase()}`, code]
    }),
  ),
)
