import { expect, test } from 'vitest'

import { agoText } from './ago-text.ts'

const NOW = Date.parse('2026-03-04T12:00:00Z')

test.each([
  ['2026-03-04T11:59:30Z', 'just now'],
  ['2026-03-04T11:55:00Z', '5 min. ago'],
  ['2026-03-04T10:10:00Z', '1 hr. ago'],
  ['2026-03-03T11:00:00Z', 'yesterday'],
  ['2026-02-22T12:00:00Z', '10 days ago'],
  ['2025-12-01T12:00:00Z', '3 mo. ago'],
  ['2023-03-01T12:00:00Z', '3 yr. ago'],
  ['2026-03-04T14:30:00Z', 'in 2 hr.'],
  ['2026-03-05T14:30:00+02:00', 'tomorrow'],
  ['', ''],
])('%j is %j', (moment, text) => {
  expect(agoText(moment, NOW, 'en-US')).toBe(text)
})

test('speaks the locale', () => {
  expect(agoText('2026-03-04T11:55:00Z', NOW, 'de')).toBe('vor 5 Min.')
})
