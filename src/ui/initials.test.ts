import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['Ada King Lovelace', 'AL'],
  ['ada', 'A'],
  ['zoë.müller@example.com', 'ZM'],
  ['李 明', '李明'],
  ['😀 Smile', '😀S'],
  ['', '?'],
])('%j: %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
