import { dateFormat } from './formats.ts'

/*
 * Days as "2026-06-12". A day has no time zone: what is counted here is the calendar, and the zone matters only
 * for the question which day it is at a moment.
 */

/** The day at a moment (milliseconds since the epoch) in a time zone, by default the browser's. */
export function dayAt(moment: number, timeZone?: string): string {
  const {
    year = '',
    month = '',
    day = '',
  } = Object.fromEntries(
    dateFormat('en-US', { ...DAY, timeZone })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  return `${year.padStart(4, '0')}-${month}-${day}`
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** How many days lie between two days; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The first Monday after a day. */
export function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (8 - weekday) % 7 || 7)
}

const DAY_MS = 24 * 60 * 60_000

const DAY = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
} as const
