import type { Failure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  contactFormSchema,
  contactMessages,
  isBlankContact,
  toContactForm,
  toContactPatch,
  type ContactFormValues,
} from './contact-form.ts'

const asha: Contact = {
  id: 'cont_1',
  name: 'Asha Verma',
  title: 'Owner',
  emails: [{ type: 'office', email: 'asha@northwind.example', is_unsubscribed: false }],
  phones: [{ type: 'mobile', phone: '+447700900123', phone_formatted: '+44 7700 900123', country: 'GB' }],
  urls: [],
}
const opened = toContactForm(asha)

test.each<[string, Partial<ContactFormValues>, object]>([
  ['nothing', {}, {}],
  ['a title', { title: ' Baker ' }, { title: 'Baker' }],
  ['an empty line', { emails: [...opened.emails, { type: 'home', email: ' ' }] }, {}],
  [
    'a second email',
    { emails: [...opened.emails, { type: 'home', email: 'a@b.example' }] },
    {
      emails: [
        { type: 'office', email: 'asha@northwind.example' },
        { type: 'home', email: 'a@b.example' },
      ],
    },
  ],
  ['the only phone away', { phones: [] }, { phones: [] }],
  [
    'the type of a phone',
    { phones: [{ type: 'direct', phone: '+447700900123' }] },
    { phones: [{ type: 'direct', phone: '+447700900123' }] },
  ],
])('editing %s sends just that', (_what, change, patch) => {
  expect(toContactPatch(opened, { ...opened, ...change })).toEqual(patch)
})

test('an unchanged form is an empty patch, whatever it holds', () => {
  const point = fc.record({ type: fc.string(), email: fc.string() })
  fc.assert(
    fc.property(fc.array(point), fc.string(), (emails, name) => {
      const form = { ...opened, name, emails }
      expect(toContactPatch(form, structuredClone(form))).toEqual({})
    }),
  )
})

const refusal = (path: string[]): Failure => ({
  kind: 'http',
  status: 400,
  messages: [],
  fields: [{ path, message: 'Not this.' }],
  retryAfter: null,
})

test.each<[string[], string | null]>([
  [['name'], 'name'],
  [['emails', '0', 'email'], 'emails.1.email'],
  [['emails', '0'], 'emails.1.email'],
  [['emails', '1', 'type'], 'emails.2.type'],
  [['emails'], 'emails.1.email'],
  [['emails', '5', 'email'], null],
  [['lead'], null],
])('a message about %j stands at %s', (path, input) => {
  const form: ContactFormValues = {
    ...opened,
    emails: [
      { type: 'office', email: '' },
      { type: 'office', email: 'x' },
      { type: 'office', email: 'y' },
    ],
  }
  const { inputs, rest } = contactMessages(refusal(path), form)
  expect(inputs[0]?.path ?? null).toBe(input)
  expect(rest).toEqual(input === null ? ['Not this.'] : [])
})

test('a form is refused for what is surely wrong only', () => {
  const blank = toContactForm()
  expect(isBlankContact(blank)).toBe(true)
  const problems = (form: ContactFormValues) =>
    contactFormSchema.safeParse(form).error?.issues.map((issue) => issue.path.join('.')) ?? []
  expect(problems(blank)).toEqual(['name'])
  expect(problems({ ...blank, name: '  李小龙' })).toEqual([])
  expect(problems({ ...blank, emails: [{ type: 'office', email: 'no at' }] })).toEqual(['emails.0.email'])
  expect(problems({ ...blank, emails: [{ type: 'office', email: 'jörg@exämple.de' }] })).toEqual([])
  expect(problems({ ...blank, phones: [{ type: 'office', phone: 'call me' }] })).toEqual(['phones.0.phone'])
  expect(problems({ ...blank, urls: [{ type: 'url', url: 'two words' }] })).toEqual(['urls.0.url'])
})
