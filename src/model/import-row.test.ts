import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { CustomField } from './custom-field.ts'
import { planColumns } from './import-plan.ts'
import { readRow, rowContext } from './import-row.ts'
import type { ColumnMapping, ImportTarget } from './import-target.ts'

const STATUSES = [
  { id: 'stat_1', label: 'Potential' },
  { id: 'stat_2', label: 'Bad Fit' },
]
const USERS = [{ id: 'user_1', first_name: 'Robin', last_name: 'Hale', email: 'robin@example.test' }]
const FIELDS: CustomField[] = [
  field('text', 'text'),
  field('number', 'number'),
  field('date', 'date'),
  field('datetime', 'datetime'),
  field('size', 'choices', { choices: ['Small', 'Big'] }),
  field('tags', 'choices', { choices: ['a', 'b'], accepts_multiple_values: true }),
  field('owner', 'user'),
  field('team', 'user', { accepts_multiple_values: true }),
]

function field(name: string, type: string, more: Partial<CustomField> = {}): CustomField {
  return { id: `cf_${name}`, name, type, accepts_multiple_values: false, ...more }
}

/** Reads one cell as `target`, beside a name that is always there. */
function read(target: ImportTarget, cell: string, more: Partial<ColumnMapping> = {}) {
  return readAll([[target, cell, more]], 'Acme')
}

function readAll(columns: [ImportTarget, string, Partial<ColumnMapping>?][], name = '') {
  const mappings: ColumnMapping[] = [
    { target: { kind: 'lead', field: 'name' }, newName: '', separator: ';', dateOrder: 'dmy' },
    ...columns.map(([target, , more]): ColumnMapping => ({
      target,
      newName: 'N',
      separator: ';',
      dateOrder: 'dmy',
      ...more,
    })),
  ]
  const plan = planColumns(
    mappings.map(() => 'h'),
    mappings,
    [],
    FIELDS,
  )
  return readRow([name, ...columns.map(([, cell]) => cell)], rowContext(plan, STATUSES, USERS))
}

const custom = (name: string): ImportTarget => ({ kind: 'custom', fieldId: `cf_${name}` })
const contact = (
  part: 'name' | 'first_name' | 'last_name' | 'title' | 'email' | 'phone' | 'mobile' | 'fax' | 'url',
) => ({ kind: 'contact', part }) satisfies ImportTarget

describe('cells that can be sent', () => {
  test.each<[string, ImportTarget, string, Record<string, unknown>]>([
    [
      'a description, blanks and all',
      { kind: 'lead', field: 'description' },
      ' a\r\n\tb ',
      { description: ' a\r\n\tb ' },
    ],
    ['a web address', { kind: 'lead', field: 'url' }, ' acme.example ', { url: 'acme.example' }],
    ['a status, whatever its case', { kind: 'lead', field: 'status' }, ' bad fit', { status_id: 'stat_2' }],
    [
      'a street',
      { kind: 'address', part: 'address_1' },
      '1 Main ',
      { addresses: [{ label: 'business', address_1: '1 Main ' }] },
    ],
    [
      'a country',
      { kind: 'address', part: 'country' },
      'Germany',
      { addresses: [{ label: 'business', country: 'DE' }] },
    ],
    [
      'e-mails',
      contact('email'),
      'a@b.co; c@d.ef',
      {
        contacts: [
          {
            emails: [
              { type: 'office', email: 'a@b.co' },
              { type: 'office', email: 'c@d.ef' },
            ],
          },
        ],
      },
    ],
    [
      'a phone over two lines',
      contact('phone'),
      '(847)\n245-6715',
      { contacts: [{ phones: [{ type: 'office', phone: '(847)\n245-6715' }] }] },
    ],
    ['a fax', contact('fax'), '2456715', { contacts: [{ phones: [{ type: 'fax', phone: '2456715' }] }] }],
    ['text', custom('text'), ' x ', { 'custom.cf_text': ' x ' }],
    ['a number', custom('number'), '1,200.5', { 'custom.cf_number': 1200.5 }],
    ['a date', custom('date'), '5/3/2024', { 'custom.cf_date': '2024-03-05' }],
    [
      'a moment',
      custom('datetime'),
      '2024-03-05T10:00Z',
      { 'custom.cf_datetime': '2024-03-05T10:00:00+00:00' },
    ],
    ['a choice in another case', custom('size'), 'small', { 'custom.cf_size': 'Small' }],
    ['choices', custom('tags'), 'b; A;b', { 'custom.cf_tags': ['b', 'a'] }],
    ['a user by name', custom('owner'), 'robin hale', { 'custom.cf_owner': 'user_1' }],
    ['users by e-mail', custom('team'), 'robin@example.test', { 'custom.cf_team': ['user_1'] }],
    ['a blank', custom('text'), ' \n ', {}],
  ])('%s', (_, target, cell, expected) => {
    const reading = read(target, cell)
    expect(reading.body).toEqual({ name: 'Acme', ...expected })
    expect(reading.problems).toEqual([])
  })

  test('a contact is put together from its columns', () => {
    const { body } = readAll([
      [contact('first_name'), 'Asha'],
      [contact('last_name'), 'Verma'],
      [contact('title'), 'Owner'],
      [contact('email'), 'a@b.co'],
      [contact('email'), 'a@b.co'],
      [contact('mobile'), '+447700900123'],
      [contact('phone'), '2456715'],
      [contact('url'), 'acme.example/asha'],
    ])
    expect(body).toEqual({
      contacts: [
        {
          name: 'Asha Verma',
          title: 'Owner',
          emails: [{ type: 'office', email: 'a@b.co' }],
          phones: [
            { type: 'office', phone: '2456715' },
            { type: 'mobile', phone: '+447700900123' },
          ],
          urls: [{ type: 'url', url: 'acme.example/asha' }],
        },
      ],
    })
  })
})

