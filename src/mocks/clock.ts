/** A clock in milliseconds since the epoch; a number or an ISO date for one that stands still. */
export type Clock = (() => number) | number | string

/**
 * Reads a clock. A date without a time is midnight UTC, a time without a zone is UTC. Throws an `Error` made for
 * the person who wrote it.
 */
export function readClock(clock: Clock): () => number {
  if (typeof clock === 'function') return clock
  const now = typeof clock === 'number' ? clock : readMoment(clock)
  return () => now
}

function readMoment(text: string): number {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? []
  const moment = Date.parse(`${day}T${time ?? '00:00'}${zone ?? 'Z'}`)
  const isInCalendar = new Date(`${day}T00:00Z`).toJSON()?.startsWith(`${day}`)
  if (isInCalendar && !Number.isNaN(moment)) return moment
  throw new Error(`Can't read the time "${text}". It is an ISO date such as "2026-01-31T12:00:00Z".`)
}
