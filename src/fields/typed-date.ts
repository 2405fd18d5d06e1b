import { dateFormat } from '#lib/formats.ts'

import { fromLocalInput } from './typed-value.ts'

/**
 * Dates and moments typed as text: in the order in which the locale writes them ("3/1/2027", "1.3.2027"), as bare
 * digits in that order ("03012027"), or as ISO 8601 ("2027-03-01"). The year takes four digits, so that no text can
 * be read in two ways. `locale` defaults to the browser's.
 */

type Part = 'year' | 'month' | 'day'

const NUMERIC = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
} as const
const SIGNS: Record<Part, string> = { year: 'YYYY', month: 'MM', day: 'DD' }
const ISO_ORDER: readonly Part[] = ['year', 'month', 'day']

/** How the locale writes a date, e.g. "MM/DD/YYYY". */
export function datePattern(locale?: string): string {
  return dateFormat(locale, NUMERIC)
    .formatToParts(0)
    .map(({ type, value }) => (isPart(type) ? SIGNS[type] : value))
    .join('')
    .trim()
}

/** The typed date, e.g. "2027-03-01"; null when the text is none. */
export function parseTypedDate(text: string, locale?: string): string | null {
  const plain = text.normalize('NFKC')
  const groups = plain.match(/\d+/g) ?? []
  if (/[:a-z]/i.test(plain)) return null
  const order = localeOrder(locale)
  if (groups.length === 1) {
    const digits = groups[0] ?? ''
    return digits.length === 8
      ? (dateOf(cut(digits, order), order) ?? dateOf(cut(digits, ISO_ORDER), ISO_ORDER))
      : null
  }
  if (groups.length !== 3) return null
  return dateOf(groups, groups[0]?.length === 4 ? ISO_ORDER : order)
}

/** The typed moment, in the user's zone, as ISO 8601 in UTC; null when the text is none. */
export function parseTypedMoment(text: string, locale?: string): string | null {
  const [, day = '', hours = '', minutes = '0', half] = MOMENT.exec(text.normalize('NFKC').trim()) ?? []
  const date = parseTypedDate(day, locale)
  const hour = half ? hourOfHalf(Number(hours), half) : Number(hours)
  if (date === null || hour === null || hour > 23 || Number(minutes) > 59) return null
  return fromLocalInput(`${date}T${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`)
}

/** A date, then a time: "15:05", "15.05" or "3:05 PM"; "3 PM" without minutes. */
const MOMENT = /^(.*\d\D*?)[\s,T]+(\d{1,2})(?:[:.](\d{2})|(?=\s*[ap]))\s*(?:([ap])\.?m?\.?)?$/i

function hourOfHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function localeOrder(locale: string | undefined): readonly Part[] {
  return dateFormat(locale, NUMERIC)
    .formatToParts(0)
    .flatMap(({ type }) => (isPart(type) ? [type] : []))
}

function isPart(type: string): type is Part {
  return Object.hasOwn(SIGNS, type)
}

/** Eight digits cut into parts. */
function cut(digits: string, order: readonly Part[]): string[] {
  let from = 0
  return order.map((part) => digits.slice(from, (from += SIGNS[part].length)))
}

function dateOf(groups: readonly string[], order: readonly Part[]): string | null {
  const [year = '', month = '', day = ''] = ISO_ORDER.map((part) => groups[order.indexOf(part)])
  if (!/^[1-9]\d{3}$/.test(year) || month.length > 2 || day.length > 2) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  // A date such as February 30 is taken for one in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
