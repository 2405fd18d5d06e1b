import { dateFormat } from '#lib/formats.ts'

/** Times in the words of a person's locale; `timeZone` is the user's by default. */

type Locale = string | undefined

/** The time of day, e.g. "3:05 PM"; "" for no moment. */
export function clockText(moment: string, locale?: Locale, timeZone?: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return ''
  return dateFormat(locale, { timeStyle: 'short', timeZone }).format(date)
}

/** A length of time from seconds, e.g. "45 s", "4 min 12 s", "1 h 30 min". */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = whole % 60
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  if (minutes > 0) return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`
  return `${rest} s`
}

/** When a meeting is, e.g. "Mar 5, 2026, 10:00 – 10:30 AM"; null when it says nothing. */
export function meetingTime(
  starts: string | null | undefined,
  ends: string | null | undefined,
  locale?: Locale,
  timeZone?: string,
): string | null {
  const start = new Date(starts ?? '')
  if (Number.isNaN(start.getTime())) return null
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const end = new Date(ends ?? '')
  return end > start ? format.formatRange(start, end) : format.format(start)
}
