/** The time that a country or state keeps. */
export type PlaceZone = {
  /** An IANA name such as "Europe/London". */
  zone: string
  /** The country or state that tells it, e.g. "US, CA". */
  place: string
  /** Parts of that state keep another time. */
  isMostly: boolean
}

/**
 * The time zone of a country (ISO-2) and, where that keeps several times, of a state in it by code or English name,
 * both in either case; null when they don't decide it.
 */
export function placeZone(countryCode: string, stateName = ''): PlaceZone | null {
  const country = countryCode.trim().toUpperCase()
  const name = stateName.trim().toUpperCase()
  const state = `${country} ${STATE_NAMES.get(`${country} ${name}`) ?? name}`
  const zone = STATE_ZONES.get(state)
  if (zone) return { zone, place: state.replace(' ', ', '), isMostly: SPLIT.has(state) }
  const whole = COUNTRY_ZONES.get(country)
  return whole ? { zone: whole, place: country, isMostly: false } : null
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
