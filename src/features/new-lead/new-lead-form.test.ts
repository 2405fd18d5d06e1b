import type { CustomField } from '#model/custom-field.ts'
import type { Failure } from '#model/failure.ts'
import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'

import {
  canSetOnNewLead,
  emptyAddress,
  emptyContact,
  emptyNewLead,
  fromDraft,
  isUntouched,
  leadMessages,
  newLeadSchema,
  toLeadBody,
  type ContactValues,
  type NewLeadForm,
} from './new-lead-form.ts'

const field = (id: string, type: string, isMultiple = false): CustomField => ({
  id,
  name: id,
  type,
  accepts_multiple_values: isMultiple,
})
const FIELDS = [
  field('cf_text', 'text'),
  field('cf_number', 'number'),
  field('cf_date', 'date'),
  field('cf_moment', 'datetime'),
  field('cf_choice', 'choices'),
  field('cf_tags', 'choices', true),
  field('cf_owner', 'user'),
]
const EMPTY = emptyNewLead('stat_1', FIELDS)

function form(change: Partial<NewLeadForm> = {}): NewLeadForm {
  return { ...EMPTY, ...change, custom: { ...EMPTY.custom, ...change.custom } }
}

function contact(change: Partial<ContactValues> = {}): ContactValues {
  return { ...emptyContact(), ...change }
}

const line = (value: string, type = 'office') => ({ type, value })

describe('the body', () => {
  test('of an empty form is the status alone', () => {
    const blank = form({ name: ' ', description: '\n', contacts: [contact()], addresses: [emptyAddress()] })
    expect(toLeadBody(blank, FIELDS)).toEqual({ status_id: 'stat_1' })
  })

  test('has what was filled in', () => {
    const filled = form({
      name: ' Acme ',
      url: 'acme.example ',
      description: ' two\nlines ',
      contacts: [
        contact(),
        contact({
          name: 'Asha ',
          emails: [line(''), line(' a@b.co', 'home')],
          phones: [line('+44 7700 900123', 'mobile')],
          urls: [line('acme.example/asha', 'url')],
        }),
      ],
      addresses: [emptyAddress(), { ...emptyAddress(), city: ' Leeds', country: 'GB' }],
      custom: {
        cf_text: ' x ',
        cf_number: '1,200.5',
        cf_date: '2026-03-04',
        cf_choice: 'Small',
        cf_tags: ['a', 'b'],
        cf_owner: 'user_1',
      },
    })
    expect(toLeadBody(filled, FIELDS)).toEqual({
      name: 'Acme',
      url: 'acme.example',
      description: ' two\nlines ',
      status_id: 'stat_1',
      contacts: [
        {
          name: 'Asha',
          emails: [{ type: 'home', email: 'a@b.co' }],
          phones: [{ type: 'mobile', phone: '+44 7700 900123' }],
          urls: [{ type: 'url', url: 'acme.example/asha' }],
        },
      ],
      addresses: [{ label: 'business', city: 'Leeds', country: 'GB' }],
      'custom.cf_text': ' x ',
      'custom.cf_number': 1200.5,
      'custom.cf_date': '2026-03-04',
      'custom.cf_choice': 'Small',
      'custom.cf_tags': ['a', 'b'],
      'custom.cf_owner': 'user_1',
    })
  })

  test('has moments in UTC', () => {
    const body = toLeadBody(form({ custom: { cf_moment: '2026-03-04T10:30' } }), FIELDS)
    expect(body['custom.cf_moment']).toBe(new Date(2026, 2, 4, 10, 30).toISOString())
  })
})

describe('the rules', () => {
  test.each<[string, Partial<NewLeadForm>, string[]]>([
    ['nothing at all', {}, ['name']],
    ['a name', { name: 'Acme' }, []],
    ['a contact’s phone', { contacts: [contact({ phones: [line('2456715')] })] }, []],
    ['a title alone', { contacts: [contact({ title: 'Owner' })] }, ['name', 'contacts.0.name']],
    ['an empty contact', { name: 'Acme', contacts: [contact()] }, []],
    [
      'lines that are surely wrong',
      {
        name: 'Acme',
        url: 'two words',
        contacts: [contact({ emails: [line('a@b'), line('nobody')], phones: [line('none')] })],
        custom: { cf_number: 'many' },
      },
      ['url', 'contacts.0.emails.1.value', 'contacts.0.phones.0.value', 'custom.cf_number'],
    ],
  ])('%s', (_, change, paths) => {
    const parsed = z.safeParse(newLeadSchema(FIELDS), form(change))
    expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))).toEqual(paths)
  })
})

describe('messages of the server', () => {
  const refusal = (...fields: [string, string][]): Failure => ({
    kind: 'http',
    status: 400,
    messages: [],
    fields: fields.map(([path, message]) => ({ path: path.split('/'), message })),
    retryAfter: null,
  })
  const typed = form({
    contacts: [contact(), contact({ name: 'Asha', emails: [line(''), line('a@b')] })],
    addresses: [emptyAddress(), { ...emptyAddress(), city: 'Leeds' }],
  })

  test.each([
    ['name', 'name'],
    ['status', 'status_id'],
    ['contacts/0/emails/0/email', 'contacts.1.emails.1.value'],
    ['contacts/0/emails/0/type', 'contacts.1.emails.1.type'],
    ['contacts/0/title', 'contacts.1.title'],
    ['contacts/0', 'contacts.1.name'],
    ['addresses/0/country', 'addresses.1.country'],
    ['addresses/0', 'addresses.1.address_1'],
    ['custom.cf_tags', 'custom.cf_tags'],
  ])('about %s stand at %s', (path, input) => {
    expect(leadMessages(refusal([path, 'No.']), typed, FIELDS)).toEqual({
      inputs: [{ path: input, message: 'No.' }],
      rest: [],
    })
  })

  test.each(['custom.cf_gone', 'contacts/7/name', 'addresses/3/city', 'plan'])(
    'about %s stand by the button',
    (path) => {
      const { inputs, rest } = leadMessages(refusal([path, 'No.']), typed, FIELDS)
      expect(inputs).toEqual([])
      expect(rest).toEqual([expect.stringMatching(/: No\.$/)])
    },
  )
})

test('a draft keeps what still has a place', () => {
  const draft = form({ name: 'Acme', custom: { cf_text: 'x', cf_tags: 'was one', cf_gone: 'y' } })
  expect(fromDraft(draft, EMPTY)).toEqual(form({ name: 'Acme', custom: { cf_text: 'x' } }))
})

test.each<[string, Partial<NewLeadForm>, boolean]>([
  ['nothing', {}, true],
  ['another status', { status_id: 'stat_2' }, true],
  ['a name', { name: 'A' }, false],
  ['a custom value', { custom: { cf_tags: ['a'] } }, false],
  ['an opened contact', { contacts: [emptyContact()] }, false],
])('%s leaves it untouched: %s', (_, change, expected) => {
  expect(isUntouched(form(change))).toBe(expected)
})

test('contacts and custom objects cannot be chosen before the lead exists', () => {
  expect(
    ['text', 'contact', 'custom_object', 'hidden', 'user'].map((type) => canSetOnNewLead(field('cf', type))),
  ).toEqual([true, false, false, false, true])
})
