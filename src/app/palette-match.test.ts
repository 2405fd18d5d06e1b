import { expect, test } from 'vitest'

import { matchingCommands, paletteCommands } from './palette-commands.ts'
import { beginsWords, likeliestFirst, mayMatch } from './palette-match.ts'

test.each([
  ['', 'Anything', true],
  ['blu co', 'Bluth Company', true],
  ['luth', 'Bluth Company', false],
  ['OBERG', 'Öberg & Lindström', true],
  ['o’connor', 'Liam O’Connor', true],
  ['& co', 'Yılmaz GmbH & Co. KG', true],
])('%j begins words of %j: %j', (text, among, expected) => {
  expect(beginsWords(text, among)).toBe(expected)
})

const lead = (display_name: string, email?: string) => ({
  id: display_name,
  display_name,
  ...(email ? { contacts: [{ id: 'c', name: 'Maya Nguyen', emails: [{ email, type: 'office' }] }] } : {}),
})

test('a lead stays for what its contacts are called, too', () => {
  const boise = lead('Boise Builders', 'maya@boise.example')
  expect(mayMatch(boise, 'boi')).toBe(true)
  expect(mayMatch(boise, 'maya@boise.ex')).toBe(true)
  expect(mayMatch(boise, 'nguyen')).toBe(true)
  expect(mayMatch(boise, 'gob')).toBe(false)
})

test('the likeliest comes first, the others keep their order', () => {
  const found = [lead('Boise'), lead('Hotel Mar'), lead('Zug'), lead('Márta & Co'), lead('Marble')]
  expect(likeliestFirst(found, 'mar').map(({ id }) => id)).toEqual([
    'Márta & Co',
    'Marble',
    'Hotel Mar',
    'Boise',
    'Zug',
  ])
})

test.each([
  ['', 11],
  ['dark', 1],
  ['theme', 3],
  ['them dar', 1],
  ['ark', 0],
])('%j finds %i commands', (text, count) => {
  const commands = paletteCommands(
    () => {},
    () => {},
  )
  expect(matchingCommands(commands, text)).toHaveLength(count)
})
