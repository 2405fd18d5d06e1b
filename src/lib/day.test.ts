import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays, dayAt, daysBetween, nextMonday } from './day.ts'

test.for([
  ['Pacific/Honolulu', '2026-06-12T09:59:00Z', '2026-06-11'],
  ['Pacific/Honolulu', '2026-06-12T10:00:00Z', '2026-06-12'],
  ['Europe/Berlin', '2026-06-12T21:59:00Z', '2026-06-12'],
  ['Europe/Berlin', '2026-06-12T22:00:00Z', '2026-06-13'],
  ['Pacific/Kiritimati', '2026-06-12T09:59:00Z', '2026-06-12'],
  ['Pacific/Kiritimati', '2026-06-12T10:00:00Z', '2026-06-13'],
] as const)('in %s it is at %s the day %s', ([zone, moment, day]) => {
  expect(dayAt(Date.parse(moment), zone)).toBe(day)
})

test.for([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-29', 1, '2026-03-30'], // the night when clocks go forward in Berlin
  ['2026-03-01', -1, '2026-02-28'],
] as const)('%s and %i days is %s', ([day, count, later]) => {
  expect(addDays(day, count)).toBe(later)
  expect(daysBetween(day, later)).toBe(count)
})

test.for([
  ['2026-06-08', '2026-06-15'], // a Monday
  ['2026-06-09', '2026-06-15'],
  ['2026-06-13', '2026-06-15'],
  ['2026-06-14', '2026-06-15'], // a Sunday
] as const)('the Monday after %s is %s', ([day, monday]) => {
  expect(nextMonday(day)).toBe(monday)
})

test('going there and back is nothing', () => {
  const days = fc.integer({ min: -100_000, max: 100_000 })
  fc.assert(
    fc.property(days, (count) => {
      const day = addDays('2026-06-12', count)
      expect(daysBetween('2026-06-12', day)).toBe(count)
      expect(addDays(day, -count)).toBe('2026-06-12')
    }),
  )
})
