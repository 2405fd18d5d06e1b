import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { datePattern, parseTypedDate, parseTypedMoment } from './typed-date.ts'

const LOCALES = [
  'en-US',
  'en-GB',
  'de',
  'fr',
  'sv',
  'pl',
  'hu',
  'bg',
  'fi',
  'ja',
  'ko',
  'zh',
  'ar',
  'fa',
  'th',
]
const SIGNS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '/', '-', '.', ' ', ':']
const days = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a date', () => {
  test.each([
    ['3/1/2027', 'en-US', '2027-03-01'],
    ['03-01-2027', 'en-US', '2027-03-01'],
    ['03012027', 'en-US', '2027-03-01'],
    ['20270301', 'en-US', '2027-03-01'],
    ['2027-03-01', 'en-US', '2027-03-01'],
    ['2027/3/1', 'en-US', '2027-03-01'],
    [' 3 / 1 / 2027 ', 'en-US', '2027-03-01'],
    ['1.3.2027', 'de', '2027-03-01'],
    ['01032027', 'de', '2027-03-01'],
    ['2027-03-01', 'de', '2027-03-01'],
    ['1/3/2027', 'en-GB', '2027-03-01'],
    ['2027年3月1日', 'ja', '2027-03-01'],
    ['２０２７/３/１', 'ja', '2027-03-01'],
    ['2/29/2028', 'en-US', '2028-02-29'],
  ])('%j in %s is %s', (text, locale, iso) => {
    expect(parseTypedDate(text, locale)).toBe(iso)
  })

  test.each([
    ['', 'en-US'],
    ['3', 'en-US'],
    ['3/1', 'en-US'],
    ['3/1/27', 'en-US'],
    ['3/1/202', 'en-US'],
    ['3/1/0027', 'en-US'],
    ['13/1/2027', 'en-US'],
    ['2/30/2027', 'en-US'],
    ['2/29/2027', 'en-US'],
    ['13012027', 'en-US'],
    ['3012027', 'en-US'],
    ['3/1/2027 5', 'en-US'],
    ['12:30 2027', 'en-US'],
    ['3 Mar 2027', 'en-US'],
    ['3/1/2027', 'sv'],
    ['soon', 'en-US'],
  ])('%j in %s is none', (text, locale) => {
    expect(parseTypedDate(text, locale)).toBeNull()
  })

  test('reads what each locale writes', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...LOCALES), (day, locale) => {
        const written = new Intl.DateTimeFormat(locale, {
          calendar: 'gregory',
          numberingSystem: 'latn',
          timeZone: 'UTC',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
        }).format(new Date(`${day}T00:00:00Z`))
        expect(parseTypedDate(written, locale)).toBe(day)
        expect(parseTypedDate(day, locale)).toBe(day)
      }),
    )
  })

  test('of any text is a day of the calendar or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SIGNS) }), (text) => {
        const iso = parseTypedDate(text, 'en-US')
        if (iso !== null) expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso)
      }),
    )
  })

  test.each([
    ['en-US', 'MM/DD/YYYY'],
    ['de', 'DD.MM.YYYY'],
    ['sv', 'YYYY-MM-DD'],
    ['ja', 'YYYY/MM/DD'],
  ])('is written in %s as %s', (locale, pattern) => {
    expect(datePattern(locale)).toBe(pattern)
  })
})

describe('a moment', () => {
  const local = (text: string) => new Date(text).toISOString()

  test.each([
    ['3/1/2027 15:05', 'en-US', '2027-03-01T15:05'],
    ['3/1/2027, 3:05 PM', 'en-US', '2027-03-01T15:05'],
    ['3/1/2027 3:05pm', 'en-US', '2027-03-01T15:05'],
    ['3/1/2027 3 p.m.', 'en-US', '2027-03-01T15:00'],
    ['3/1/2027 12:00 AM', 'en-US', '2027-03-01T00:00'],
    ['3/1/2027 12 p', 'en-US', '2027-03-01T12:00'],
    ['2027-03-01T15:05', 'en-US', '2027-03-01T15:05'],
    ['2027-03-01 15:05', 'de', '2027-03-01T15:05'],
    ['1. 3. 2027 15.05', 'de', '2027-03-01T15:05'],
    ['03012027 9:00', 'en-US', '2027-03-01T09:00'],
  ])('%j in %s is %s in the user’s zone', (text, locale, iso) => {
    expect(parseTypedMoment(text, locale)).toBe(local(iso))
  })

  test.each([
    '',
    '3/1/2027',
    '3/1/2027 15',
    '3/1/2027 24:00',
    '3/1/2027 15:60',
    '3/1/2027 13:05 PM',
    '3/1/2027 0:05 AM',
    '3/1/27 15:05',
    '15:05',
    '2027-03-01T15:05Z',
    '2027-03-01T15:05+01:00',
  ])('%j is none', (text) => {
    expect(parseTypedMoment(text, 'en-US')).toBeNull()
  })
})
