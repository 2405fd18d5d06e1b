import { isDate, momentOf } from '#mocks/engine/stamp.ts'
import { refuse } from './query-error.ts'
import { choiceAt, type JsonObject, objectAt, textAt } from './read-json.ts'

/** When a query is asked and where the asker is. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now: number
  /** The asker's offset from UTC in hours. Source: contract 1, `x-tz-offset`. */
  tzOffsetHours: number
}

const MOMENTS = [
  'now',
  'fixed_utc',
  'fixed_local_date',
  'start_end_of_predefined_relative_period',
  'offset',
] as const
const WHICH = ['start', 'end'] as const
const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const
const RANGES: ReadonlySet<string> = new Set([
  'today',
  'yesterday',
  'tomorrow',
  ...['this', 'last', 'next'].flatMap((which) =>
    ['day', 'week', 'month', 'quarter', 'year'].map((period) => `${which}-${period}`),
  ),
])

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MAX_DEPTH = 8

/**
 * The instant that a moment of a query stands for, in milliseconds since the epoch. The end of a day or period
 * is the first instant after it, because upper bounds are exclusive. Weeks begin on Monday. Refuses what it
 * cannot read. Source: contract 18, "Moments"; `range` also takes `yesterday`, `last-month` and the like.
 */
export function readMoment(value: unknown, path: string, clock: Clock, depth = 0): number {
  if (depth > MAX_DEPTH) return refuse(path, 'The moment is nested too deeply.')
  const moment = objectAt(value, path)
  switch (choiceAt(moment, 'type', path, MOMENTS)) {
    case 'now':
      return clock.now
    case 'fixed_utc':
      return fixedUtc(textAt(moment, 'value', path), `${path}.value`)
    case 'fixed_local_date':
      return dayEdge(moment, path, localDay(textAt(moment, 'value', path), `${path}.value`, clock))
    case 'start_end_of_predefined_relative_period':
      return period(moment, path, clock)
    case 'offset':
      return offset(moment, path, clock, depth)
  }
}

/** Whether the moment moves with the clock. */
export function isRelative(value: unknown): boolean {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  return type === 'now' || type === 'offset' || type === 'start_end_of_predefined_relative_period'
}

/** A stored timestamp in milliseconds with microseconds as fractions; undefined when it is none. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const plain = plainTime(value)
  if (plain !== undefined) return plain
  const ms = momentOf(value)
  if (Number.isNaN(ms)) return undefined
  const micros = value[19] === '.' ? Number(value.slice(23, 26)) : 0
  return micros > 0 ? ms + micros / 1000 : ms
}

const STAMP_LENGTH = '2026-03-04T09:15:27.143000+00:00'.length

/** The same of a timestamp as records carry it, without taking it apart: a search reads 100,000 of them. */
function plainTime(stamp: string): number | undefined {
  if (stamp.length !== STAMP_LENGTH || !stamp.endsWith('+00:00')) return undefined
  const day = dayStart(stamp.slice(0, 10))
  const seconds = digits(stamp, 11, 2) * 3600 + digits(stamp, 14, 2) * 60 + digits(stamp, 17, 2)
  const time = day + seconds * 1000 + digits(stamp, 20, 6) / 1000
  return Number.isNaN(time) ? undefined : time
}

/** Midnights in UTC by date: records of some years have a few thousand different ones. */
const days = new Map<string, number>()
const MAX_DAYS = 20_000

function dayStart(date: string): number {
  let start = days.get(date)
  if (start === undefined) {
    start = Date.parse(`${date}T00:00:00Z`)
    if (days.size < MAX_DAYS) days.set(date, start)
  }
  return start
}

/** The number that `count` digits spell; NaN when others are among them. */
function digits(text: string, from: number, count: number): number {
  let number = 0
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** The day of a stored date, as milliseconds of its midnight in UTC; undefined when it is none. */
export function dayOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const ms = dayStart(value.slice(0, 10))
  return Number.isNaN(ms) ? undefined : ms
}

function fixedUtc(text: string, path: string): number {
  const ms = /^\d{4}-\d\d-\d\d/.test(text) ? timeOf(text) : undefined
  return ms ?? refuse(path, 'Invalid ISO 8601 datetime.')
}

