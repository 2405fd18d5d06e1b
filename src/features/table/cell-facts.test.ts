import type { LeadRow } from '#model/lead.ts'
import { describe, expect, test } from 'vitest'
import {
  nextTask,
  openOpportunities,
  primaryEmail,
  primaryPhone,
  shortAddress,
  shortFact,
} from './cell-facts.ts'

const row = (fields: Partial<LeadRow>): LeadRow => ({ id: 'lead_1', ...fields })
const contact = (fields: object) => ({ id: 'cont_1', ...fields })

describe('primaryEmail', () => {
  test.each([
    [row({}), null],
    [row({ contacts: [] }), null],
    [row({ contacts: [contact({}), contact({ emails: [{ email: 'b@x.test' }] })] }), 'b@x.test'],
    [row({ primary_email: { type: 'office', email: 'a@x.test' } }), 'a@x.test'],
    [row({ primary_email: 'a@x.test' }), 'a@x.test'],
    [row({ primary_email: { nonsense: 1 } }), null],
    // Contacts were just edited in the pane; the Smart Field is still what the list was told.
    [row({ contacts: [contact({ emails: [] })], primary_email: { email: 'old@x.test' } }), null],
  ])('%j', (lead, expected) => {
    expect(primaryEmail(lead)).toBe(expected)
  })
})

test('primaryPhone keeps the number to call and the way to write it', () => {
  const phone = { phone: '+447700900123', phone_formatted: '+44 7700 900123' }
  const expected = { phone: phone.phone, formatted: phone.phone_formatted }
  expect(primaryPhone(row({ contacts: [contact({ phones: [phone] })] }))).toEqual(expected)
  expect(primaryPhone(row({ primary_phone: phone }))).toEqual(expected)
  expect(primaryPhone(row({}))).toBeNull()
})

test.each([
  [{ city: 'Leeds', country: 'GB', address_1: '12 Mill Lane' }, 'Leeds, GB'],
  [{ address_1: '12 Mill Lane', zipcode: 'LS1 4AP' }, '12 Mill Lane, LS1 4AP'],
  [{}, ''],
])('the address %j is short for %s', (address, expected) => {
  expect(shortAddress(address)).toBe(expected)
})

describe('openOpportunities', () => {
  const active = (value: number | null, currency = 'EUR', period = 'one_time') => ({
    id: 'oppo_1',
    status_type: 'active',
    value,
    value_currency: currency,
    value_period: period,
  })
  test.each([
    [[], 0, null],
    [[{ id: 'oppo_2', status_type: 'won', value: 5 }], 0, null],
    [[active(100), active(250)], 2, 350],
    [[active(100), active(null)], 2, 100],
    [[active(100), active(250, 'USD')], 2, null],
    [[active(100), active(250, 'EUR', 'monthly')], 2, null],
  ])('%j', (opportunities, count, cents) => {
    const open = openOpportunities(row({ opportunities }))
    expect([open.count, open.total?.cents ?? null]).toEqual([count, cents])
  })
})

test('nextTask is the one due first; dateless ones come last', () => {
  const task = (id: string, date: string | null, is_dateless = false) => ({ id, text: id, date, is_dateless })
  const tasks = [task('later', '2026-05-02'), task('any', '2026-01-01', true), task('first', '2026-03-10')]
  expect(nextTask(row({ tasks }))).toEqual({ count: 3, text: 'first', date: '2026-03-10' })
  expect(nextTask(row({ tasks: [task('any', null, true)] }))).toEqual({ count: 1, text: 'any', date: null })
  expect(nextTask(row({ tasks: [{ ...task('done', '2026-01-01'), is_complete: true }] }))).toBeNull()
})

test('shortFact names the contact and the way to reach them', () => {
  const contacts = [contact({ name: 'Asha Verma', emails: [{ email: 'asha@x.test' }] })]
  expect(shortFact(row({ contacts }))).toBe('Asha Verma · asha@x.test')
  expect(shortFact(row({ url: 'https://x.test' }))).toBe('https://x.test')
  expect(shortFact(row({}))).toBe('')
})
