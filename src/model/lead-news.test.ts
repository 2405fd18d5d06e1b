import { expect, test } from 'vitest'

import { withNews } from './lead-news.ts'
import type { LeadNews } from './log-event.ts'

const STAMP = '2026-03-07T11:00:00.120000+00:00'
const OLD = '2026-03-07T10:00:00.000000+00:00'

function news(more: Partial<LeadNews> = {}): LeadNews {
  return {
    id: 'ev_1',
    leadId: 'lead_1',
    object: 'lead',
    objectId: 'lead_1',
    action: 'updated',
    userId: null,
    at: 0,
    stamp: STAMP,
    fields: [],
    data: {},
    changed: [],
    before: {},
    mergedInto: null,
    ...more,
  }
}

const row = {
  id: 'lead_1',
  date_updated: OLD,
  name: 'A',
  'custom.cf_1': 'x',
  contacts: [{ id: 'cont_1', name: 'B' }],
}

test.each<[string, LeadNews, Record<string, unknown>]>([
  [
    'the changed fields that the row has',
    news({ changed: ['name', 'url'], data: { name: 'C', url: 'u', description: 'no' } }),
    { ...row, name: 'C', date_updated: STAMP },
  ],
  [
    'a custom field that lost its value',
    news({ changed: ['custom.cf_1'], data: { id: 'lead_1' } }),
    { id: 'lead_1', date_updated: STAMP, name: 'A', contacts: row.contacts },
  ],
  [
    'a new contact',
    news({ object: 'contact', objectId: 'cont_2', action: 'created', data: { id: 'cont_2' } }),
    { ...row, contacts: [...row.contacts, { id: 'cont_2' }] },
  ],
  [
    'a changed contact',
    news({ object: 'contact', objectId: 'cont_1', data: { id: 'cont_1', name: 'D' } }),
    { ...row, contacts: [{ id: 'cont_1', name: 'D' }] },
  ],
  [
    'a deleted contact',
    news({ object: 'contact', objectId: 'cont_1', action: 'deleted', data: null }),
    { ...row, contacts: [] },
  ],
])('%s', (_what, one, expected) => {
  const changed = withNews<Record<string, unknown>>(row, one)
  expect(changed).toEqual(expected)
  expect(withNews(changed, one)).toBe(changed) // told again it says nothing new
})

test.each<[string, LeadNews]>([
  ['another lead', news({ leadId: 'lead_2', changed: ['name'], data: { name: 'C' } })],
  [
    'older than the row',
    news({ changed: ['name'], data: { name: 'C' }, stamp: '2026-03-01T00:00:00.000000+00:00' }),
  ],
  [
    'a list that the row was not asked for',
    news({ object: 'task', objectId: 'task_1', action: 'created', data: {} }),
  ],
  ['values that the log does not tell', news({ changed: ['name'], data: null })],
])('%s changes nothing', (_what, one) => expect(withNews(row, one)).toBe(row))
