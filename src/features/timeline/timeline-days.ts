import { dateFormat } from '#lib/formats.ts'
import { activityMoment, type Activity } from '#model/activity.ts'

/** Activities of one day; `day` is a date such as "2026-03-04", "" for what has no moment. */
export type TimelineDay = { day: string; activities: Activity[] }

/** The date of a moment on the calendar of a zone (the user's by default), as "2026-03-04"; "" for no moment. */
export function dayOf(moment: string | number, timeZone?: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return ''
  return dateFormat(CALENDAR, { ...DAY, timeZone }).format(date)
}

/** Writes "2026-03-04", counting by the calendar of the API whatever the person's own is. */
const CALENDAR = 'en-CA-u-ca-gregory-nu-latn'
const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }

/** Activities by the day they happened on, the latest day first; the order within a day is kept. */
export function groupByDay(activities: readonly Activity[], timeZone?: string): TimelineDay[] {
  const days = new Map<string, Activity[]>()
  for (const activity of activities) {
    const day = dayOf(activityMoment(activity), timeZone)
    const others = days.get(day)
    if (others) others.push(activity)
    else days.set(day, [activity])
  }
  return [...days].map(([day, own]) => ({ day, activities: own })).sort((a, b) => (a.day < b.day ? 1 : -1))
}

/** "Today", "Yesterday", "Tomorrow", or the date in words; this year's without the year. */
export function dayLabel(day: string, today: string, locale?: string): string {
  if (day === '') return 'Without a date'
  const distance = daysBetween(today, day)
  const near = NEAR[distance]
  if (near) return near
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

const NEAR: Readonly<Record<number, string>> = { 0: 'Today', [-1]: 'Yesterday', 1: 'Tomorrow' }
const DAY_MS = 86_400_000

/** Days from one date to another; a date has no zone, so no clock is ever put forward in between. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}
