import { formatDate, formatMoney } from '#fields/value-format.ts'
import { activitySchema } from '#model/activity.ts'
import { customFieldSchema } from '#model/custom-field.ts'
import { leadSchema, type Lead } from '#model/lead.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { leadSummary, summaryHtml, summaryText } from './lead-summary.ts'

const lead = (values: object): Lead =>
  leadSchema.parse({
    id: 'lead_1',
    display_name: 'Northwind',
    name: 'Northwind',
    addresses: [],
    contacts: [],
    opportunities: [],
    tasks: [],
    date_created: '2026-03-04T09:00:00+00:00',
    date_updated: '2026-03-04T09:00:00+00:00',
    ...values,
  })
const NOTHING = { fields: [], users: [], notes: [] }

test('says what is filled in, and no more', () => {
  const full = lead({
    status_label: 'Qualified',
    url: 'https://northwind.example',
    addresses: [{ address_1: '12 Mill Lane', city: 'Leeds', zipcode: 'LS1', country: 'GB' }],
    contacts: [
      {
        id: 'cont_1',
        name: 'Asha Verma',
        title: 'Owner',
        emails: [{ type: 'office', email: 'asha@northwind.example' }],
        phones: [{ type: 'mobile', phone: '+447700900123', phone_formatted: '+44 7700 900123' }],
      },
    ],
    opportunities: [
      {
        id: 'oppo_1',
        status_type: 'active',
        status_label: 'Proposal',
        value: 50_000,
        value_currency: 'GBP',
        confidence: 60,
        date_won: '2026-04-01',
        note: 'Tasting',
      },
      { id: 'oppo_2', status_type: 'lost', status_label: 'Lost', value: 100, value_currency: 'GBP' },
    ],
    tasks: [{ id: 'task_1', text: 'Send it', date: '2026-03-10', assigned_to_name: 'Robin' }],
    'custom.cf_1': ['Flour', 'Yeast'],
  })
  const fields = [
    { id: 'cf_1', name: 'Buys', type: 'choices', accepts_multiple_values: true },
    { id: 'cf_2', name: 'Empty', type: 'text' },
  ].map((field) => customFieldSchema.parse(field))
  const notes = [
    activitySchema.parse({ id: 'acti_1', _type: 'Note', note: 'Wants\nsamples.', user_name: 'Ana' }),
  ]
  expect(summaryText(leadSummary(full, { fields, users: [], notes }))).toBe(
    `Northwind
Status: Qualified
URL: https://northwind.example

Contacts
- Asha Verma, Owner
  asha@northwind.example (office)
  +44 7700 900123 (mobile)

Addresses
- 12 Mill Lane, Leeds, LS1, United Kingdom

Open opportunities
- ${formatMoney(50_000, 'GBP')}, Proposal, 60 %, expected ${formatDate('2026-04-01')}
  Tasting

Open tasks
- Send it, due ${formatDate('2026-03-10')}, Robin

Custom fields
- Buys: Flour, Yeast

Last notes
- Ana: Wants
samples.`,
  )
})

test('a lead of which only the name is known is its name', () => {
  expect(summaryText(leadSummary(lead({}), NOTHING))).toBe('Northwind')
  expect(summaryHtml(leadSummary(lead({}), NOTHING))).toBe('<h1>Northwind</h1>')
})

test('nothing that somebody wrote becomes a tag', () => {
  const sign = fc.constantFrom('<', '>', '"', "'", '&', 'a', 'img', ' ', 'onerror=', '\n', '/')
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => {
      const text = signs.join('')
      const html = summaryHtml(
        leadSummary(
          lead({
            name: text,
            description: text,
            contacts: [{ id: 'c', name: text }],
            tasks: [{ id: 't', text }],
          }),
          NOTHING,
        ),
      )
      const ours = /<\/?(h1|h2|p|b|ul|li|br)>/g
      expect(html.replace(ours, '')).not.toMatch(/[<>]/)
    }),
  )
})
