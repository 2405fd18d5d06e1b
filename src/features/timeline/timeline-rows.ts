import { stableKey } from '#data/ledger.ts'
import type { Activity } from '#model/activity.ts'

import { groupByDay } from './timeline-days.ts'

/** A line of the timeline: a day's heading, or an activity of that day. */
export type TimelineRow =
  { kind: 'day'; key: string; day: string } | { kind: 'activity'; key: string; activity: Activity }

/** The timeline's lines from the top: each day's heading followed by what happened on it, the latest first. */
export function timelineRows(activities: readonly Activity[]): TimelineRow[] {
  return groupByDay(activities).flatMap(({ day, activities: own }): TimelineRow[] => [
    { kind: 'day', key: `day ${day}`, day },
    ...own.map((activity) => ({ kind: 'activity' as const, key: stableKey(activity.id), activity })),
  ])
}
