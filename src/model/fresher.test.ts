import { describe, expect, test } from 'vitest'

import { fresher } from './fresher.ts'

const STACK = 'custom.cf_1'

describe('the fresher of two copies', () => {
  const row = { id: 'lead_1', name: 'Old', [STACK]: ['a'], date_updated: '2026-03-04T09:00:00.000001+00:00' }
  test('a newer answer wins, and only in the fields that the row has', () => {
    const known = {
      ...row,
      name: 'New',
      url: 'x',
      [STACK]: undefined,
      date_updated: '2026-03-04T09:00:00.000002+00:00',
    }
    expect(fresher(row, known)).toEqual({ id: 'lead_1', name: 'New', date_updated: known.date_updated })
  })
  test('an older answer does not', () => {
    expect(fresher(row, { ...row, name: 'Older', date_updated: '2026-03-04T08:00:00+00:00' })).toBe(row)
  })
})
