import { expect } from 'vitest'
import { section } from './rules.ts'
import { valuesOf } from './set-up.ts'

const QUERY = { type: 'and', queries: [{ type: 'object_type', object_type: 'lead' }] }
const VIEW = { name: 'Warm', s_query: { query: QUERY, sort: [], results_limit: null } }

const VIEW_KEYS = [
  'id organization_id user_id name description type query s_query selected_fields is_shared is_user_dependent',
  'shared_with sharing_settings date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

export const savedSearchRules = section('17', {
  'a Smart View has exactly the keys of the contract and stores its query as it is': async (api) => {
    const view = await api.post('/saved_search/', VIEW)
    expect(Object.keys(view).sort()).toEqual(VIEW_KEYS)
    expect(view).toMatchObject({
      ...VIEW,
      type: 'lead',
      query: null,
      is_shared: false,
      is_user_dependent: false,
      sharing_settings: { whole_org: false },
    })
    expect(await api.get(`/saved_search/${view['id'] as string}/`)).toEqual(view)
  },
  'the list holds lead views unless `type` or `type__in` says otherwise': async (api) => {
    const query = { type: 'and', queries: [{ type: 'object_type', object_type: 'contact' }] }
    await api.create('/saved_search/', VIEW)
    await api.create('/saved_search/', { name: 'People', type: 'contact', s_query: { query } })
    for (const [search, names] of [
      ['', ['Warm']],
      ['?type=contact', ['People']],
      ['?type__in=lead,contact', ['People', 'Warm']],
    ] as const) {
      expect([search, valuesOf(await api.list(`/saved_search/${search}`), 'name').sort()]).toEqual([
        search,
        names,
      ])
    }
  },
  'a view needs a name and an object_type node of its own type': async (api) => {
    const bare = { name: 'A', s_query: { query: { type: 'match_all' } } }
    const other = { name: 'A', type: 'contact', s_query: { query: QUERY } }
    expect(await api.refuse('POST', '/saved_search/', { s_query: VIEW.s_query })).toHaveProperty('name')
    expect(await api.refuse('POST', '/saved_search/', bare)).toHaveProperty('s_query')
    expect(await api.refuse('POST', '/saved_search/', other)).toHaveProperty('s_query')
    expect(await api.refuse('POST', '/saved_search/', { name: 'A', s_query: {} })).toHaveProperty('s_query')
    expect(await api.refuse('POST', '/saved_search/', { ...VIEW, type: 'pet' })).toHaveProperty('type')
  },
  'selected_fields are the columns, a custom field by its bare id': async (api) => {
    const field_id = await api.create('/custom_field/lead/', { name: 'Text', type: 'text' })
    const selected_fields = [
      { type_id: 'lead', field_id: 'display_name' },
      { type_id: 'lead', field_id },
    ]
    expect(await api.post('/saved_search/', { ...VIEW, selected_fields })).toMatchObject({ selected_fields })
    const long = [{ type_id: 'lead', field_id: 'x'.repeat(49) }]
    expect(await api.refuse('POST', '/saved_search/', { ...VIEW, selected_fields: long })).toHaveProperty(
      'selected_fields',
    )
  },
  'sharing with the whole organisation and with some people are alternatives': async (api) => {
    const sharing_settings = { whole_org: true, user_ids: [(await api.get('/me/'))['id']] }
    expect(await api.refuse('POST', '/saved_search/', { ...VIEW, sharing_settings })).toHaveProperty(
      'sharing_settings',
    )
  },
  'a query that asks for the caller makes the view user dependent': async (api) => {
    const mine = { type: 'field_condition', condition: { type: 'current_user' } }
    const query = { ...QUERY, queries: [...QUERY.queries, mine] }
    expect(await api.post('/saved_search/', { ...VIEW, s_query: { query } })).toMatchObject({
      is_user_dependent: true,
    })
  },
  'a description has at most 300 characters': async (api) => {
    const described = (length: number) => ({ ...VIEW, description: 'x'.repeat(length) })
    expect(await api.refuse('POST', '/saved_search/', described(301))).toHaveProperty('description')
    await api.create('/saved_search/', described(300))
  },
  'PUT patches it': async (api) => {
    const view = await api.create('/saved_search/', VIEW)
    expect(await api.put(`/saved_search/${view}/`, { name: 'Hot' })).toMatchObject({ ...VIEW, name: 'Hot' })
  },
  'a view runs when its query is posted to /data/search/': async (api) => {
    const lead = await api.create('/lead/')
    const view = await api.post('/saved_search/', VIEW)
    const { query, sort } = view['s_query'] as typeof VIEW.s_query
    const found = await api.post('/data/search/', { query, sort })
    expect(valuesOf(found['data'] as [], 'id')).toEqual([lead])
  },
})