function localDay(text: string, path: string, clock: Clock): number {
  if (!isDate(text)) return refuse(path, 'Invalid ISO 8601 date.')
  return Date.parse(`${text}T00:00:00Z`) - clock.tzOffsetHours * HOUR
}

function dayEdge(moment: JsonObject, path: string, start: number): number {
  return choiceAt(moment, 'which', path, WHICH) === 'start' ? start : start + DAY
}

function period(moment: JsonObject, path: string, clock: Clock): number {
  const range = textAt(moment, 'range', path).replaceAll('_', '-')
  if (!RANGES.has(range)) {
    return refuse(`${path}.range`, `Not a valid choice. Use one of: ${[...RANGES].join(', ')}.`)
  }
  const isEnd = choiceAt(moment, 'which', path, WHICH) === 'end'
  const [which = '', unit = 'day'] = NAMED_DAYS[range] ?? range.split('-')
  const shift = (which === 'last' ? -1 : which === 'next' ? 1 : 0) + (isEnd ? 1 : 0)
  const local = new Date(clock.now + clock.tzOffsetHours * HOUR)
  return startOf(unit, local, shift) - clock.tzOffsetHours * HOUR
}

const NAMED_DAYS: Record<string, [string, string]> = {
  today: ['this', 'day'],
  yesterday: ['last', 'day'],
  tomorrow: ['next', 'day'],
}

/** The start of the period around `local` (its UTC parts hold local time), `shift` periods later. */
function startOf(unit: string, local: Date, shift: number): number {
  const year = local.getUTCFullYear()
  const month = local.getUTCMonth()
  const day = local.getUTCDate()
  switch (unit) {
    case 'week':
      return Date.UTC(year, month, day - ((local.getUTCDay() + 6) % 7) + 7 * shift)
    case 'month':
      return Date.UTC(year, month + shift)
    case 'quarter':
      return Date.UTC(year, month - (month % 3) + 3 * shift)
    case 'year':
      return Date.UTC(year + shift, 0)
    default:
      return Date.UTC(year, month, day + shift)
  }
}

function offset(moment: JsonObject, path: string, clock: Clock, depth: number): number {
  const sign = choiceAt(moment, 'direction', path, ['past', 'future']) === 'past' ? -1 : 1
  const base = readMoment(moment['moment'], `${path}.moment`, clock, depth + 1)
  const amounts = objectAt(moment['offset'], `${path}.offset`)
  const amount = (unit: (typeof UNITS)[number]) => sign * amountAt(amounts, unit, `${path}.offset`)

  const shift = clock.tzOffsetHours * HOUR
  const local = addMonths(base + shift, amount('years') * 12 + amount('months'))
  const days = amount('weeks') * 7 + amount('days')
  const seconds = amount('hours') * 3600 + amount('minutes') * 60 + amount('seconds')
  const moved = local + days * DAY + seconds * 1000
  const edge =
    moment['which_day_end'] === undefined || moment['which_day_end'] === null
      ? moved
      : Math.floor(moved / DAY) * DAY + (choiceAt(moment, 'which_day_end', path, WHICH) === 'end' ? DAY : 0)
  return Number.isNaN(edge) ? refuse(`${path}.offset`, 'The offset is too large.') : edge - shift
}

function amountAt(amounts: JsonObject, unit: string, path: string): number {
  const value = amounts[unit] ?? 0
  if (typeof value !== 'number') return refuse(`${path}.${unit}`, 'Value must be of number type.')
  const isWhole = Number.isInteger(value) || (unit !== 'years' && unit !== 'months')
  if (!isWhole) return refuse(`${path}.${unit}`, 'Input should be a valid integer')
  return Math.abs(value) <= 1_000_000 ? value : refuse(`${path}.${unit}`, 'The offset is too large.')
}

/** The same day and time `months` later, or the month's last day where it is shorter. */
function addMonths(local: number, months: number): number {
  if (months === 0) return local
  const date = new Date(local)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months)
  const next = new Date(first)
  const lastDay = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), lastDay)
  return first + (day - 1) * DAY + (local - Math.floor(local / DAY) * DAY)
}
