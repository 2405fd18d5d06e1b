import { expect, test } from 'vitest'
import {
  isDate,
  localDate,
  momentOf,
  naive,
  normalizeStamp,
  stamp,
  stampAfter,
  stampInOrder,
} from './stamp.ts'

const noon = Date.UTC(2026, 2, 4, 12, 0, 0, 999)

test('a stamp has microseconds and an offset; one after another is always later', () => {
  expect(stamp(noon)).toBe('2026-03-04T12:00:00.999000+00:00')
  let last = stamp(noon)
  for (let i = 0; i < 2500; i += 1) {
    const next = stampAfter(noon, last)
    expect(next > last).toBe(true)
    last = next
  }
  expect(last).toBe('2026-03-04T12:00:01.001500+00:00')
  expect(stampAfter(noon + 60_000, last)).toBe(stamp(noon + 60_000))
})

test('in order means at most a second ahead of the clock', () => {
  expect(stampInOrder(noon, stamp(noon + 500))).toBe('2026-03-04T12:00:01.499001+00:00')
  expect(stampInOrder(noon, stamp(noon + 2000))).toBe(stamp(noon))
  expect(stampInOrder(noon, null)).toBe(stamp(noon))
})

test.each([
  ['2026-03-04T10:00:00Z', '2026-03-04T10:00:00.000000+00:00'],
  ['2026-03-04T10:00:00.1234567+05:30', '2026-03-04T04:30:00.123456+00:00'],
  ['2026-03-04 10:00', '2026-03-04T10:00:00.000000+00:00'],
  ['2026-03-04T10:00:00-0800', '2026-03-04T18:00:00.000000+00:00'],
  ['2026-02-30T10:00:00Z', null],
  ['2026-03-04T25:00:00Z', null],
  ['2026-03-04', null],
  ['soon', null],
])('%s is read as %s', (text, expected) => {
  expect(normalizeStamp(text)).toBe(expected)
})

test('naive stamps lose the offset and are read as UTC', () => {
  expect(naive(stamp(noon))).toBe('2026-03-04T12:00:00.999000')
  expect(momentOf(naive(stamp(noon)))).toBe(noon)
})

test('days are those of the calendar and of the caller', () => {
  expect(['2024-02-29', '2026-02-29', '2026-13-01', '26-01-01'].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect([localDate(noon, 0), localDate(noon, 12.5), localDate(noon, -13)]).toEqual([
    '2026-03-04',
    '2026-03-05',
    '2026-03-03',
  ])
})
