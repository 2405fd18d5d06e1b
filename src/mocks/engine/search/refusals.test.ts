import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tx } from '#mocks/engine/state.ts'
import { dataSearch } from './data-search.ts'
import { CALLER, fewLeads } from './few-leads.ts'
import { legacyQuery } from './legacy-query.ts'

type Json = Record<string, unknown>

const state = fewLeads()
const search = (body: Json) => dataSearch(state, new Tx(state), body, CALLER)

const name: Json = { type: 'regular_field', object_type: 'lead', field_name: 'name' }
const created: Json = { ...name, field_name: 'date_created' }
const status: Json = { ...name, field_name: 'status_id' }
const where = (field: unknown, condition: unknown): Json => ({ type: 'field_condition', field, condition })
const since = (moment: unknown): Json => where(created, { type: 'moment_range', on_or_after: moment })
const nested = (depth: number): Json =>
  depth === 0 ? { type: 'match_all' } : { type: 'and', queries: [nested(depth - 1)] }
const offset = (amounts: Json): Json => ({
  type: 'offset',
  direction: 'past',
  moment: { type: 'now' },
  offset: amounts,
})

test.each<[path: string, query: unknown]>([
  ['query', undefined],
  ['query', null],
  ['query', []],
  ['query', 'lead'],
  ['query.type', {}],
  ['query.type', { type: 'xor', queries: [] }],
  ['query.type', { type: 'toString' }],
  ['query.negate', { type: 'match_all', negate: 'yes' }],
  ['query.queries', { type: 'and' }],
  ['query.queries', { type: 'and', queries: {} }],
  ['query.queries.1', { type: 'or', queries: [{ type: 'match_all' }, 7] }],
  ['query.queries.0.value', { type: 'and', queries: [{ type: 'id' }] }],
  ['query.value', { type: 'id', value: 7 }],
  ['query.value', { type: 'text', mode: 'phrase' }],
  ['query.value', { type: 'text', value: 'x'.repeat(2001) }],
  ['query.mode', { type: 'text', value: 'x', mode: 'fuzzy' }],
  ['query', { type: 'object_type', object_type: 'company' }],
  ['query', { type: 'object_type', object_type: 'address' }],
  [
    'query',
    {
      type: 'and',
      queries: [
        { type: 'object_type', object_type: 'lead' },
        { type: 'object_type', object_type: 'contact' },
      ],
    },
  ],
  ['query.object_type', { type: 'object_type' }],
  ['query.saved_search_id', { type: 'saved_search', saved_search_id: 'save_gone' }],
  ['query.saved_search_id', { type: 'saved_search', saved_search_id: 'save_old' }],
  ['query.field', { type: 'field_condition', condition: { type: 'exists' } }],
  ['query.field.type', where({ type: 'plain' }, { type: 'exists' })],
  ['query.field.object_type', where({ type: 'regular_field', field_name: 'name' }, { type: 'exists' })],
  ['query.field.object_type', where({ ...name, object_type: 'contact' }, { type: 'exists' })],
  ['query.field.field_name', where({ ...name, field_name: 'opp_status_id' }, { type: 'exists' })],
  ['query.field.field_name', where({ ...name, field_name: 'user_id' }, { type: 'exists' })],
  ['query.field.field_name', where({ ...name, field_name: '__proto__' }, { type: 'exists' })],
  ['query.field.field_name', where({ ...name, field_name: 'constructor' }, { type: 'exists' })],
  [
    'query.field.custom_field_id',
    where({ type: 'custom_field', custom_field_id: 'cf_gone' }, { type: 'exists' }),
  ],
  [
    'query.field.custom_field_id',
    where({ type: 'custom_field', custom_field_id: 'custom.cf_owner' }, { type: 'exists' }),
  ],
  [
    'query.field.custom_field_id',
    where({ type: 'custom_field', custom_field_id: 'cf_role' }, { type: 'exists' }),
  ],
  ['query.condition', where(name, undefined)],
  ['query.condition.type', where(name, { type: 'matches' })],
  ['query.condition.type', where(name, { type: 'number_range', gt: 1 })],
  ['query.condition.type', where(status, { type: 'text', mode: 'phrase', value: 'x' })],
  ['query.condition.type', where(status, { type: 'current_user' })],
  ['query.condition.mode', where(name, { type: 'text', value: 'x' })],
  ['query.condition.value', where(name, { type: 'text', mode: 'phrase' })],
  ['query.condition.values', where(name, { type: 'term' })],
  ['query.condition.values.1', where(name, { type: 'term', values: ['a', null] })],
  [
    'query.condition.object_ids',
    where(status, { type: 'reference', reference_type: 'status.lead', object_ids: 'stat_q' }),
  ],
  [
    'query.condition.reference_type',
    where(status, { type: 'reference', reference_type: 'user', object_ids: [] }),
  ],
  [
    'query.condition.lt',
    where({ type: 'custom_field', custom_field_id: 'cf_budget' }, { type: 'number_range', lt: '5' }),
  ],
  ['query.condition.on_or_after', since('2026-01-01')],
  ['query.condition.on_or_after.type', since({ type: 'yesterday' })],
  ['query.condition.on_or_after.value', since({ type: 'fixed_utc', value: 'soon' })],
  [
    'query.condition.on_or_after.value',
    since({ type: 'fixed_local_date', value: '2026-02-30', which: 'start' }),
  ],
  ['query.condition.on_or_after.which', since({ type: 'fixed_local_date', value: '2026-02-28' })],
  [
    'query.condition.on_or_after.range',
    since({ type: 'start_end_of_predefined_relative_period', range: 'this-era', which: 'end' }),
  ],
  [
    'query.condition.on_or_after.offset',
    since({ type: 'offset', direction: 'past', moment: { type: 'now' } }),
  ],
  ['query.condition.on_or_after.direction', since({ ...offset({}), direction: 'up' })],
  ['query.condition.on_or_after.offset.days', since(offset({ days: 1e9 }))],
  ['query.condition.on_or_after.offset', since(offset({ years: 999_999 }))],
  ['query.condition.on_or_after.offset.months', since(offset({ months: 0.5 }))],
  ['query.condition.on_or_after.which_day_end', since({ ...offset({}), which_day_end: 'noon' })],
  [
    'query.condition.before',
    where({ ...name, field_name: 'timezone_id' }, { type: 'local_time', before: '25:00' }),
  ],
  [
    'query.this_object_type',
    { type: 'has_related', related_object_type: 'contact', related_query: { type: 'match_all' } },
  ],
  [
    'query.this_object_type',
    {
      type: 'has_related',
      this_object_type: 'contact',
      related_object_type: 'lead',
      related_query: { type: 'match_all' },
    },
  ],
  [
    'query.related_object_type',
    {
      type: 'has_related',
      this_object_type: 'lead',
      related_object_type: 'invoice',
      related_query: { type: 'match_all' },
    },
  ],
  [
    'query.related_object_type',
    {
      type: 'has_related',
      this_object_type: 'lead',
      related_object_type: 'contact_email',
      related_query: { type: 'match_all' },
    },
  ],
  ['query.related_query', { type: 'has_related', this_object_type: 'lead', related_object_type: 'contact' }],
])('%s is refused (contract 18, errors): %j', (path, query) => {
  const { status, body } = search({ query })
  expect(status).toBe(400)
  expect(body).toEqual({ errors: [], 'field-errors': { [path]: expect.any(String) as string } })
})

