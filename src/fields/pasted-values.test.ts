import { textOptions } from '#ui/option.ts'
import { expect, test } from 'vitest'
import { isPastedList, pastedValues } from './pasted-values.ts'

const OPTIONS = textOptions(['Retail', 'Café', 'Berlin, Germany', 'Paris, France', 'Berlin'])

test.each<[string, string[], string[]]>([
  ['Retail\nCafé', ['Retail', 'Café'], []],
  ['retail, cafe; RETAIL', ['Retail', 'Café'], []],
  ['Retail\tNonsense\r\nOther', ['Retail'], ['Nonsense', 'Other']],
  ['Berlin, Germany, Paris, France', ['Berlin, Germany', 'Paris, France'], []],
  ['Berlin, Retail', ['Berlin', 'Retail'], []],
  ['"Paris, France","Retail"', ['Paris, France', 'Retail'], []],
  ['a, a,, ;', [], ['a']],
  ['', [], []],
])('%j names %j and not %j', (text, matched, unmatched) => {
  const found = pastedValues(text, OPTIONS)
  expect(found.matched.map(({ label }) => label)).toEqual(matched)
  expect(found.unmatched).toEqual(unmatched)
})

test.each([
  ['Retail', false],
  ['Retail\n', false],
  ['Retail, Café', true],
  ['Retail\nCafé', true],
])('%j is a list: %j', (text, list) => {
  expect(isPastedList(text)).toBe(list)
})
