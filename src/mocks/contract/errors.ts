import { expect } from 'vitest'
import { section } from './rules.ts'
import { becomeRole } from './set-up.ts'

const UNKNOWN = 'lead_00000000000000000000000000000000000000000aa'
const WRONG_TYPE = "Please send valid JSON with a 'Content-Type: application/json' header."

/** A problem of the object at one position of a list. */
const at = (position: number, fields: object) => ({
  errors: { [position]: { errors: [], 'field-errors': fields } },
})

export const errorRules = [
  ...section('4', {
    'an unknown or malformed id answers 404 and names the kind of object': async (api) => {
      for (const [path, kind] of [
        [`/lead/${UNKNOWN}/`, 'Lead'],
        ['/lead/nonsense/', 'Lead'],
        ['/opportunity/x/', 'Opportunity'],
        ['/custom_field/lead/x/', 'LeadCustomField'],
      ] as const) {
        const error = `Empty query: ${kind} matching query does not exist.`
        for (const { status, body } of [await api.call('GET', path), await api.call('PUT', path, {})]) {
          expect([path, status, body]).toEqual([path, 404, { error }])
        }
      }
    },
    'PUT and DELETE of an unknown id answer 404 as well': async (api) => {
      for (const path of ['/lead', '/contact', '/opportunity', '/task', '/activity/note', '/saved_search']) {
        const answers = [
          await api.call('PUT', `${path}/${UNKNOWN}/`, { name: 'A' }),
          await api.call('DELETE', `${path}/${UNKNOWN}/`),
        ]
        for (const { status, body } of answers) {
          expect([path, status, body]).toEqual([path, 404, { error: expect.any(String) as string }])
        }
      }
    },
    'an unknown address answers 404, a wrong method 405 with Allow, both in shape A': async (api) => {
      const nowhere = await api.call('GET', '/nothing/here/')
      expect([nowhere.status, nowhere.body]).toEqual([
        404,
        { error: 'The requested URL was not found on the server.' },
      ])
      const wrong = await api.call('PATCH', '/lead/x/', {})
      expect([wrong.status, wrong.body]).toEqual([
        405,
        { error: 'The method is not allowed for the requested URL.' },
      ])
      expect(wrong.headers.get('allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'PUT'])
    },
    'a wrong status is reported under `status`, and the text says where statuses are made': async (api) => {
      for (const [body, named] of [
        [{ status_id: 'foo' }, '"foo"'],
        [{ status: 'Unheard of' }, '"Unheard of"'],
        [{ status_id: null }, '"null"'],
      ] as const) {
        const { status, ...others } = await api.refuse('POST', '/lead/', body)
        expect(status).toMatch(new RegExp(`^Not a valid choice\\..*${named}`))
        expect(others).toEqual({})
      }
    },
    'an unknown reference does not exist, under its internal name': async (api) => {
      expect(await api.refuse('POST', '/task/', { lead_id: UNKNOWN, text: 'x' })).toEqual({
        lead: 'Object does not exist.',
      })
    },
    'a missing required reference is required': async (api) => {
      const required = { lead: 'This field is required.' }
      expect(await api.refuse('POST', '/task/', { text: 'x' })).toEqual(required)
      expect(await api.refuse('POST', '/activity/note/', { note: 'x' })).toEqual(required)
    },
    'shape B has exactly the keys errors and field-errors': async (api) => {
      const { status, body } = await api.call('POST', '/task/', { text: 'x' })
      expect(status).toBe(400)
      expect(body).toEqual({ errors: [], 'field-errors': { lead: 'This field is required.' } })
    },
    'invalid JSON is told so': async (api) => {
      for (const text of ['', '{', '{"name": ', 'nonsense']) {
        const { status, body } = await api.call('POST', '/lead/', text)
        expect([status, body]).toEqual([400, { error: 'The request contains invalid JSON.' }])
      }
    },
    'a body that is no object is told so': async (api) => {
      for (const text of ['[]', '"x"', '1', 'null']) {
        const { status, body } = await api.call('POST', '/lead/', text)
        expect([status, body]).toEqual([400, { error: 'JSON data must be a dict.' }])
      }
      const type = { 'content-type': 'application/json; charset=utf-8' }
      expect((await api.call('POST', '/lead/', '[]', type)).body).toEqual({
        error: 'JSON data must be a dict.',
      })
    },
    'another content type answers 415, no body at all 400': async (api) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      const { status, body } = await api.call('POST', '/lead/', 'name=A', type)
      expect([status, body]).toEqual([415, { error: WRONG_TYPE }])
      const empty = await api.call('POST', '/lead/')
      expect([empty.status, empty.body]).toEqual([400, { error: WRONG_TYPE }])
    },
    'problems of nested objects are keyed by position, inside `errors`': async (api) => {
      const contacts = [{ name: 'Ok' }, { emails: [{ email: 'a@b.example' }, { email: '' }] }]
      expect(await api.refuse('POST', '/lead/', { contacts })).toEqual({
        contacts: at(1, { emails: at(1, { email: 'This field is required.' }) }),
      })
    },
    'null e-mails and phones are refused': async (api) => {
      const lead_id = await api.create('/lead/')
      expect(await api.refuse('POST', '/contact/', { lead_id, emails: [{ email: null }] })).toEqual({
        emails: at(0, { email: 'This field is required.' }),
      })
      for (const phone of [null, '']) {
        expect(await api.refuse('POST', '/contact/', { lead_id, phones: [{ phone }] })).toEqual({
          phones: at(0, { phone: 'This field is required.' }),
        })
      }
    },
    'the wording of the validation library': async (api) => {
      const lead_id = await api.create('/lead/')
      for (const [path, body, errors] of [
        ['/lead/', { name: 5 }, { name: 'Value must be of str type.' }],
        ['/lead/', { url: 'no url' }, { url: 'Invalid URL.' }],
        ['/lead/', { addresses: {} }, { addresses: 'Value must be of list type.' }],
        [
          '/lead/',
          { addresses: [{ country: 'Britain' }] },
          { addresses: at(0, { country: 'Not a valid choice.' }) },
        ],
        ['/contact/', { lead_id, name: 1 }, { name: 'Value must be of str type.' }],
        [
          '/contact/',
          { lead_id, emails: [{ email: 'x' }] },
          { emails: at(0, { email: 'Invalid email address.' }) },
        ],
        ['/task/', { lead_id, _type: 'colour' }, { _type: 'Not a valid choice.' }],
        [
          '/custom_field/lead/',
          { name: 'A', type: 'choices', choices: [] },
          { choices: 'List must not be empty.' },
        ],
      ] as const) {
        expect(await api.refuse('POST', path, body)).toEqual(errors)
        if (path === '/lead/') expect(await api.refuse('PUT', `/lead/${lead_id}/`, body)).toEqual(errors)
      }
    },
    'a refused request changes nothing': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      await api.refuse('POST', '/lead/', {
        name: 'B',
        contacts: [{ name: 'C' }, { emails: [{ email: 'x' }] }],
      })
      await api.refuse('PUT', `/lead/${lead}/`, { name: 'B', status_id: 'foo' })
      expect(await api.list('/lead/?_fields=name')).toEqual([{ name: 'A' }])
      expect(await api.list('/contact/')).toEqual([])
    },
    'lack of a permission answers 403 in shape A': async (api) => {
      const lead = await api.create('/lead/')
      await becomeRole(api, 'restricteduser')
      for (const [method, path, body] of [
        ['DELETE', `/lead/${lead}/`, undefined],
        ['POST', '/lead/merge/', { source: lead, destination: lead }],
        ['POST', '/status/lead/', { label: 'New' }],
        ['POST', '/custom_field/lead/', { name: 'N', type: 'text' }],
        ['POST', '/export/lead/', { format: 'csv', type: 'leads' }],
      ] as const) {
        const answer = await api.call(method, path, body)
        const error = 'You do not have permission to perform this action.'
        expect([path, answer.status, answer.body]).toEqual([path, 403, { error }])
      }
      expect((await api.call('GET', `/lead/${lead}/`)).status).toBe(200)
    },
  }),

  ...section('5', {
    'each answer says what is left of the limit, in whole seconds': async (api) => {
      for (const path of ['/me/', '/lead/x/']) {
        const { headers } = await api.call('GET', path)
        expect(headers.get('ratelimit')).toMatch(/^limit=240, remaining=\d+, reset=[1-9]\d*$/)
      }
    },
    'what remains counts down and starts over with the next window': async (api) => {
      const remaining = async () => {
        const { headers } = await api.call('GET', '/me/')
        return Number(/remaining=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])
      }
      const [first, second] = [await remaining(), await remaining()]
      expect(second).toBe(first - 1)
      api.pass(8000)
      expect(await remaining()).toBe(first)
    },
  }),

  ...section(
    '5',
    {
      'a 429 has RateLimit, Retry-After in whole seconds and the nested body': async (api) => {
        const answers = [1, 2, 3, 4].map(() => () => api.call('GET', '/me/'))
        const statuses: number[] = []
        for (const next of answers) {
          const { status, headers, body } = await next()
          statuses.push(status)
          if (status !== 429) continue
          expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
          expect(headers.get('ratelimit')).toMatch(/remaining=0/)
          expect(body).toMatchObject({
            error: { message: 'API call count exceeded for this period', rate_limit_type: 'key' },
          })
        }
        expect(statuses).toEqual([200, 200, 429, 200])
      },
    },
    { rateLimitEvery: 3 },
  ),

  ...section(
    '5',
    {
      'the RateLimit header may be absent': async (api) => {
        expect((await api.call('GET', '/me/')).headers.get('ratelimit')).toBeNull()
      },
    },
    { rateLimitHeader: false },
  ),
]