test.each<[path: string, more: Json]>([
  ['_limit', { _limit: 201 }],
  ['_limit', { _limit: -1 }],
  ['_limit', { _limit: 2.5 }],
  ['_limit', { _limit: '50' }],
  ['results_limit', { results_limit: -1 }],
  ['include_counts', { include_counts: 'yes' }],
  ['cursor', { cursor: 7 }],
  ['cursor', { cursor: 'nonsense' }],
  ['cursor', { cursor: '' }],
  ['_fields', { _fields: ['id'] }],
  ['_fields.lead', { _fields: { lead: 'id' } }],
  ['_fields.lead.1', { _fields: { lead: ['id', 7] } }],
  ['sort', { sort: 'name' }],
  ['sort.0.direction', { sort: [{ field: name }] }],
  ['sort.0.direction', { sort: [{ field: name, direction: 'up' }] }],
  ['sort.0.field', { sort: [{ direction: 'asc' }] }],
  ['sort.0.field.field_name', { sort: [{ direction: 'asc', field: { ...name, field_name: 'contacts' } }] }],
  ['sort.0.field.object_type', { sort: [{ direction: 'asc', field: { ...name, object_type: 'contact' } }] }],
  ['sort.0.field', { sort: [{ direction: 'asc', field: status }] }],
  [
    'sort.0.field',
    { sort: [{ direction: 'asc', field: { type: 'custom_field', custom_field_id: 'cf_products' } }] },
  ],
  [
    'sort.0.field',
    { sort: [{ direction: 'asc', field: { type: 'custom_field', custom_field_id: 'cf_owner' } }] },
  ],
])('%s is refused (contract 18, request): %j', (path, more) => {
  const { status, body } = search({ query: { type: 'match_all' }, ...more })
  expect(status).toBe(400)
  expect(body).toEqual({ errors: [], 'field-errors': { [path]: expect.any(String) as string } })
})

