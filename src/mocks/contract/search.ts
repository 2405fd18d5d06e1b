import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { becomeRole, customKey, leadStatus, opportunityStatus, SEVERAL, valuesOf } from './set-up.ts'

const LEADS: Json = { type: 'object_type', object_type: 'lead' }
const regular = (field_name: string, object_type = 'lead'): Json => ({
  type: 'regular_field',
  object_type,
  field_name,
})
const custom = (key: string): Json => ({ type: 'custom_field', custom_field_id: key.slice('custom.'.length) })
const where = (field: Json, condition: Json): Json => ({ type: 'field_condition', field, condition })
const text = (mode: string, value: string): Json => ({ type: 'text', mode, value })
const and = (...queries: Json[]): Json => ({ type: 'and', queries })
const or = (...queries: Json[]): Json => ({ type: 'or', queries })
const not = (query: Json): Json => ({ ...query, negate: true })
const related = (to: string, query: Json): Json => ({
  type: 'has_related',
  this_object_type: 'lead',
  related_object_type: to,
  related_query: query,
})
const refers = (reference_type: string, ...object_ids: string[]): Json => ({
  type: 'reference',
  reference_type,
  object_ids,
})
const between = (on_or_after: Json | null, before: Json | null): Json => ({
  type: 'moment_range',
  on_or_after,
  before,
})
const utc = (value: string): Json => ({ type: 'fixed_utc', value })
const byName: Json[] = [{ direction: 'asc', field: regular('name') }]

/** The names of the leads that a query finds, by name. */
async function found(api: ContractApi, query: Json): Promise<string> {
  const body = { query: and(LEADS, query), sort: byName, _fields: { lead: ['name'] } }
  return valuesOf((await api.post('/data/search/', body))['data'] as Json[], 'name').join(' ')
}

/** Expects each query to find these names. */
async function expectFound(api: ContractApi, table: readonly (readonly [Json, string])[]): Promise<void> {
  for (const [query, names] of table) expect([query, await found(api, query)]).toEqual([query, names])
}

async function create(api: ContractApi, ...names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    api.pass(1000)
    ids.push(await api.create('/lead/', { name }))
  }
  return ids
}

