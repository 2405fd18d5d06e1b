import { expect, test } from 'vitest'

import { takenName } from './same-name.ts'

test.each([
  ['won', 'Won'],
  [' WON ', 'Won'],
  ['in  progress', 'In progress'],
  ['größe', 'GRÖßE'],
  ['cafe\u0301', 'Café'],
])('%j is the name %j', (name, other) => {
  expect(takenName(name, ['First', other])).toBe(other)
})

test.each(['wo', 'Cafe', ''])('%j is free', (name) => {
  expect(takenName(name, ['Won', 'Café'])).toBeUndefined()
})
