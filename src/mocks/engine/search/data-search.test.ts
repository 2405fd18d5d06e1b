import { describe, expect, test } from 'vitest'
import { EngineState, Tx } from '#mocks/engine/state.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { dataSearch } from './data-search.ts'
import { CALLER, fewLeads, NOW } from './few-leads.ts'

type Json = Record<string, unknown>
type Found = { data: (Json & { id: string })[]; cursor: string | null; count?: Json }

const ALL: Json = { type: 'match_all' }
const regular = (field_name: string): Json => ({ type: 'regular_field', object_type: 'lead', field_name })
const sorted = (direction: string, field: Json): Json[] => [{ direction, field }]

function search(state: EngineState, body: Json, caller: Json = {}) {
  return dataSearch(state, new Tx(state), body, { ...CALLER, ...caller })
}

function found(state: EngineState, body: Json, caller: Json = {}): Found {
  const answer = search(state, body, caller)
  expect(answer.status).toBe(200)
  return answer.body as Found
}

const names = ({ data }: Found) => data.map(({ id }) => id.slice(5)).join(' ')

function manyLeads(count: number): EngineState {
  const state = new EngineState()
  state.apply(
    Array.from({ length: count }, (_, at) => {
      const record = {
        id: `lead_${String(at).padStart(6, '0')}`,
        name: `Lead ${at}`,
        date_created: stamp(NOW - at),
      }
      return { table: 'lead', id: record.id, record }
    }),
  )
  return state
}

describe('what is sent (contract 18, response)', () => {
  const state = fewLeads()
  const one = { type: 'id', value: 'lead_bakery' }

  test('only the type and the id without _fields', () => {
    const { data, cursor, count } = found(state, { query: one })
    expect(data).toEqual([{ __object_type: 'lead', id: 'lead_bakery' }])
    expect(Object.keys(data[0] ?? {})[0]).toBe('__object_type')
    expect(cursor).toBeNull()
    expect(count).toBeUndefined()
    for (const _fields of [{ contact: ['name'] }, { lead: [] }, { lead: null }, null]) {
      expect(found(state, { query: one, _fields }).data[0]).toEqual(data[0])
    }
  })

  test('named fields, all custom fields, Smart Fields and children; unknown names are ignored', () => {
    const fields = [
      'id',
      'display_name',
      'status_label',
      'custom',
      'num_contacts',
      'primary_email',
      'contacts',
      'nonsense',
    ]
    const { data } = found(state, { query: one, _fields: { lead: fields } })
    expect(data[0]).toMatchObject({
      __object_type: 'lead',
      id: 'lead_bakery',
      display_name: 'Northwind Bakery',
      status_label: 'Potential',
      'custom.cf_source': 'Trade fair',
      'custom.cf_products': ['Flour', 'Yeast'],
      num_contacts: 2,
      primary_email: { type: 'office', email: 'asha@northwind.example', is_unsubscribed: false },
      contacts: [{ id: 'cont_asha' }, { id: 'cont_jose' }],
    })
    expect(data[0]).not.toHaveProperty('nonsense')
    expect(data[0]).not.toHaveProperty('name')
  })

  test('other objects by their own names', () => {
    const query = { type: 'object_type', object_type: 'contact' }
    const sort = [{ direction: 'asc', field: { ...regular('name'), object_type: 'contact' } }]
    const { data } = found(state, { query, sort, _fields: { contact: ['id', 'title'], lead: ['name'] } })
    expect(data[0]).toEqual({ __object_type: 'contact', id: 'cont_asha', title: 'Owner' })
  })
})

