import { activitySchema, type Activity } from '#model/activity.ts'
import { expect, test } from 'vitest'

import { dayLabel, dayOf, groupByDay } from './timeline-days.ts'

const at = (id: string, activity_at: string | null): Activity =>
  activitySchema.parse({ id, _type: 'Note', activity_at })

test.each([
  ['2026-03-04T23:30:00+00:00', 'Europe/Berlin', '2026-03-05'],
  ['2026-03-04T23:30:00+00:00', 'America/Los_Angeles', '2026-03-04'],
  ['2026-03-04T02:30:00+00:00', 'America/Los_Angeles', '2026-03-03'],
  ['2026-03-04T19:00:00+00:00', 'Asia/Kolkata', '2026-03-05'],
  ['2026-12-31T12:00:00+00:00', 'Pacific/Kiritimati', '2027-01-01'],
  // The clocks go forward at 02:00 and back at 03:00: the day stays the day.
  ['2026-03-29T00:59:59+00:00', 'Europe/Berlin', '2026-03-29'],
  ['2026-10-25T22:59:59+00:00', 'Europe/Berlin', '2026-10-25'],
  ['2026-10-25T23:00:00+00:00', 'Europe/Berlin', '2026-10-26'],
  ['', 'Europe/Berlin', ''],
  ['yesterday', 'Europe/Berlin', ''],
])('%j in %s is on %j', (moment, zone, day) => {
  expect(dayOf(moment, zone)).toBe(day)
})

test.each([
  [
    'Europe/Berlin',
    [
      ['2026-03-05', ['late']],
      ['2026-03-04', ['noon', 'early']],
    ],
  ],
  [
    'America/Los_Angeles',
    [
      ['2026-03-04', ['late', 'noon']],
      ['2026-03-03', ['early']],
    ],
  ],
  [
    'Asia/Kolkata',
    [
      ['2026-03-05', ['late']],
      ['2026-03-04', ['noon', 'early']],
    ],
  ],
])('in %s activities fall on the days people had there', (zone, days) => {
  const activities = [
    at('late', '2026-03-04T23:30:00+00:00'),
    at('noon', '2026-03-04T12:00:00+00:00'),
    at('early', '2026-03-04T02:30:00+00:00'),
  ]
  const found = groupByDay(activities, zone).map(({ day, activities }) => [
    day,
    activities.map(({ id }) => id),
  ])
  expect(found).toEqual(days)
})

test('a day that comes up again is not shown twice, and what has no date stands last', () => {
  const activities = [
    at('a', '2026-03-04T12:00:00Z'),
    at('none', null),
    at('b', '2026-03-03T12:00:00Z'),
    at('c', '2026-03-04T11:00:00Z'),
  ]
  const days = groupByDay(activities, 'UTC')
  expect(days.map(({ day, activities }) => [day, activities.map(({ id }) => id)])).toEqual([
    ['2026-03-04', ['a', 'c']],
    ['2026-03-03', ['b']],
    ['', ['none']],
  ])
})

test.each([
  ['2026-03-04', 'en-US', 'Today'],
  ['2026-03-03', 'en-US', 'Yesterday'],
  ['2026-03-05', 'en-US', 'Tomorrow'],
  ['2026-03-01', 'en-US', 'Sun, March 1'],
  ['2025-12-31', 'en-US', 'Wed, December 31, 2025'],
  ['2026-03-01', 'de-DE', 'So., 1. März'],
  ['', 'en-US', 'Without a date'],
])('on 4 March 2026, %j in %s is headed %j', (day, locale, label) => {
  expect(dayLabel(day, '2026-03-04', locale)).toBe(label)
})

test('yesterday is one day ago when the clocks change in between', () => {
  expect(dayLabel('2026-03-28', '2026-03-29', 'en-US')).toBe('Yesterday')
  expect(dayLabel('2026-02-28', '2026-03-01', 'en-US')).toBe('Yesterday')
})
