import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, phoneDigits, wordLines, wordsOf } from './fold.ts'
import { naiveWords } from './naive-search.ts'

test.each([
  ['José GARCÍA', 'jose garcia'],
  ['Jose\u0301', 'jose'],
  ['Größe, Łódź, Søren, Ångström', 'grosse, lodz, soren, angstrom'],
  ['ＡＢＣ１２３', 'abc123'],
  ['Ёлка Ὀδυσσεύς', 'елка οδυσσευσ'],
  ['İstanbul Diyarbakır', 'istanbul diyarbakir'],
  ['한국 東京 ガ', '한국 東京 ガ'],
])('%s folds to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test.each([
  [['Northwind, Bakery', ''], '\n northwind bakery \n'],
  [['a\nb', 'c'], '\n a b \n c \n'],
  [['東京パン'], '\n 東 京 パ ン \n'],
  [["O'Brien"], '\n o brien \n obrien \n'],
  [['?!', ' '], ''],
  [['🚀 go'], '\n 🚀 go \n'],
])('%j as lines of words', (values, lines) => {
  expect(wordLines(values)).toBe(lines)
})

test('words are split by the rule for any text', () => {
  const character = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'é',
      'ß',
      '東',
      'ガ',
      ' ',
      '-',
      "'",
      'ไทย',
      '한',
      'İ',
      '🚀',
      '\u0301',
      'ſ',
      'ﬁ',
      '½',
      '١',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(character).map((parts) => parts.join('')),
      (text) => {
        expect(wordsOf(text)).toEqual(naiveWords(text))
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['+44 (0)7700 900-123', '447700900123'],
  ['(555) 010 0123', '5550100123'],
  ['none', ''],
])('%s has the digits %s', (text, digits) => {
  expect(phoneDigits(text)).toBe(digits)
})