describe('order (contract 18, sort)', () => {
  const state = fewLeads()

  test.each<[rule: string, sort: Json[] | null, expected: string]>([
    ['newest first without one', null, 'tokyo cafe bakery bare'],
    ['newest first with an empty one', [], 'tokyo cafe bakery bare'],
    ['oldest first', sorted('asc', regular('date_created')), 'bare bakery cafe tokyo'],
    ['text without case and accents; empty last', sorted('asc', regular('name')), 'cafe bakery tokyo bare'],
    ['descending; empty still last', sorted('desc', regular('name')), 'tokyo bakery cafe bare'],
    ['display_name', sorted('asc', regular('display_name')), 'cafe bakery bare tokyo'],
    [
      'number',
      sorted('desc', { type: 'custom_field', custom_field_id: 'cf_budget' }),
      'bakery cafe tokyo bare',
    ],
    [
      'date',
      sorted('desc', { type: 'custom_field', custom_field_id: 'cf_renewal' }),
      'cafe bakery bare tokyo',
    ],
    [
      'choice',
      sorted('asc', { type: 'custom_field', custom_field_id: 'cf_source' }),
      'bakery bare cafe tokyo',
    ],
    ['Smart Field', sorted('desc', regular('last_activity_date')), 'cafe bakery bare tokyo'],
    [
      'two keys',
      [...sorted('asc', regular('status_label')), ...sorted('desc', regular('date_created'))],
      'bakery bare tokyo cafe',
    ],
  ])('%s', (_rule, sort, expected) => {
    expect(names(found(state, { query: ALL, sort }))).toBe(expected)
  })

  test('a write moves what it touches: leads, their children, labels', () => {
    const state = fewLeads()
    const sort = sorted('asc', regular('display_name'))
    expect(names(found(state, { query: ALL, sort }))).toBe('cafe bakery bare tokyo')
    const contact = { id: 'cont_new', lead_id: 'lead_bare', name: 'Aaron' }
    const bare = { ...state.get('lead', 'lead_bare'), id: 'lead_bare', contact_ids: ['cont_new'] }
    state.apply([
      { table: 'contact', id: contact.id, record: contact },
      { table: 'lead', id: bare.id, record: bare },
    ])
    expect(names(found(state, { query: ALL, sort }))).toBe('bare cafe bakery tokyo')
    state.apply([{ table: 'contact', id: contact.id, record: { ...contact, name: 'Zoe' } }])
    expect(names(found(state, { query: ALL, sort }))).toBe('cafe bakery bare tokyo')

    const labels = [...sorted('asc', regular('status_label')), ...sorted('asc', regular('date_created'))]
    expect(names(found(state, { query: ALL, sort: labels }))).toBe('bare bakery cafe tokyo')
    state.apply([{ table: 'lead_status', id: 'stat_q', record: { id: 'stat_q', label: 'All new' } }])
    expect(names(found(state, { query: ALL, sort: labels }))).toBe('cafe tokyo bare bakery')
  })

  test('a removed choice and a deleted field take effect at once (contract 14)', () => {
    const state = fewLeads()
    const field = { type: 'custom_field', custom_field_id: 'cf_source' }
    const query = { type: 'field_condition', field, condition: { type: 'exists' } }
    expect(names(found(state, { query }))).toBe('bakery')
    const definition = state.get('custom_field', 'cf_source')
    state.apply([
      {
        table: 'custom_field',
        id: 'cf_source',
        record: { ...definition, id: 'cf_source', choices: ['Gone choice'] },
      },
    ])
    expect(names(found(state, { query }))).toBe('cafe')
    state.apply([{ table: 'custom_field', id: 'cf_source', record: null }])
    expect(search(state, { query }).status).toBe(400)
  })
})

