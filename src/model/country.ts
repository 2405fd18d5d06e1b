/** ISO 3166-1 alpha-2 codes: what an address's `country` may hold (contract 8.1). */
export const COUNTRY_CODES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY ' +
  'BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK ' +
  'FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR ' +
  'IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ' +
  'ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
  'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF ' +
  'TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

/** A country's name in `locale`; the code itself when it is none. */
export function countryName(code: string, locale = 'en'): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code.toUpperCase()) ?? code
  } catch {
    return code
  }
}

/** All countries by name, for a picker. */
export function countryOptions(locale = 'en'): { id: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return COUNTRY_CODES.map((id) => ({ id, label: names.of(id) ?? id })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  )
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'south korea': 'KR',
  'viet nam': 'VN',
  'hong kong': 'HK',
  'ivory coast': 'CI',
  uae: 'AE',
}

/** Languages in which countries are recognised, besides those of the caller. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']

/**
 * A reader of countries as people write them: a two-letter code or a name in one of the big European languages
 * or `languages`, whatever its case. The reader answers the code, or null.
 */
export function createCountryReader(languages: readonly string[] = []): (text: string) => string | null {
  const codes = new Map<string, string>(Object.entries(OTHER_NAMES))
  for (const code of COUNTRY_CODES) codes.set(code.toLowerCase(), code)
  for (const language of [...LANGUAGES, ...languages]) {
    const names = displayNames(language)
    for (const code of names ? COUNTRY_CODES : []) {
      const name = names?.of(code)
      if (name) codes.set(fold(name), code)
    }
  }
  return (text) => codes.get(fold(text)) ?? null
}

function displayNames(language: string): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames([language], { type: 'region' })
  } catch {
    return null
  }
}

function fold(text: string): string {
  return text.trim().replace(/\.$/, '').toLowerCase()
}
