import { isDateOnly } from '#fields/value-format.ts'
import { addDays, dayAt, daysBetween, nextMonday } from '#lib/day.ts'
import { dateFormat } from '#lib/formats.ts'
import type { Task } from '#model/lead.ts'

/**
 * The day a task is due, e.g. "2026-06-12"; null when it has none. A date without a time is the same day in
 * every zone; a moment counts by the user's. Source: contract 12: a dateless task carries the day it was made.
 */
export function dueDay(
  { date, is_dateless }: Pick<Task, 'date' | 'is_dateless'>,
  timeZone?: string,
): string | null {
  if (is_dateless || !date) return null
  if (isDateOnly(date)) return date
  const moment = Date.parse(date)
  return Number.isNaN(moment) ? null : dayAt(moment, timeZone)
}

/** The days that are offered first for something to be done. */
export function quickDays(today: string): readonly { id: string; label: string; day: string }[] {
  return [
    { id: 'today', label: 'Today', day: today },
    { id: 'tomorrow', label: 'Tomorrow', day: addDays(today, 1) },
    { id: 'next-week', label: 'Next week', day: nextMonday(today) },
  ]
}

/** A day as people say it: "Today", "Yesterday", "Fri, Jun 12", with the year when it is another one. */
export function dayWords(day: string, today: string, locale?: string): string {
  const near = NEAR.get(daysBetween(today, day))
  return near ?? dayText(day, today, locale)
}

/** A day by its date: "Fri, Jun 12", with the year when it is not today's; the text itself when it is no day. */
export function dayText(day: string, today: string, locale?: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(date)
}

const NEAR = new Map([
  [-1, 'Yesterday'],
  [0, 'Today'],
  [1, 'Tomorrow'],
])
