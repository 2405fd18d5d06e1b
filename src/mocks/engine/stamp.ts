/**
 * Timestamps as the API writes them: UTC with microseconds. All have the same length, so that comparing two
 * as strings compares the moments. Source: contract 7.
 */

/** `2026-03-04T09:15:27.143000+00:00` for a moment in milliseconds since the epoch. */
export function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}000+00:00`
}

/** Like `stamp`, but always later than `previous`: one microsecond later where the clock does not suffice. */
export function stampAfter(ms: number, previous: string | null): string {
  const next = stamp(ms)
  return previous === null || next > previous ? next : plusMicrosecond(previous)
}

/**
 * Like `stampAfter` while `previous` is at most a second ahead, so that a row of creations stays in order also
 * when the clock stands still; a clock that was set back further counts as it is.
 */
export function stampInOrder(ms: number, previous: string | null): string {
  return previous !== null && momentOf(previous) - ms < 1000 ? stampAfter(ms, previous) : stamp(ms)
}

/** The same moment without the offset, as newer objects (events, pipelines) carry it. */
export function naive(timestamp: string): string {
  return timestamp.replace(/(Z|[+-]\d\d:?\d\d)$/, '')
}

/** Milliseconds since the epoch of a stored timestamp; one without an offset is UTC. NaN when it is none. */
export function momentOf(timestamp: string): number {
  const hasOffset = /(Z|[+-]\d\d:?\d\d)$/.test(timestamp)
  return Date.parse(hasOffset || !timestamp.includes('T') ? timestamp : `${timestamp}Z`)
}

/**
 * An ISO 8601 date-time in the API's own format, or null when it is none. Keeps microseconds; a time without
 * an offset is UTC.
 */
export function normalizeStamp(text: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/.exec(text)
  if (!parts) return null
  const [, date = '', minutes = '', seconds = ':00', fraction = '', offset = 'Z'] = parts
  if (!isDate(date)) return null
  const zone = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const ms = Date.parse(`${date}T${minutes}${seconds}${zone}`)
  if (Number.isNaN(ms)) return null
  return `${new Date(ms).toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}+00:00`
}

/** Whether `text` is a day of the calendar, written `2026-03-04`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** The calendar day, `2026-03-04`, at the moment `ms` for someone `tzOffsetHours` ahead of UTC. */
export function localDate(ms: number, tzOffsetHours: number): string {
  return new Date(ms + tzOffsetHours * 3_600_000).toISOString().slice(0, 10)
}

function plusMicrosecond(timestamp: string): string {
  const ms = Date.parse(`${timestamp.slice(0, 23)}Z`)
  const micros = Number(timestamp.slice(23, 26)) + 1
  if (micros === 1000) return stamp(ms + 1)
  return `${timestamp.slice(0, 23)}${String(micros).padStart(3, '0')}+00:00`
}
