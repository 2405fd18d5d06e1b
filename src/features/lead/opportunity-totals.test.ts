import type { Opportunity } from '#model/lead.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { opportunityTotals } from './opportunity-totals.ts'

const opportunity = (value: number | null, rest: Partial<Opportunity> = {}): Opportunity => ({
  id: 'oppo_1',
  value,
  value_currency: 'USD',
  value_period: 'one_time',
  status_type: 'active',
  ...rest,
})

test('adds up by currency, kind and period', () => {
  expect(
    opportunityTotals([
      opportunity(1000, { status_type: 'won' }),
      opportunity(200_00),
      opportunity(300_00),
      opportunity(50_00, { value_period: 'monthly' }),
      opportunity(7_00, { value_currency: 'EUR', value_period: 'annual' }),
      opportunity(999_00, { status_type: 'lost' }),
      opportunity(null),
    ]),
  ).toEqual([
    { currency: 'USD', kind: 'active', one_time: 500_00, monthly: 50_00, annual: 0 },
    { currency: 'EUR', kind: 'active', one_time: 0, monthly: 0, annual: 7_00 },
    { currency: 'USD', kind: 'won', one_time: 1000, monthly: 0, annual: 0 },
    { currency: 'USD', kind: 'lost', one_time: 999_00, monthly: 0, annual: 0 },
  ])
})

test('nothing is counted twice and nothing is left out', () => {
  const any = fc.record({
    value: fc.integer({ min: 0, max: 1e9 }),
    value_currency: fc.constantFrom('USD', 'EUR'),
    value_period: fc.constantFrom('one_time', 'monthly', 'annual'),
    status_type: fc.constantFrom('active', 'won', 'lost'),
  })
  fc.assert(
    fc.property(fc.array(any), (list) => {
      const totals = opportunityTotals(list.map((rest) => opportunity(rest.value, rest)))
      const sum = totals.reduce((all, total) => all + total.one_time + total.monthly + total.annual, 0)
      expect(sum).toBe(list.reduce((all, one) => all + one.value, 0))
    }),
  )
})
