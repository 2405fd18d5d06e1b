import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  findDecimalMark,
  isEmail,
  isPerson,
  isPhone,
  isPlainNumber,
  isUrl,
  parseNumber,
  splitEmails,
  splitValues,
} from './import-cell.ts'

test.each([
  ['https://10up.com/', true],
  ['www.cps.edu', true],
  ['example.co.uk/path?q=1', true],
  ['http://intranet', true],
  ['http://münchen.example', true],
  ['10.0.0.1:8080', true],
  ['No', false],
  ['Sister Marion Cypser', false],
  ['two words.com', false],
  ['3.5', false],
  ['ftp://example.com', false],
  ['javascript:alert(1)', false],
])('%j is a web address: %s', (text, expected) => {
  expect(isUrl(text)).toBe(expected)
})

test.each([
  ['a@b.co', true],
  [' a@b.co ', true],
  ['a@b', false],
  ['a b@c.de', false],
  ['a@b.co; c@d.ef', false],
])('%j is an e-mail: %s', (text, expected) => {
  expect(isEmail(text)).toBe(expected)
})

test.each([
  ['3865286', true],
  ['(847)\n245-6715', true],
  ['+44 7700 900123', true],
  ['030/1234567 ext. 12', true],
  ['1234', false],
  ['see website', false],
  ['8581-4703-5433-004', true],
])('%j is a phone: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected)
})

test.each([
  ['Dan Valliere', true],
  ['Dr. Carol Ann Lang', true],
  ["Siobhán O'Neill-Smith", true],
  ['4354IT(Child Care IT Center)', false],
  ['10/01/15', false],
  ['a b c d e f g', false],
])('%j may be a person: %s', (text, expected) => {
  expect(isPerson(text)).toBe(expected)
})

describe('a number', () => {
  test.each([
    ['12', '.', 12],
    ['-3.5', '.', -3.5],
    ['1,234,567.8', '.', 1234567.8],
    ['1.234.567,8', ',', 1234567.8],
    ["1'234.5", '.', 1234.5],
    ['1 234,5', ',', 1234.5],
    ['$1,200', '.', 1200],
    ['1.200 €', ',', 1200],
    ['−5', '.', -5],
    ['1e3', '.', 1000],
    ['12,34', '.', null],
    ['12a', '.', null],
    ['50%', '.', null],
    ['1,2345', '.', null],
    ['', '.', null],
    ['.', '.', null],
  ] as const)('%j with %j is %j', (text, mark, expected) => {
    expect(parseNumber(text, mark)).toBe(expected)
  })

  test.each([
    [['1,5', '2,25'], ','],
    [['1.5'], '.'],
    [['1.234,5'], ','],
    [['1,234.5'], '.'],
    [['1,234'], '.'],
    [['12'], '.'],
  ])('the fraction of %j follows %j', (cells, mark) => {
    expect(findDecimalMark(cells)).toBe(mark)
  })

  test('every number is read back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value), '.')).toBe(Object.is(value, -0) ? 0 : value)
      }),
    )
  })

  test.each([
    ['007', false],
    ['0', true],
    ['0.5', true],
    ['12345678901234567', false],
  ])('%j can be stored as one: %s', (text, expected) => {
    expect(isPlainNumber(text)).toBe(expected)
  })
})

test('values of a cell are trimmed, and each there once', () => {
  expect(splitValues(' a ; b;;a; ', ';')).toEqual(['a', 'b'])
  expect(splitValues('a;b', '')).toEqual(['a;b'])
  expect(splitEmails('a@b.co, c@d.ef;\n a@b.co')).toEqual(['a@b.co', 'c@d.ef'])
})
