import { expect, test } from 'vitest'

import { dayText, dayWords, dueDay, quickDays } from './task-due.ts'

const ZONES = ['Pacific/Honolulu', 'Europe/Berlin', 'Pacific/Kiritimati'] as const

test.for(ZONES)('a date is the same day in %s', (zone) => {
  expect(dueDay({ date: '2026-03-10' }, zone)).toBe('2026-03-10')
})

test.for([
  ['Pacific/Honolulu', '2026-03-09'],
  ['Europe/Berlin', '2026-03-10'],
  ['Pacific/Kiritimati', '2026-03-10'],
] as const)('a moment counts by the day it is in %s', ([zone, day]) => {
  expect(dueDay({ date: '2026-03-10T08:00:00.000000+00:00' }, zone)).toBe(day)
})

test.for([
  { date: '2026-03-10', is_dateless: true }, // the day it was made, says contract 12
  { date: null },
  { date: '' },
  { date: 'soon' },
  {},
])('%j is not due on any day', (task) => {
  expect(dueDay(task)).toBeNull()
})

test('offers today, tomorrow and the Monday after', () => {
  expect(quickDays('2026-06-12').map(({ label, day }) => `${label} ${day}`)).toEqual([
    'Today 2026-06-12',
    'Tomorrow 2026-06-13',
    'Next week 2026-06-15',
  ])
})

test.for([
  ['2026-06-11', 'Yesterday', 'Yesterday'],
  ['2026-06-12', 'Today', 'Today'],
  ['2026-06-13', 'Tomorrow', 'Tomorrow'],
  ['2026-06-15', 'Mon, Jun 15', 'Mo., 15. Juni'],
  ['2026-01-01', 'Thu, Jan 1', 'Do., 1. Jan.'],
  ['2027-06-12', 'Sat, Jun 12, 2027', 'Sa., 12. Juni 2027'],
] as const)('%s reads as %s, and in German as %s', ([day, english, german]) => {
  expect(dayWords(day, '2026-06-12', 'en-US')).toBe(english)
  expect(dayWords(day, '2026-06-12', 'de-DE')).toBe(german)
})

test('shows what is no day as it is', () => {
  expect(dayText('2026-13-45', '2026-06-12')).toBe('2026-13-45')
})
