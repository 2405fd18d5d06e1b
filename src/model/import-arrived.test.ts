import { describe, expect, test } from 'vitest'

import { arrivedQuery, findArrived, mayHaveArrived } from './import-arrived.ts'
import type { Failure } from './failure.ts'

const http = (status: number): Failure => ({
  kind: 'http',
  status,
  messages: [],
  fields: [],
  retryAfter: null,
})

test.each<[Failure, boolean]>([
  [{ kind: 'network' }, true],
  [{ kind: 'contract', issues: [] }, true],
  [http(500), true],
  [http(504), true],
  [http(400), false],
  [http(429), false],
])('after %j the lead may be there: %s', (failure, expected) => {
  expect(mayHaveArrived(failure)).toBe(expected)
})

test.each<[Record<string, unknown>, string | null]>([
  [{ name: 'Acme', contacts: [{ emails: [{ email: 'a@b.co' }] }] }, '"Acme"'],
  [{ contacts: [{ name: 'Asha', emails: [{ email: 'a@b.co' }] }] }, '"a@b.co"'],
  [{ contacts: [{ name: 'Asha', phones: [{ phone: '2456715' }] }] }, '"2456715"'],
  [{ contacts: [{ name: 'Asha' }] }, '"Asha"'],
  [{ description: 'x' }, null],
])('%j is looked for by %s', (body, value) => {
  const query = arrivedQuery(body)
  if (value === null) expect(query).toBeNull()
  else expect(JSON.stringify(query)).toContain(`"value":${value}`)
})

describe('of the leads that were found', () => {
  const at = Date.UTC(2026, 2, 4, 12)
  const lead = (id: string, minutes: number, name: string | null = 'Acme') => ({
    id,
    name,
    date_created: new Date(at + minutes * 60_000).toISOString(),
  })
  test.each([
    ['one made since', [lead('lead_1', 0)], 'lead_1'],
    ['one made by a clock that is slow', [lead('lead_1', -4)], 'lead_1'],
    ['one made long before', [lead('lead_1', -6)], undefined],
    ['a known one', [lead('lead_known', 1)], undefined],
    ['one of another name', [lead('lead_1', 1, 'Acme Ltd')], undefined],
    ['one without a name', [lead('lead_1', 1, null)], undefined],
    ['the first that fits', [lead('lead_known', 1), lead('lead_2', 1), lead('lead_3', 1)], 'lead_2'],
  ])('%s', (_, leads, id) => {
    expect(findArrived({ name: 'Acme ' }, leads, at, new Set(['lead_known']))?.id).toBe(id)
  })

  test('any recent one, when the lead has no name', () => {
    expect(findArrived({ contacts: [] }, [lead('lead_1', 1, 'Asha')], at, new Set())?.id).toBe('lead_1')
  })
})
