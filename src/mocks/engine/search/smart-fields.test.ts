import { expect, test } from 'vitest'
import { Tx } from '#mocks/engine/state.ts'
import { fewLeads, NOW } from './few-leads.ts'
import { SMART_FIELDS, smartField } from './smart-fields.ts'

const state = fewLeads()

function value(leadId: string, name: string): unknown {
  const lead = state.get('lead', leadId)
  if (!lead) throw new Error(`No ${leadId}`)
  return smartField(state, lead, name, { now: NOW })
}

test.each<[name: string, bakery: unknown, bare: unknown]>([
  ['num_contacts', 2, 0],
  ['num_opportunities', 2, 0],
  ['num_active_opportunities', 1, 0],
  ['num_won_opportunities', 1, 0],
  ['num_monthly_opportunities', 1, 0],
  ['num_tasks', 2, 0],
  ['num_incomplete_tasks', 1, 0],
  ['num_notes', 1, 0],
  ['num_calls', 1, 0],
  ['num_incoming_calls', 1, 0],
  ['num_emails', 0, 0],
  ['num_activities', 2, 0],
  ['num_addresses', 1, 0],
  ['num_urls', 2, 0],
  ['times_communicated', 1, 0],
  ['last_activity_date', '2026-03-06T10:00:00.000000+00:00', undefined],
  ['last_activity_type', 'Call', undefined],
  ['last_activity_user_name', 'Robin Hale', undefined],
  ['last_communication_date', '2026-03-06T10:00:00.000000+00:00', undefined],
  ['first_communication_type', 'Call', undefined],
  ['last_call_duration', 61, undefined],
  ['last_note_by', 'Robin Hale', undefined],
  ['next_task_date', '2026-03-11', undefined],
  ['next_task_text', 'Send the price list', undefined],
  ['next_task_user_id', 'user_robin', undefined],
  ['primary_email', { type: 'office', email: 'asha@northwind.example', is_unsubscribed: false }, undefined],
  [
    'primary_phone',
    { type: 'mobile', phone: '+447700900123', phone_formatted: '+44 7700 900123', country: 'GB' },
    undefined,
  ],
  ['primary_contact_first_name', 'Asha', undefined],
  ['primary_contact_last_name', 'Verma', undefined],
  ['primary_contact_title', 'Owner', undefined],
  ['contacts_summary', 'Asha Verma, José García', undefined],
  ['primary_address_summary', '12 Mill Lane, Leeds, LS1 4AP, GB', undefined],
  ['timezone_id', 'Europe/London', undefined],
  ['local_time', '12:00:00', undefined],
  ['primary_opportunity_value', 50_000, undefined],
  ['primary_opportunity_status_label', 'Proposal sent', undefined],
  ['primary_opportunity_pipeline_name', 'Sales', undefined],
  ['total_monthly_opportunity_value', 50_000, undefined],
  ['total_annualized_opportunity_value', 620_000, undefined],
  ['total_annualized_active_opportunity_value', 600_000, undefined],
  ['max_one_time_won_opportunity_value', 20_000, undefined],
  ['avg_annual_opportunity_value', undefined, undefined],
  ['no_such_field', undefined, undefined],
])('%s (contract 15)', (name, bakery, bare) => {
  expect(value('lead_bakery', name)).toEqual(bakery)
  expect(value('lead_bare', name)).toEqual(bare)
})

test('last_lead_status_change_date, last_communication_date of an e-mail (contract 15)', () => {
  expect(value('lead_cafe', 'last_lead_status_change_date')).toBe('2026-03-09T10:00:00.000000+00:00')
  expect(value('lead_cafe', 'last_communication_date')).toBe('2026-03-07T10:00:00.000000+00:00')
  expect(value('lead_cafe', 'local_time')).toBe('07:00:00')
})

test('every Smart Field has one name, and a request’s own writes count', () => {
  expect(new Set(SMART_FIELDS).size).toBe(SMART_FIELDS.length)
  for (const name of SMART_FIELDS) expect(() => value('lead_bare', name)).not.toThrow()
  const tx = new Tx(state)
  tx.put('task', { id: 'task_new', lead_id: 'lead_bare', is_complete: false, date: '2026-04-01' })
  const bare = tx.get('lead', 'lead_bare')
  expect(bare && smartField(tx, bare, 'num_tasks', { now: NOW })).toBe(1)
})