export const searchRules = [
  ...section('18', {
    'without _fields only id and __object_type come back': async (api) => {
      const [id] = await create(api, 'A')
      expect((await api.post('/data/search/', { query: LEADS }))['data']).toEqual([
        { __object_type: 'lead', id },
      ])
    },
    '_fields names fields for each type; `custom` is all custom fields, Smart Fields may be named': async (
      api,
    ) => {
      const key = await customKey(api, SEVERAL)
      const id = await api.create('/lead/', { name: 'A', [key]: ['a'], contacts: [{ name: 'B' }] })
      const _fields = {
        lead: ['id', 'display_name', 'custom', 'num_contacts', 'nonsense'],
        contact: ['name'],
      }
      expect((await api.post('/data/search/', { query: LEADS, _fields }))['data']).toEqual([
        { __object_type: 'lead', id, display_name: 'A', [key]: ['a'], num_contacts: 1 },
      ])
    },
    'too many _fields are refused': async (api) => {
      const lead = Array.from({ length: 101 }, (_, i) => `custom.cf_${i}`)
      const { status, text } = await api.call('POST', '/data/search/', { query: LEADS, _fields: { lead } })
      expect([status, text]).toEqual([400, expect.stringContaining('List is too long.')])
    },
    'a query is required': async (api) => {
      expect(await api.refuse('POST', '/data/search/', {})).toHaveProperty('query')
    },
    'the answer has no has_more; the last page’s cursor is null': async (api) => {
      await create(api, 'A')
      const answer = await api.post('/data/search/', { query: LEADS })
      expect(Object.keys(answer).sort()).toEqual(['cursor', 'data'])
      expect(answer['cursor']).toBeNull()
    },
    'pages are walked by `cursor`, each object once': async (api) => {
      await create(api, 'A', 'B', 'C', 'D', 'E')
      const walked: unknown[] = []
      let cursor: unknown = null
      for (let page = 0; page < 3; page += 1) {
        const answer = await api.post('/data/search/', {
          query: LEADS,
          sort: byName,
          _fields: { lead: ['name'] },
          _limit: 2,
          cursor,
        })
        walked.push(...valuesOf(answer['data'] as Json[], 'name'))
        ;({ cursor } = answer)
      }
      expect(walked.join('')).toBe('ABCDE')
      expect(cursor).toBeNull()
    },
    '`_cursor` is not `cursor`: an unknown key, so page one again': async (api) => {
      await create(api, 'A', 'B')
      const body = { query: LEADS, _limit: 1 }
      const first = await api.post('/data/search/', body)
      const again = await api.post('/data/search/', { ...body, _cursor: first['cursor'] })
      expect(again['data']).toEqual(first['data'])
    },
    'a cursor dies after 30 s': async (api) => {
      await create(api, 'A', 'B')
      const body = { query: LEADS, _limit: 1 }
      const { cursor } = await api.post('/data/search/', body)
      api.pass(30_000)
      await api.post('/data/search/', { ...body, cursor })
      api.pass(1)
      expect(await api.refuse('POST', '/data/search/', { ...body, cursor })).toEqual({
        cursor: 'Expired cursor',
      })
    },
    'a cursor belongs to its query': async (api) => {
      await create(api, 'A', 'B')
      const { cursor } = await api.post('/data/search/', { query: LEADS, _limit: 1 })
      const other = { query: and(LEADS, not({ type: 'id', value: 'lead_x' })), _limit: 1, cursor }
      expect(await api.refuse('POST', '/data/search/', other)).toHaveProperty('cursor')
    },
    'what is deleted between pages neither repeats nor skips others': async (api) => {
      const [a] = await create(api, 'A', 'B', 'C', 'D')
      const body = { query: LEADS, sort: byName, _fields: { lead: ['name'] }, _limit: 2 }
      const { cursor } = await api.post('/data/search/', body)
      await api.delete(`/lead/${a}/`)
      const second = await api.post('/data/search/', { ...body, cursor })
      expect(valuesOf(second['data'] as Json[], 'name')).toEqual(['C', 'D'])
    },
    'include_counts counts within results_limit and beyond': async (api) => {
      await create(api, 'A', 'B', 'C')
      const count = async (results_limit: number | null) =>
        (await api.post('/data/search/', { query: LEADS, results_limit, include_counts: true, _limit: 1 }))[
          'count'
        ]
      expect(await count(null)).toEqual({ limited: 3, total: 3 })
      expect(await count(2)).toEqual({ limited: 2, total: 3 })
    },
    'results_limit 0 with include_counts only counts': async (api) => {
      await create(api, 'A', 'B')
      const body = { query: LEADS, results_limit: 0, include_counts: true }
      expect(await api.post('/data/search/', body)).toEqual({
        data: [],
        cursor: null,
        count: { limited: 0, total: 2 },
      })
    },
    'sort takes several fields in either direction': async (api) => {
      const key = await customKey(api, { name: 'Size', type: 'number' })
      for (const [name, size] of [
        ['A', 1],
        ['B', 2],
        ['C', 2],
      ] as const) {
        await api.create('/lead/', { name, [key]: size })
      }
      const sort = [
        { direction: 'desc', field: custom(key) },
        { direction: 'asc', field: regular('name') },
      ]
      const answer = await api.post('/data/search/', { query: LEADS, sort, _fields: { lead: ['name'] } })
      expect(valuesOf(answer['data'] as Json[], 'name').join('')).toBe('BCA')
    },
    'and, or, match_all, id; every node may be negated': async (api) => {
      const [a = '', b = ''] = await create(api, 'A', 'B', 'C')
      const [isA, isB] = [a, b].map((value): Json => ({ type: 'id', value }))
      await expectFound(api, [
        [{ type: 'match_all' }, 'A B C'],
        [not({ type: 'match_all' }), ''],
        [or(isA ?? {}, isB ?? {}), 'A B'],
        [and(isA ?? {}, isB ?? {}), ''],
        [not(or(isA ?? {}, isB ?? {})), 'C'],
        [and(not(isA ?? {})), 'B C'],
      ])
    },
    'a text node looks over the whole object; modes of text': async (api) => {
      await create(api, 'Northwind Bakery', 'Blue Cafe')
      await expectFound(api, [
        [text('full_words', 'bakery northwind'), 'Northwind Bakery'],
        [text('full_words', 'north'), ''],
        [text('beginning_of_words', 'north bak'), 'Northwind Bakery'],
        [text('phrase', 'northwind bakery'), 'Northwind Bakery'],
        [text('phrase', 'bakery northwind'), ''],
        [where(regular('name'), text('exact_value', 'Blue Cafe')), 'Blue Cafe'],
        [where(regular('name'), text('exact_value', 'Blue')), ''],
      ])
    },
    'text looks into contacts, e-mails and custom texts too': async (api) => {
      const key = await customKey(api, { name: 'Text', type: 'text' })
      const emails = [{ email: 'asha@n.example' }]
      await api.create('/lead/', {
        name: 'A',
        [key]: 'Trade fair',
        contacts: [{ name: 'Asha Verma', emails }],
      })
      await expectFound(api, [
        [text('full_words', 'verma'), 'A'],
        [text('full_words', 'asha@n.example'), 'A'],
        [text('full_words', 'trade fair'), 'A'],
        [text('full_words', 'nobody'), ''],
      ])
    },
    'a reference is any of the ids: lead statuses, users of a custom field': async (api) => {
      const owner = await customKey(api, { name: 'Owner', type: 'user' })
      const me = (await api.get('/me/'))['id'] as string
      await api.create('/lead/', { name: 'A', status: 'Qualified', [owner]: me })
      await api.create('/lead/', { name: 'B' })
      const [qualified, customer] = [await leadStatus(api, 'Qualified'), await leadStatus(api, 'Customer')]
      await expectFound(api, [
        [where(regular('status_id'), refers('status.lead', qualified, customer)), 'A'],
        [where(regular('status_id'), refers('status.lead', customer)), ''],
        [where(custom(owner), refers('user_or_group', me)), 'A'],
        [where(custom(owner), refers('user_or_group', 'CURRENT_USER')), 'A'],
        [where(custom(owner), { type: 'current_user' }), 'A'],
      ])
    },
    'term is any of the values; exists is any value; negated it is "none"': async (api) => {
      const key = await customKey(api, SEVERAL)
      await api.create('/lead/', { name: 'A', [key]: ['a', 'b'] })
      await api.create('/lead/', { name: 'B', [key]: ['c'] })
      await api.create('/lead/', { name: 'C' })
      await expectFound(api, [
        [where(custom(key), { type: 'term', values: ['b', 'c'] }), 'A B'],
        [where(custom(key), { type: 'term', values: ['a'] }), 'A'],
        [where(custom(key), { type: 'exists' }), 'A B'],
        [not(where(custom(key), { type: 'exists' })), 'C'],
        [not(where(custom(key), { type: 'term', values: ['a'] })), 'B C'],
      ])
    },
    'number_range takes gt, gte, lt and lte': async (api) => {
      const key = await customKey(api, { name: 'Size', type: 'number' })
      for (const [i, name] of ['A', 'B', 'C'].entries()) await api.create('/lead/', { name, [key]: i })
      const range = (bounds: Json) => where(custom(key), { type: 'number_range', ...bounds })
      await expectFound(api, [
        [range({ gt: 0 }), 'B C'],
        [range({ gte: 1 }), 'B C'],
        [range({ lt: 1 }), 'A'],
        [range({ lte: 1 }), 'A B'],
        [range({ gte: 1, lt: 2 }), 'B'],
      ])
    },
    'moment_range includes its lower end and not its upper one; either may be null': async (api) => {
      await create(api, 'A', 'B', 'C') // a second apart, from 12:00:01
      const range = (from: string | null, to: string | null) =>
        where(
          regular('date_created'),
          between(
            from ? utc(`2026-03-04T12:00:0${from}+00:00`) : null,
            to ? utc(`2026-03-04T12:00:0${to}+00:00`) : null,
          ),
        )
      await expectFound(api, [
        [range('2', null), 'B C'],
        [range(null, '2'), 'A'],
        [range('1', '3'), 'A B'],
      ])
    },
    'moments: now, local dates, the day, and offsets from a moment': async (api) => {
      await create(api, 'A')
      api.pass(24 * 3_600_000)
      await create(api, 'B')
      const ago = (days: number) => ({
        type: 'offset',
        direction: 'past',
        moment: { type: 'now' },
        offset: { years: 0, months: 0, weeks: 0, days, hours: 0, minutes: 0, seconds: 0 },
        which_day_end: 'start',
      })
      const today = (which: string) => ({
        type: 'start_end_of_predefined_relative_period',
        range: 'today',
        which,
      })
      const day = (value: string, which: string) => ({ type: 'fixed_local_date', value, which })
      const created = (from: Json | null, to: Json | null) =>
        where(regular('date_created'), between(from, to))
      await expectFound(api, [
        [created(today('start'), today('end')), 'B'],
        [created(ago(1), null), 'A B'],
        [created(ago(0), null), 'B'],
        [created(null, { type: 'now' }), 'A'],
        [created(day('2026-03-04', 'start'), day('2026-03-04', 'end')), 'A'],
      ])
    },
    'has_related finds leads by their contacts, e-mails, addresses and opportunities': async (api) => {
      const contact = { name: 'Asha', title: 'Owner', emails: [{ email: 'asha@n.example' }] }
      const lead_id = await api.create('/lead/', {
        name: 'A',
        contacts: [contact],
        addresses: [{ city: 'Leeds', country: 'GB' }],
      })
      await api.create('/lead/', { name: 'B', contacts: [{ name: 'Bo' }] })
      const won = await opportunityStatus(api, 'Won')
      await api.create('/opportunity/', { lead_id, value: 500, status_id: won })
      const title = where(regular('title', 'contact'), text('full_words', 'owner'))
      const email = where(regular('email', 'contact_email'), text('exact_value', 'asha@n.example'))
      const city = where(regular('city', 'address'), text('exact_value', 'Leeds'))
      const value = where(regular('value', 'opportunity'), { type: 'number_range', gte: 500 })
      const status = where(regular('status_id', 'opportunity'), refers('status.opportunity', won))
      await expectFound(api, [
        [related('contact', title), 'A'],
        [not(related('contact', title)), 'B'],
        [
          related('contact', {
            ...related('contact_email', email),
            this_object_type: 'contact',
          }),
          'A',
        ],
        [related('address', city), 'A'],
        [related('opportunity', value), 'A'],
        [related('opportunity', status), 'A'],
      ])
    },
    'has_related finds leads by tasks and activities': async (api) => {
      const lead_id = await api.create('/lead/', { name: 'A' })
      await api.create('/lead/', { name: 'B' })
      await api.create('/task/', { lead_id, text: 'x' })
      await api.create('/activity/call/', { lead_id, direction: 'inbound' })
      const direction = where(regular('direction', 'activity.call'), { type: 'term', values: ['incoming'] })
      await expectFound(api, [
        [related('task', { type: 'match_all' }), 'A'],
        [related('activity.call', direction), 'A'],
        [related('activity.note', { type: 'match_all' }), ''],
      ])
    },
    'Smart Fields are searched like others': async (api) => {
      await api.create('/lead/', { name: 'A', contacts: [{ name: 'X' }, { name: 'Y' }] })
      await api.create('/lead/', { name: 'B', contacts: [{ name: 'Z' }] })
      await expectFound(api, [[where(regular('num_contacts'), { type: 'number_range', gte: 2 }), 'A']])
    },
    'a saved_search node nests a Smart View, and may be the whole query': async (api) => {
      await api.create('/lead/', { name: 'A', status: 'Qualified' })
      await api.create('/lead/', { name: 'B' })
      const status = where(regular('status_id'), refers('status.lead', await leadStatus(api, 'Qualified')))
      const s_query = { query: and(LEADS, status) }
      const saved_search_id = await api.create('/saved_search/', { name: 'Q', s_query })
      const node = { type: 'saved_search', saved_search_id }
      await expectFound(api, [
        [node, 'A'],
        [not(node), 'B'],
      ])
      expect((await api.post('/data/search/', { query: node }))['data']).toHaveLength(1)
    },
    'contacts and opportunities can be searched for themselves': async (api) => {
      const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      await api.create('/opportunity/', { lead_id, value: 5 })
      const search = async (object_type: string, fields: string[]) =>
        (
          await api.post('/data/search/', {
            query: { type: 'object_type', object_type },
            _fields: { [object_type]: fields },
          })
        )['data']
      expect(await search('contact', ['name', 'lead_id'])).toMatchObject([
        { __object_type: 'contact', name: 'A', lead_id },
      ])
      expect(await search('opportunity', ['value'])).toMatchObject([
        { __object_type: 'opportunity', value: 5 },
      ])
    },
    'an unknown node, condition or field is refused in shape B': async (api) => {
      const bad = [
        { type: 'nonsense' },
        where(regular('name'), { type: 'nonsense' }),
        where(regular('opp_status_id', 'opportunity'), { type: 'exists' }),
        where(regular('user_id'), { type: 'exists' }),
        where(custom('custom.cf_x'), { type: 'exists' }),
      ]
      for (const query of bad) await api.refuse('POST', '/data/search/', { query: and(LEADS, query) })
    },
    'who may only view still searches': async (api) => {
      await create(api, 'A')
      await becomeRole(api, 'restricteduser')
      expect(await found(api, { type: 'match_all' })).toBe('A')
    },
  }),

  ...section('21.14', {
    'a page has 100 objects unless _limit says so, at most 200': async (api) => {
      await create(api, ...Array.from({ length: 101 }, (_, i) => `${i}`))
      expect((await api.post('/data/search/', { query: LEADS }))['data']).toHaveLength(100)
      expect((await api.post('/data/search/', { query: LEADS, _limit: 200 }))['data']).toHaveLength(101)
      expect(await api.refuse('POST', '/data/search/', { query: LEADS, _limit: 201 })).toHaveProperty(
        '_limit',
      )
    },
  }),
  ...section('21.15', {
    'negate is plain negation: an empty field satisfies "is not"': async (api) => {
      const key = await customKey(api, { name: 'Size', type: 'number' })
      await api.create('/lead/', { name: 'A', [key]: 5 })
      await api.create('/lead/', { name: 'B' })
      const big = where(custom(key), { type: 'number_range', gte: 1 })
      await expectFound(api, [[not(big), 'B']])
    },
  }),
]
