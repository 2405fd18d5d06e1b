import type { Pipeline } from '#model/organization.ts'
import { expect, test } from 'vitest'

import { statusType, withStatus } from './opportunity-status.ts'

const PIPELINES: Pipeline[] = [
  {
    id: 'pipe_1',
    name: 'Sales',
    statuses: [
      { id: 'stat_1', label: 'Proposal sent', type: 'active' },
      { id: 'stat_2', label: 'Signed', type: 'won' },
    ],
  },
]

test('tells the status that an edit on its way has set, not the one before', () => {
  const before = { id: 'oppo_1', status_id: 'stat_2', status_label: 'Proposal sent', status_type: 'active' }
  expect(withStatus(before, PIPELINES, 'EUR')).toEqual({
    ...before,
    status_label: 'Signed',
    status_type: 'won',
    pipeline_name: 'Sales',
    value_currency: 'EUR',
  })
})

test('keeps what the server says of a status that is not known, and its own currency', () => {
  const other = { id: 'oppo_1', status_id: 'stat_9', status_label: 'Gone', value_currency: 'GBP' }
  expect(withStatus(other, PIPELINES, 'EUR')).toEqual(other)
})

test.for([
  ['won', 'won'],
  ['lost', 'lost'],
  ['active', 'active'],
  [undefined, 'active'],
  ['paused', 'active'],
] as const)('a status of type %s counts as %s', ([type, counted]) => {
  expect(statusType(type)).toBe(counted)
})
