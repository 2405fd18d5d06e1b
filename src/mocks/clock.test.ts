import { expect, test } from 'vitest'
import { readClock } from './clock.ts'

test.each([
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2026-01-31T12:30', '2026-01-31T12:30:00.000Z'],
  ['2026-01-31T12:30:15.5Z', '2026-01-31T12:30:15.500Z'],
  ['2026-01-31T12:30:00+02:00', '2026-01-31T10:30:00.000Z'],
])('%s stands still at %s', (text, moment) => {
  expect(new Date(readClock(text)()).toJSON()).toBe(moment)
})

test('a number stands still, a function goes', () => {
  let now = 1
  expect(readClock(5)()).toBe(5)
  const clock = readClock(() => now)
  now = 2
  expect(clock()).toBe(2)
})

test.each(['', 'today', '2026-02-30', '2026-13-01', '2026-01-31T25:00', '2026-01-31 12:00'])(
  '"%s" is refused in words',
  (text) => {
    expect(() => readClock(text)).toThrow(`Can't read the time "${text}"`)
  },
)
