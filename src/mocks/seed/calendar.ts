/** Dates of a data set, all of them relative to when it was made. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Days that were written before: a data set has 1,000 different ones, and many more timestamps. */
const days = new Map<number, string>()

/** `2026-03-04` for a moment in milliseconds since the epoch, in UTC. */
export function dateOf(ms: number): string {
  const day = Math.floor(ms / DAY)
  let date = days.get(day)
  if (date === undefined) {
    date = new Date(ms).toISOString().slice(0, 10)
    days.set(day, date)
  }
  return date
}

const ZERO = '0'.charCodeAt(0)
const stamp = Array.from('2026-03-04T09:15:27.143000+00:00', (letter) => letter.charCodeAt(0))

/**
 * A timestamp as the API writes it, `2026-03-04T09:15:27.143000+00:00`. Built from character codes at once, like
 * ids, because a data set has as many of them.
 */
export function stampOf(ms: number): string {
  const date = dateOf(ms)
  for (let i = 0; i < 10; i += 1) stamp[i] = date.charCodeAt(i)
  const inDay = ms - Math.floor(ms / DAY) * DAY
  writeTwo(11, Math.floor(inDay / HOUR))
  writeTwo(14, Math.floor(inDay / MINUTE) % 60)
  writeTwo(17, Math.floor(inDay / 1000) % 60)
  writeTwo(20, Math.floor((inDay % 1000) / 10))
  stamp[22] = ZERO + (inDay % 10)
  return String.fromCharCode(...stamp)
}

function writeTwo(at: number, value: number): void {
  stamp[at] = ZERO + Math.floor(value / 10)
  stamp[at + 1] = ZERO + (value % 10)
}
