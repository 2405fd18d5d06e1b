/** Which of a date's numbers comes first. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** A date as written in a cell; `zone` is an offset such as `+02:00` or `Z`, null for local time. */
export type WrittenDate = {
  year: number
  month: number
  day: number
  time: { hour: number; minute: number; second: number; zone: string | null } | null
}

const TIME =
  String.raw`(?:(?:,\s*|\s+|T)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*` +
  String.raw`(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i')
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i')
const DAY_MONTH_NAME = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}{3,})\.?[\s,-]+(\d{4}|\d{2})${TIME}$`,
  'iu',
)
const MONTH_NAME_DAY = new RegExp(
  String.raw`^(\p{L}{3,})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})${TIME}$`,
  'iu',
)

const MONTHS = [
  ['jan', 'janv'],
  ['feb', 'febr', 'fév', 'févr'],
  ['mar', 'mär', 'mrz', 'mars'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'août'],
  ['sep', 'sept'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'déc'],
]
const MONTH_NAMES: readonly string[][] = MONTHS.map((names, at) => [
  ...names,
  ...['en', 'de', 'fr'].map((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2024, at, 15))
      .toLowerCase(),
  ),
])

/**
 * A date, with or without time of day, as people write it; null when the text is none or the day does not
 * exist. `order` decides only where the numbers leave it open, as in 3/4/2024; a year that stands first is a
 * year in any order. Two-digit years are 1970 to 2069.
 */
export function parseDate(text: string, order: DateOrder): WrittenDate | null {
  const cell = text.trim()
  const iso = YEAR_FIRST.exec(cell)
  if (iso) return written(number(iso[1]), number(iso[3]), number(iso[4]), iso.slice(5))
  const numeric = YEAR_LAST.exec(cell)
  if (numeric) {
    const [first, second] = [number(numeric[1]), number(numeric[3])]
    const [day, month] = order === 'mdy' ? [second, first] : [first, second]
    return written(fullYear(numeric[4] ?? ''), month, day, numeric.slice(5))
  }
  const dayFirst = DAY_MONTH_NAME.exec(cell)
  if (dayFirst) {
    const [, day, name = '', year = '', ...time] = dayFirst
    return written(fullYear(year), monthOf(name), number(day), time)
  }
  const monthFirst = MONTH_NAME_DAY.exec(cell)
  if (!monthFirst) return null
  const [, name = '', day, year, ...time] = monthFirst
  return written(number(year), monthOf(name), number(day), time)
}

/**
 * In which order a column writes its dates: found from days above 12 and from dots, which no one writes with
 * the month first. `null` when the cells leave it open, so that a person must say. Of contradicting cells the
 * majority decides; the rest then fail to parse, and the check names them.
 */
export function findDateOrder(cells: Iterable<string>): DateOrder | null {
  let [dayFirst, monthFirst, open] = [0, 0, 0]
  for (const cell of cells) {
    const numeric = YEAR_LAST.exec(cell.trim())
    if (!numeric) continue
    const [first, second] = [number(numeric[1]), number(numeric[3])]
    if (numeric[2] === '.' || (first > 12 && second <= 12)) dayFirst += 1
    else if (second > 12 && first <= 12) monthFirst += 1
    else if (first !== second) open += 1
  }
  if (dayFirst > monthFirst) return 'dmy'
  if (monthFirst > dayFirst) return 'mdy'
  if (dayFirst > 0) return 'dmy'
  return open > 0 ? null : 'ymd'
}

/** A date as the API wants it, e.g. `2024-03-05`. */
export function dateValue({ year, month, day }: WrittenDate): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** A moment as the API wants it; without a zone of its own it is taken in this device's time zone. */
export function dateTimeValue(date: WrittenDate): string {
  const { hour, minute, second, zone } = date.time ?? { hour: 0, minute: 0, second: 0, zone: null }
  if (zone) return `${dateValue(date)}T${pad(hour)}:${pad(minute)}:${pad(second)}${offset(zone)}`
  const local = new Date(date.year, date.month - 1, date.day, hour, minute, second)
  return local.toISOString().replace(/\.\d+Z$/, '+00:00')
}

function written(
  year: number,
  month: number,
  day: number,
  [hours, minutes, seconds, half, zone]: (string | undefined)[],
): WrittenDate | null {
  const probe = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || probe.getUTCMonth() !== month - 1 || probe.getUTCDate() !== day) return null
  if (hours === undefined) return { year, month, day, time: null }
  const hour = to24(number(hours), half)
  const [minute, second] = [number(minutes), number(seconds ?? '0')]
  if (hour > 23 || minute > 59 || second > 59) return null
  return { year, month, day, time: { hour, minute, second, zone: zone ?? null } }
}

function to24(hour: number, half: string | undefined): number {
  if (!half) return hour
  if (hour < 1 || hour > 12) return 99
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/** 1 to 12; 0 for no month. */
function monthOf(name: string): number {
  const wanted = name.toLowerCase()
  return MONTH_NAMES.findIndex((names) => names.includes(wanted)) + 1
}

function fullYear(text: string): number {
  const year = number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function offset(zone: string): string {
  if (/^(z|utc)$/i.test(zone)) return '+00:00'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

function number(text: string | undefined): number {
  return Number(text)
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}