describe('cells that cannot', () => {
  test.each<[ImportTarget, string, string]>([
    [{ kind: 'lead', field: 'url' }, 'No', 'Not a web address.'],
    [{ kind: 'address', part: 'country' }, 'Atlantis', 'Not a country. Use its name or its two-letter code.'],
    [contact('email'), 'nobody', 'Not an email address.'],
    [custom('number'), 'many', 'Not a number.'],
    [custom('date'), 'soon', 'Not a date.'],
    [custom('owner'), 'Nobody', 'Not a user. Use the full name or the email address.'],
  ])('%j holding %j', (target, cell, message) => {
    const reading = read(target, cell)
    expect(reading.problems).toEqual([{ severity: 'error', at: 1, message }])
    expect(reading.body).toEqual({ name: 'Acme' })
  })

  test('a row that names nothing fails', () => {
    expect(readAll([[custom('text'), 'x']]).problems).toMatchObject([{ severity: 'error', at: null }])
    expect(readAll([[contact('title'), 'Owner']]).problems).toMatchObject([{ severity: 'error', at: null }])
    expect(readAll([[contact('phone'), '2456715']]).problems).toEqual([])
  })

  test('a doubtful one is sent with a warning', () => {
    expect(read(contact('phone'), 'ask Jo').problems).toMatchObject([{ severity: 'warning' }])
    expect(read(custom('date'), '2024-03-05 10:00').problems).toMatchObject([{ severity: 'warning' }])
    expect(read(custom('number'), '007')).toMatchObject({
      body: { 'custom.cf_number': 7 },
      problems: [{ severity: 'warning' }],
    })
  })

  test('unknown choices and statuses wait for a decision', () => {
    expect(read(custom('size'), 'Huge').newChoices).toEqual([{ fieldId: 'cf_size', value: 'Huge' }])
    expect(read(custom('tags'), 'a;z').newChoices).toEqual([{ fieldId: 'cf_tags', value: 'z' }])
    expect(read({ kind: 'new', type: 'choices' }, 'Huge').newChoices).toEqual([])
    expect(read({ kind: 'lead', field: 'status' }, 'Hot')).toMatchObject({
      unknownStatus: 'Hot',
      body: { name: 'Acme' },
    })
  })
})

test('no text loses a character', () => {
  const filled = fc.string().filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(filled, filled, filled, (name, description, text) => {
      const { body, problems } = readAll(
        [
          [{ kind: 'lead', field: 'description' }, description],
          [custom('text'), text],
          [{ kind: 'address', part: 'city' }, text],
        ],
        name,
      )
      expect(problems).toEqual([])
      expect(body).toEqual({
        name,
        description,
        'custom.cf_text': text,
        addresses: [{ label: 'business', city: text }],
      })
    }),
  )
})