describe('pages (contract 18, cursor and counts)', () => {
  const state = manyLeads(450)

  test('100 objects without a _limit, then the rest by cursor', () => {
    const first = found(state, { query: ALL })
    expect(first.data).toHaveLength(100)
    const second = found(state, { query: ALL, cursor: first.cursor, _limit: 200 })
    expect(second.data[0]?.id).toBe('lead_000100')
    const third = found(state, { query: ALL, cursor: second.cursor, _limit: 150 })
    expect(third.data).toHaveLength(150)
    expect(third.cursor).toBeNull()
  })

  test('counts do not depend on the page; results_limit caps `limited` and the walk', () => {
    const body = { query: ALL, include_counts: true, results_limit: 120, _limit: 100 }
    const first = found(state, body)
    expect(first.count).toEqual({ limited: 120, total: 450 })
    const second = found(state, { ...body, cursor: first.cursor })
    expect(second.data).toHaveLength(20)
    expect(second.cursor).toBeNull()
    expect(second.count).toEqual({ limited: 120, total: 450 })
    expect(found(state, { ...body, results_limit: 0 })).toEqual({
      data: [],
      cursor: null,
      count: { limited: 0, total: 450 },
    })
    expect(found(state, { ...body, results_limit: null }).count).toEqual({ limited: 450, total: 450 })
  })

  test('a cursor lives 30 seconds and belongs to its query', () => {
    const { cursor } = found(state, { query: ALL, _limit: 10 })
    const expired = { errors: [], 'field-errors': { cursor: 'Expired cursor' } }
    expect(found(state, { query: ALL, cursor }, { now: NOW + 30_000 }).data[0]?.id).toBe('lead_000010')
    expect(search(state, { query: ALL, cursor }, { now: NOW + 30_001 })).toEqual({
      status: 400,
      body: expired,
    })
    const other = { type: 'and', queries: [] }
    expect(search(state, { query: other, cursor })).toEqual({ status: 400, body: expired })
    expect(search(state, { query: ALL, cursor, sort: sorted('asc', regular('name')) }).body).toEqual(expired)
  })

  test('a cursor needs nothing of the server that issued it', () => {
    const { cursor } = found(state, { query: ALL, _limit: 10 })
    expect(found(manyLeads(450), { query: ALL, cursor }).data[0]?.id).toBe('lead_000010')
  })

  test('leads that are new or gone shift no page', () => {
    const state = manyLeads(10)
    const { cursor } = found(state, { query: ALL, _limit: 5 })
    const early = { id: 'lead_new', name: 'New', date_created: stamp(NOW + 1000) }
    state.apply([
      { table: 'lead', id: early.id, record: early },
      { table: 'lead', id: 'lead_000004', record: null },
      { table: 'lead', id: 'lead_000001', record: null },
    ])
    const rest = found(state, { query: ALL, cursor })
    expect(names(rest)).toBe('000005 000006 000007 000008 000009')
  })

  test('one walk reaches 10,000 objects', () => {
    const state = manyLeads(10_010)
    let seen = 0
    for (let cursor: string | null = null; ;) {
      const page: Found = found(state, { query: ALL, _limit: 200, cursor })
      seen += page.data.length
      cursor = page.cursor
      if (cursor === null) break
    }
    expect(seen).toBe(10_000)
  })

  test('an older state answers with what it knew', () => {
    const older = manyLeads(3)
    const newer = manyLeads(2)
    expect(dataSearch(older, new Tx(newer), { query: ALL }, CALLER)).toMatchObject({
      body: { data: [{ id: 'lead_000000' }, { id: 'lead_000001' }, { id: 'lead_000002' }] },
    })
  })

  test('a query that follows the clock is asked anew, its next pages are not', () => {
    const state = manyLeads(5)
    const since = {
      type: 'moment_range',
      on_or_after: { type: 'offset', direction: 'past', moment: { type: 'now' }, offset: { seconds: 0 } },
    }
    const query = { type: 'field_condition', field: regular('date_created'), condition: since }
    const body = { query, include_counts: true, _limit: 2 }
    expect(found(state, body, { now: NOW - 3 }).count).toEqual({ limited: 4, total: 4 })
    const { cursor, count } = found(state, body, { now: NOW - 4 })
    expect(count).toEqual({ limited: 5, total: 5 })
    expect(names(found(state, { ...body, cursor }, { now: NOW }))).toBe('000002 000003')
  })
})
