import { expect, test } from 'vitest'
import { filterOptions, findOption, foldText } from './option-filter.ts'
import { textOptions } from './option.ts'

test.each([
  ['Café', 'cafe'],
  ['  STRASSE ', 'strasse'],
  ['Straße', 'strasse'],
  ['Ｗｉｄｅ', 'wide'],
  ['Łódź', 'lodz'],
  ['a \n b', 'a b'],
])('%j compares as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

const labels = (query: string, most?: number) =>
  filterOptions(textOptions(['Grand Café', 'Decaf', 'Café', 'Tea']), query, most).shown.map(
    ({ label }) => label,
  )

test('matches at the start come first, then at a word, then anywhere', () => {
  expect(labels('caf')).toEqual(['Café', 'Grand Café', 'Decaf'])
})

test('all words must be there, in any order', () => {
  expect(labels('cafe gra')).toEqual(['Grand Café'])
  expect(labels('cafe tea')).toEqual([])
})

test('a long list is cut and says by how many', () => {
  expect(filterOptions(textOptions(['a1', 'a2', 'a3']), 'a', 2)).toMatchObject({
    more: 1,
    shown: [{ id: 'a1' }, { id: 'a2' }],
  })
})

test('the description is searched too', () => {
  const options = [{ id: '1', label: 'Ada', description: 'ada@example.com' }]
  expect(filterOptions(options, 'example').shown).toHaveLength(1)
})

test('an exact label wins over one that only compares equal', () => {
  const options = textOptions(['cafe', 'Café'])
  expect(findOption(options, 'Café')?.id).toBe('Café')
  expect(findOption(options, 'CAFE')?.id).toBe('cafe')
  expect(findOption(options, 'tea')).toBeUndefined()
})
