import { ALL_ACTIVITIES, type ActivityFilter } from '#model/activity.ts'

import { TYPE_CHOICES } from './activity-kind.ts'

/** What a person asks of the timeline. */
export type TimelineView = {
  /** Looked for in what is loaded. */
  query: string
  /** An id of `TYPE_CHOICES`. */
  type: string
  userId: string | null
  /** A date: nothing after that day. "" for none. */
  until: string
}

export const WHOLE_TIMELINE: TimelineView = { query: '', type: 'all', userId: null, until: '' }

/** What the server is asked for. A day ends where it ends on the person's own calendar. */
export function filterOf({ type, userId, until }: TimelineView): ActivityFilter {
  const types = TYPE_CHOICES.find(({ id }) => id === type)?.types ?? []
  const before = dayAfter(until)
  return types.length === 0 && userId === null && before === null ? ALL_ACTIVITIES : { types, userId, before }
}

/** Whether only a part of the history is asked for. */
export function isNarrowed({ type, userId, until }: TimelineView): boolean {
  return type !== 'all' || userId !== null || until !== ''
}

/** The beginning of the day after a date, in UTC; null for what is no date. */
function dayAfter(date: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (year === undefined || Number(year) < 1970) return null
  return new Date(Number(year), Number(month) - 1, Number(day) + 1).toISOString()
}
