import { expect, test } from 'vitest'

import { SMART_FIELD_GROUPS, SMART_FIELD_NAMES, smartFieldLabel, valuesOf } from './smart-fields.ts'

test.each([
  ['num_sent_emails', 'Sent emails'],
  ['last_email_date', 'Last email'],
  ['num_sms', 'SMS'],
  ['last_call_user_name', 'Last call by'],
  ['last_communication_date', 'Last contacted'],
])('%s reads %s', (name, label) => {
  expect(smartFieldLabel(name)).toBe(label)
})

test('no two shown fields share a label, and a search would take them all', () => {
  const labels = SMART_FIELD_NAMES.map(smartFieldLabel)
  expect(new Set(labels).size).toBe(labels.length)
  expect(SMART_FIELD_NAMES.length).toBeLessThan(90)
})

test('a field without a value is left out, a zero is not', () => {
  const communication = SMART_FIELD_GROUPS[0]
  if (!communication) throw new Error('no groups')
  const shown = valuesOf(communication, {
    num_activities: 0,
    last_activity_date: null,
    times_communicated: '',
  })
  expect(shown.map(({ field }) => field.name)).toEqual(['num_activities'])
})
