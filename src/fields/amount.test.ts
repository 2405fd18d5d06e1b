import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { formatPercent, moneyDraft, parseMoney, parsePercent } from './amount.ts'

test.for([
  ['1200', 120_000, 120_000],
  ['1200.5', 120_050, 120_050],
  ['1200,5', 120_050, 120_050],
  ['1,200', 120_000, 120],
  ['1.200', 120, 120_000],
  ['1,200.50', 120_050, null],
  ['1.200,50', null, 120_050],
  ['$1,200', 120_000, 120],
  ['1.200 €', 120, 120_000],
  ['1200 USD', 120_000, 120_000],
  ['EUR 1200', 120_000, 120_000],
  ['  0 ', 0, 0],
  ['', null, null],
] as const)('"%s" is %s cents in English and %s in German', ([text, english, german]) => {
  const cents = (locale: string) => {
    const parsed = parseMoney(text, locale)
    return parsed.ok ? parsed.cents : null
  }
  expect(cents('en-US')).toBe(english)
  expect(cents('de-DE')).toBe(german)
})

test.for([
  ['much', 'Enter an amount, such as 1200.'],
  ['$', 'Enter an amount, such as 1200.'],
  ['12 34 x', 'Enter an amount, such as 1200.'],
  ['-5', 'Enter an amount of zero or more.'],
  ['1.005', 'Enter at most two decimals.'],
  ['99999999999999999', 'The amount is too large.'],
] as const)('"%s" is refused: %s', ([text, message]) => {
  expect(parseMoney(text, 'en-US')).toEqual({ ok: false, message })
})

test('an empty box unsets the value', () => {
  expect(parseMoney('  ', 'en-US')).toEqual({ ok: true, cents: null })
})

test.for([
  ['en-US', '1234.5'],
  ['de-DE', '1234,5'],
] as const)('in %s an amount is typed as %s', ([locale, draft]) => {
  expect(moneyDraft(123_450, locale)).toBe(draft)
})

test.for(['en-US', 'de-DE', 'fr-FR', 'en-IN'])('every amount survives its box in %s', (locale) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), (cents) => {
      expect(parseMoney(moneyDraft(cents, locale), locale)).toEqual({ ok: true, cents })
    }),
  )
})

test.for([
  ['60', 60],
  ['60%', 60],
  ['60 %', 60],
  ['0', 0],
  ['100', 100],
  ['101', null],
  ['-1', null],
  ['12.5', null],
  ['', null],
  ['sure', null],
] as const)('"%s" is a percentage of %s', ([text, percent]) => {
  expect(parsePercent(text, 'en-US')).toBe(percent)
})

test('a percentage reads as people write it', () => {
  expect(formatPercent(60, 'en-US')).toBe('60%')
  expect(formatPercent(60, 'de-DE')).toBe('60\u00a0%')
})