test('more than 100 names under _fields are refused (contract 4)', () => {
  const fields = Array.from({ length: 101 }, (_, at) => `custom.cf_${at}`)
  expect(search({ query: { type: 'match_all' }, _fields: { lead: fields } }).body).toEqual({
    errors: [],
    'field-errors': { '_fields.lead': 'List is too long.' },
  })
  expect(search({ query: { type: 'match_all' }, _fields: { lead: fields.slice(1) } }).status).toBe(200)
})

test('unknown keys of the body are ignored (contract 3)', () => {
  expect(search({ query: { type: 'match_all' }, _cursor: 'x', limit: 1, colour: 'red' }).status).toBe(200)
})

test('a query that is too deep or too big is refused, and a Smart View that contains itself', () => {
  expect(search({ query: nested(40) }).status).toBe(200)
  expect(search({ query: nested(41) }).status).toBe(400)
  expect(search({ query: nested(3000) }).status).toBe(400)
  const many = (count: number, node: Json) => ({
    type: 'or',
    queries: Array.from({ length: count }, () => node),
  })
  expect(search({ query: many(499, { type: 'match_all' }) }).status).toBe(200)
  expect(search({ query: many(500, { type: 'match_all' }) }).status).toBe(400)
  expect(search({ query: many(20_000, { type: 'id', value: 'lead_cafe' }) }).status).toBe(200)
  expect(search({ query: many(20_001, { type: 'id', value: 'lead_cafe' }) }).status).toBe(400)
  expect(search({ query: { type: 'saved_search', saved_search_id: 'save_loop' } }).status).toBe(400)
})

const pieces = fc.constantFrom(
  ...`and or id text match_all object_type field_condition has_related saved_search lead contact regular_field
    custom_field name cf_owner exists term moment_range number_range reference offset now fixed_utc 2026-01-01 phrase
    asc user_or_group timezone_id local_time 10:00`.split(/\s+/),
)
const keys = fc.constantFrom(
  ...`type queries negate value mode object_type field condition field_name custom_field_id this_object_type
    related_object_type related_query values object_ids reference_type gt before on_or_after moment offset direction
    which range days saved_search_id __proto__`.split(/\s+/),
)
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    pieces,
    fc.constantFrom(null, true, 0, -1, 1e308, '', 'x'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
  ),
})).value

test('no body makes a search fail: it answers or refuses', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('query', 'sort', '_fields', '_limit', 'cursor', 'results_limit'),
        hostile,
      ),
      (body) => {
        expect([200, 400]).toContain(search(body).status)
      },
    ),
    { numRuns: 1000 },
  )
})

test('no cursor makes a search fail', () => {
  const encoded = fc.json().map((text) => btoa(encodeURIComponent(text)))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), encoded), (cursor) => {
      expect(search({ query: { type: 'match_all' }, cursor }).status).toBe(400)
    }),
  )
})

test('no text makes the old search fail', () => {
  const part = fc.constantFrom(
    'name:',
    '"',
    '(',
    ')',
    ' OR ',
    ' NOT ',
    '-',
    ' in ',
    '>=',
    'created',
    '2026-01-01',
    'sort:',
    'slice:1/0',
    'custom.',
    ' ',
    ',',
    'é',
  )
  const query = fc
    .array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 30 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(query, (text) => {
      expect(Array.isArray(legacyQuery(state, state, text, CALLER))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
