import { expect, test } from 'vitest'

import { changedWords } from './changed-words.ts'

const AT = '2026-03-04T09:15:27.000Z'

test.each([
  [3, 'Ana changed this just now'],
  [22, 'Ana changed this 20 s ago'],
  [59, 'Ana changed this 55 s ago'],
  [60, 'Ana changed this 1 min. ago'],
  [-90, 'Ana changed this just now'], // clocks differ
])('%i s later', (seconds, words) => {
  expect(changedWords('Ana', AT, Date.parse(AT) + seconds * 1000)).toBe(words)
})

test('a moment that is none is left out', () => {
  expect(changedWords('Ana', '', 0, 'Status')).toBe('Ana changed Status')
})
