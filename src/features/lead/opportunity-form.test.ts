import { expect, test } from 'vitest'

import { EMPTY_OPPORTUNITY, toOpportunityBody, toOpportunityForm } from './opportunity-form.ts'

const FULL = {
  status: 'stat_1',
  value: '1234.5',
  period: 'monthly',
  confidence: '70',
  close: '2026-06-12',
  contact: 'cont_1',
  owner: 'user_1',
  note: 'Waiting for the tasting.',
}

test('sends cents, and only what was filled in', () => {
  expect(toOpportunityBody(EMPTY_OPPORTUNITY, 'en-US')).toEqual({
    body: { value_period: 'one_time' },
    problems: {},
  })
  expect(toOpportunityBody(FULL, 'en-US').body).toEqual({
    status_id: 'stat_1',
    value: 123_450,
    value_period: 'monthly',
    confidence: 70,
    date_won: '2026-06-12',
    contact_id: 'cont_1',
    user_id: 'user_1',
    note: 'Waiting for the tasting.',
  })
})

test('says at which input what is wrong', () => {
  const { problems } = toOpportunityBody({ ...FULL, value: 'much', confidence: '170' }, 'en-US')
  expect(problems).toEqual({
    value: 'Enter an amount, such as 1200.',
    confidence: 'Enter a whole number from 0 to 100.',
  })
})

test.for(['en-US', 'de-DE'])('what was refused stands in the form again, in %s', (locale) => {
  const typed = { ...FULL, value: locale === 'de-DE' ? '1234,5' : '1234.5' }
  expect(toOpportunityForm(toOpportunityBody(typed, locale), locale)).toEqual(typed)
  expect(toOpportunityForm(toOpportunityBody(EMPTY_OPPORTUNITY, locale), locale)).toEqual(EMPTY_OPPORTUNITY)
})
