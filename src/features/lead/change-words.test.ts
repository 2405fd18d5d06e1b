import { formatDate } from '#fields/value-format.ts'
import { customFieldSchema } from '#model/custom-field.ts'
import { changesOf, leadChanges, leadEventSchema } from '#model/lead-change.ts'
import { contactSchema } from '#model/lead.ts'
import { userSchema } from '#model/organization.ts'
import { expect, test } from 'vitest'

import { actionWords, changeWords, fieldLabel, type ChangeContext } from './change-words.ts'

const context: ChangeContext = {
  fields: [
    { id: 'cf_tech', name: 'Technologies', type: 'choices', accepts_multiple_values: true },
    { id: 'cf_owner', name: 'Owner', type: 'user' },
    { id: 'cf_since', name: 'Customer since', type: 'date' },
  ].map((field) => customFieldSchema.parse(field)),
  users: [userSchema.parse({ id: 'user_ana', first_name: 'Ana', last_name: 'Díaz' })],
  contacts: [contactSchema.parse({ id: 'cont_gob', name: 'Gob' })],
}
const event = (values: object) =>
  leadEventSchema.parse({
    id: 'ev_1',
    action: 'updated',
    date_created: '2026-03-07T11:00:00.120000',
    user_id: 'user_ana',
    ...values,
  })

/** The changes of an update that turned `before` into `after`, as lines of words. */
function lines(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const changed_fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const [change] = leadChanges([event({ changed_fields, data: after, previous_data: before })])
  return (change?.fields ?? []).map((field) => {
    const words = changeWords(field, context)
    const what =
      words.kind === 'value'
        ? `${words.before} → ${words.after}`
        : [...words.added.map((one) => `+${one}`), ...words.removed.map((one) => `-${one}`)].join(' ')
    return `${fieldLabel(field.field, context.fields)}: ${what}`
  })
}

test.each<[Record<string, unknown>, Record<string, unknown>, string[]]>([
  [{ name: null }, { name: 'Bluth' }, ['Name:  → Bluth']],
  [
    { status_id: 'stat_1', status_label: 'Potential', date_updated: 'x' },
    { status_id: 'stat_2', status_label: 'Qualified', date_updated: 'y' },
    ['Status: Potential → Qualified'],
  ],
  [{ 'custom.cf_tech': ['Go', 'PHP'] }, { 'custom.cf_tech': ['Go', 'Rust'] }, ['Technologies: +Rust -PHP']],
  [{}, { 'custom.cf_tech': ['Go'] }, ['Technologies: +Go']],
  [{ 'custom.cf_tech': ['Go'] }, { 'custom.cf_tech': null }, ['Technologies: -Go']],
  [{ 'custom.cf_owner': 'user_ana' }, { 'custom.cf_owner': null }, ['Owner: Ana Díaz → ']],
  [
    { 'custom.cf_since': '2026-03-01' },
    { 'custom.cf_since': '2026-03-31' },
    [`Customer since: ${formatDate('2026-03-01')} → ${formatDate('2026-03-31')}`],
  ],
  [{ 'custom.cf_gone': 'a' }, { 'custom.cf_gone': 'b' }, ['A deleted field: a → b']],
  [{ contact_ids: ['cont_gob'] }, { contact_ids: ['cont_x'] }, ['Contacts: +a former contact -Gob']],
  [
    { addresses: [] },
    { addresses: [{ address_1: '12 Mill Lane', city: 'Leeds', country: 'GB' }] },
    ['Address: +12 Mill Lane, Leeds, GB'],
  ],
  [{ description: 'a' }, { description: '' }, ['Description: a → ']],
])('%j to %j', (before, after, expected) => {
  expect(lines(before, after)).toEqual(expected)
})

test('an update of nothing but what the server derives is no change', () => {
  expect(leadChanges([event({ changed_fields: ['date_updated', 'updated_by'], data: {} })])).toEqual([])
})

test('times of events are read as UTC, and missing values are told from empty ones', () => {
  const [shown, hidden] = leadChanges([
    event({ changed_fields: ['url'], data: { url: null }, previous_data: { url: 'x' } }),
    event({ changed_fields: ['url'] }),
  ])
  expect(shown).toMatchObject({ at: '2026-03-07T11:00:00.120000Z', hasValues: true, isBulk: false })
  expect(hidden?.hasValues).toBe(false)
})

test('a field’s own history leaves out what was changed with it', () => {
  const changes = leadChanges([
    event({ changed_fields: ['url', 'name'], data: {}, previous_data: {}, meta: { bulk_action_id: 'x' } }),
    event({ changed_fields: ['name'], data: {}, previous_data: {} }),
    event({ action: 'created', data: {} }),
  ])
  expect(changes.map(({ isBulk }) => isBulk)).toEqual([true, false, false])
  expect(changesOf(changes, 'url').map(({ fields }) => fields.map(({ field }) => field))).toEqual([['url']])
  expect(changes.map(actionWords)).toEqual([null, null, 'Created the lead'])
})
