import { describe, expect, test } from 'vitest'
import { fromLocalInput, numberDraft, parseNumber, toDateInput, toLocalInput } from './typed-value.ts'
import { anyText, formatDate, formatDateTime, formatMoney, formatNumber } from './value-format.ts'

const NBSP = /[\u00a0\u202f]/g
const plain = (text: string) => text.replace(NBSP, ' ')

describe('dates', () => {
  test.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Pago_Pago'])(
    'a date is the same day in %s',
    (zone) => {
      expect(formatDate('2026-06-12', 'en-US', zone)).toBe('Jun 12, 2026')
      expect(formatDateTime('2026-06-12', 'en-US', zone)).toBe('Jun 12, 2026')
    },
  )

  test.each([
    ['America/Los_Angeles', 'Jun 11, 2026, 10:30 PM'],
    ['UTC', 'Jun 12, 2026, 5:30 AM'],
    ['Asia/Kathmandu', 'Jun 12, 2026, 11:15 AM'],
  ])('a moment is shown in %s', (zone, text) => {
    expect(plain(formatDateTime('2026-06-12T05:30:00.000000+00:00', 'en-US', zone))).toBe(text)
  })

  test('a date is written as the locale does', () => {
    expect(formatDate('2026-06-12', 'de')).toBe('12.06.2026')
  })

  test.each(['', 'soon', '2026-99-99'])('%j, no date, stays as it is', (text) => {
    expect(formatDate(text)).toBe(text)
    expect(formatDateTime(text)).toBe(text)
  })

  test('a moment survives the way into its box and back', () => {
    for (const iso of ['2026-06-12T05:30:00.000Z', '2026-12-31T23:59:00.000Z', '2024-02-29T00:00:00.000Z']) {
      expect(fromLocalInput(toLocalInput(iso))).toBe(iso)
    }
  })

  test.each(['', '2026-06-12', '2026-06-12T', 'x'])('%j is half a moment', (text) => {
    expect(fromLocalInput(text)).toBeNull()
  })

  test('the date box takes the date itself', () => {
    expect(toDateInput('2026-06-12')).toBe('2026-06-12')
  })
})

describe('numbers', () => {
  test.each<[string, string, number | null]>([
    ['1234.5', 'en-US', 1234.5],
    ['1,234.5', 'en-US', 1234.5],
    ['1,234,567', 'en-US', 1_234_567],
    ['1,234', 'en-US', 1234],
    ['1,5', 'en-US', 1.5],
    ['12,34,567.8', 'en-IN', 1_234_567.8],
    ['1.234,5', 'de-DE', 1234.5],
    ['1.234', 'de-DE', 1234],
    ['1.5', 'de-DE', 1.5],
    ['1,5', 'de-DE', 1.5],
    ['1 234,5', 'fr-FR', 1234.5],
    ['1\u202f234,5', 'fr-FR', 1234.5],
    ["1'234.5", 'de-CH', 1234.5],
    ['-7', 'en-US', -7],
    ['−7', 'en-US', -7],
    ['.5', 'en-US', 0.5],
    [' 42 ', 'en-US', 42],
    ['1e3', 'en-US', 1000],
    ['１２', 'en-US', 12],
    ['', 'en-US', null],
    ['-', 'en-US', null],
    ['abc', 'en-US', null],
    ['1.2.3', 'en-US', null],
    ['1,2,3.4', 'en-US', null],
    ['12 pieces', 'en-US', null],
    ['1e999', 'en-US', null],
    ['Infinity', 'en-US', null],
    ['0x10', 'en-US', null],
  ])('%j in %s is %j', (text, locale, value) => {
    expect(parseNumber(text, locale)).toBe(value)
  })

  test.each(['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN'])('what %s shows can be typed again', (locale) => {
    for (const value of [0, -1, 0.1, 1234.5, 1_234_567.891, -98_765, 1000, 12_345]) {
      expect(parseNumber(formatNumber(value, locale), locale)).toBe(value)
      expect(parseNumber(numberDraft(value, locale), locale)).toBe(value)
    }
  })

  test.each([
    [50_000, 'USD', 'one_time', '$500'],
    [123_450, 'USD', null, '$1,234.50'],
    [500, 'GBP', 'monthly', '£5 monthly'],
    [0, 'EUR', 'annual', '€0 annual'],
    [100, null, null, '1'],
    [100, 'not a code', null, '1'],
  ])('%i cents of %s (%s) are %j', (cents, currency, period, text) => {
    expect(formatMoney(cents, currency, period, 'en-US')).toBe(text)
  })
})

test.each([
  [null, ''],
  [undefined, ''],
  ['text', 'text'],
  [true, 'Yes'],
  [['a', '', 'b'], 'a, b'],
  [{ a: 1 }, '{"a":1}'],
])('%j as text is %j', (value, text) => {
  expect(anyText(value)).toBe(text)
})
