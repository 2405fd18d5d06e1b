import type { Opportunity } from '#model/lead.ts'
import { expect, test } from 'vitest'

import { customFacts, opportunityFacts, opportunityName } from './opportunity-text.ts'

const opportunity = (rest: Partial<Opportunity>): Opportunity => ({ id: 'oppo_1', ...rest })

test.for([
  [{ value: 120_000, value_currency: 'USD', value_period: 'monthly' }, '$1,200 monthly'],
  [{ value: 0, value_currency: 'USD' }, '$0'],
  [{ value: null, note: 'Second site' }, 'Second site'],
  [{ note: ' ' }, 'without a value'],
] as const)('%j is called %s', ([rest, name]) => {
  expect(opportunityName(opportunity(rest), 'en-US')).toBe(name)
})

test.for([
  ['en-US', ['70% confident', 'Expected Jun 12, 2026', 'Stan', 'Robin Hale']],
  ['de-DE', ['70\u00a0% confident', 'Expected 12.06.2026', 'Stan', 'Robin Hale']],
] as const)('says how sure, until when and with whom in %s', ([locale, facts]) => {
  const open = opportunity({
    confidence: 70,
    date_won: '2026-06-12',
    contact_id: 'cont_1',
    user_id: 'user_1',
    user_name: 'R. H.',
  })
  const people = [{ id: 'user_1', first_name: 'Robin', last_name: 'Hale' }]
  expect(opportunityFacts(open, people, [{ id: 'cont_1', name: 'Stan' }], locale)).toEqual(facts)
})

test('of a won or lost one it says when, and not how sure anybody was', () => {
  const over = { confidence: 70, date_won: '2026-06-12', date_lost: '2026-07-01T12:00:00.000000+00:00' }
  const facts = (status_type: string) =>
    opportunityFacts(opportunity({ ...over, status_type }), [], [], 'en-US')
  expect(facts('won')).toEqual(['Won Jun 12, 2026'])
  expect(facts('lost')).toEqual(['Lost Jul 1, 2026'])
})

test('says the custom fields that have a value by name, without ids that stand for nobody known', () => {
  const field = (id: string, type: string, more = {}) => ({
    id,
    name: id,
    type,
    accepts_multiple_values: false,
    ...more,
  })
  const fields = [
    field('Empty', 'text'),
    field('Products', 'choices', { accepts_multiple_values: true }),
    field('Engineer', 'user'),
    field('Former', 'user'),
    field('Buyer', 'contact'),
    field('Key', 'hidden'),
    field('Site', 'custom_object'),
  ]
  const values = {
    'custom.Products': ['Flour', 'Yeast'],
    'custom.Engineer': 'user_1',
    'custom.Former': 'user_9',
    'custom.Buyer': 'cont_1',
    'custom.Key': 'k',
    'custom.Site': 'co_1',
  }
  const people = [{ id: 'user_1', first_name: 'Robin', last_name: 'Hale' }]
  expect(customFacts(opportunity(values), fields, people, [{ id: 'cont_1', name: 'Stan' }])).toEqual([
    'Products: Flour, Yeast',
    'Engineer: Robin Hale',
    'Buyer: Stan',
  ])
})
