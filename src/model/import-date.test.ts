import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dateTimeValue, dateValue, findDateOrder, parseDate, type DateOrder } from './import-date.ts'

const day = (text: string, order: DateOrder = 'dmy') => {
  const date = parseDate(text, order)
  return date && dateValue(date)
}

describe('a date', () => {
  test.each([
    ['2024-03-05', '2024-03-05'],
    [' 2024-3-5 ', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['05.03.2024', '2024-03-05'],
    ['5/3/24', '2024-03-05'],
    ['5-3-1999', '1999-03-05'],
    ['5/3/69', '2069-03-05'],
    ['5/3/70', '1970-03-05'],
    ['5 Mar 2024', '2024-03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['5. März 2024', '2024-03-05'],
    ['5 mars 2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['Mar 5th 2024', '2024-03-05'],
    ['2024-03-05T23:30:00Z', '2024-03-05'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2023', null],
    ['31/04/2024', null],
    ['2024-13-01', null],
    ['5/3-2024', null],
    ['20-50', null],
    ['11-50', null],
    ['5 Foo 2024', null],
    ['soon', null],
    ['', null],
    ['2024', null],
    ['2024-03-05 and more', null],
  ])('%j is %j', (text, expected) => {
    expect(day(text)).toBe(expected)
  })

  test('the order decides what the numbers leave open', () => {
    expect(day('03/04/2024', 'dmy')).toBe('2024-04-03')
    expect(day('03/04/2024', 'mdy')).toBe('2024-03-04')
    expect(day('13/04/2024', 'mdy')).toBeNull()
    expect(day('2024-03-04', 'mdy')).toBe('2024-03-04')
  })
})

test.each([
  ['2024-03-05T10:20:30Z', '2024-03-05T10:20:30+00:00'],
  ['2024-03-05 10:20 +02:00', '2024-03-05T10:20:00+02:00'],
  ['2024-03-05T10:20:30.123456+0530', '2024-03-05T10:20:30+05:30'],
  ['5/3/2024 1:05 PM UTC', '2024-03-05T13:05:00+00:00'],
  ['5/3/2024, 12:05 am Z', '2024-03-05T00:05:00+00:00'],
])('the moment %j is %j', (text, expected) => {
  const date = parseDate(text, 'dmy')
  expect(date && dateTimeValue(date)).toBe(expected)
})

test('a moment without a zone is local', () => {
  const date = parseDate('2024-03-05 10:20', 'dmy')
  expect(date && new Date(dateTimeValue(date)).getTime()).toBe(new Date(2024, 2, 5, 10, 20).getTime())
})

test.each(['2024-03-05 25:00', '5/3/2024 13:00 PM', '2024-03-05 10:61'])('%j is no moment', (text) => {
  expect(parseDate(text, 'dmy')).toBeNull()
})

test.each([
  [['2024-03-05'], 'ymd'],
  [['1/2/2024', '13/2/2024'], 'dmy'],
  [['1/2/2024', '2/13/2024'], 'mdy'],
  [['01/31/13', '08/31/13', '09/30/12'], 'mdy'],
  [['1.2.2024'], 'dmy'],
  [['1/2/2024', '3/4/2024'], null],
  [['5/5/2024'], 'ymd'],
  [[], 'ymd'],
  [['13/2/2024', '14/2/2024', '2/15/2024'], 'dmy'],
])('the order of %j is %j', (cells, order) => {
  expect(findDateOrder(cells)).toBe(order)
})

test('any day is read back from each way of writing it', () => {
  const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
      const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(date)
      expect(day(iso)).toBe(iso)
      expect(day(`${dayOfMonth}.${month}.${year}`, 'dmy')).toBe(iso)
      expect(day(`${month}/${dayOfMonth}/${year.slice(2)}`, 'mdy')).toBe(iso)
      expect(day(`${name} ${Number(dayOfMonth)}, ${year}`)).toBe(iso)
    }),
  )
})
