import { expect } from 'vitest'
import type { ContractApi } from './api.ts'
import { section } from './rules.ts'
import { valuesOf } from './set-up.ts'

/** Leads named 0, 1, 2 …, each a second younger than the one before. */
async function fillLeads(api: ContractApi, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    api.pass(1000)
    await api.create('/lead/', { name: `${i}` })
  }
}

const namesOf = async (api: ContractApi, query: string) =>
  valuesOf(await api.list(`/lead/?${query}`), 'name').join(' ')

export const pagingRules = section('6', {
  'a page is {data, has_more}; leads and tasks add total_results': async (api) => {
    for (const path of ['/lead/', '/task/']) {
      const keys = Object.keys(await api.get(path)).sort()
      expect([path, keys]).toEqual([path, ['data', 'has_more', 'total_results']])
    }
    for (const path of ['/contact/', '/activity/', '/saved_search/', '/user/', '/export/']) {
      expect([path, Object.keys(await api.get(path)).sort()]).toEqual([path, ['data', 'has_more']])
    }
  },
  '_limit takes so many, _skip leaves out the first': async (api) => {
    await fillLeads(api, 5)
    expect(await namesOf(api, '_limit=2')).toBe('4 3')
    expect(await namesOf(api, '_limit=2&_skip=2')).toBe('2 1')
    expect(await namesOf(api, '_limit=2&_skip=4')).toBe('0')
    expect(await namesOf(api, '_skip=5')).toBe('')
  },
  'has_more tells whether anything follows this page': async (api) => {
    await fillLeads(api, 3)
    for (const [query, has_more] of [
      ['_limit=2', true],
      ['_limit=3', false],
      ['_limit=2&_skip=1', false],
      ['_limit=1&_skip=1', true],
      ['_skip=9', false],
    ] as const) {
      expect([query, await api.get(`/lead/?${query}`)]).toMatchObject([query, { has_more }])
    }
  },
  'total_results counts all matches, whatever the page': async (api) => {
    await fillLeads(api, 3)
    expect(await api.get('/lead/?_limit=1&_skip=2')).toMatchObject({ total_results: 3 })
    expect(await api.get('/lead/?_limit=1&query=name:1')).toMatchObject({ total_results: 1 })
  },
  'pages joined are the whole list, each object once': async (api) => {
    await fillLeads(api, 7)
    const pages = await Promise.all([0, 3, 6].map((skip) => namesOf(api, `_limit=3&_skip=${skip}`)))
    expect(pages.join(' ')).toBe('6 5 4 3 2 1 0')
  },
  'the default is 100 a page': async (api) => {
    await fillLeads(api, 101)
    const page = await api.get('/lead/?_fields=id')
    expect(page['data']).toHaveLength(100)
    expect(page).toMatchObject({ has_more: true, total_results: 101 })
  },
  '_limit=0 is an empty page with the total': async (api) => {
    await fillLeads(api, 2)
    expect(await api.get('/lead/?_limit=0')).toEqual({ data: [], has_more: true, total_results: 2 })
  },
  '/lead/ takes _limit to 200 and _skip to 35000': async (api) => {
    expect((await api.call('GET', '/lead/?_limit=200&_skip=35000')).status).toBe(200)
    expect(await api.refuse('GET', '/lead/?_limit=201')).toEqual({
      _limit: 'Input should be less than or equal to 200',
    })
    const { _skip } = await api.refuse('GET', '/lead/?_skip=35001')
    expect(_skip).toBe(
      'The skip you set is larger than the maximum skip for this resource (max_skip = 35000). Please refine your search query.',
    )
  },
  'each resource has its own cap of _limit': async (api) => {
    const caps = { contact: 100, opportunity: 250, task: 1000, user: 1000, activity: 100, event: 50 }
    for (const [resource, cap] of Object.entries(caps)) {
      expect([resource, (await api.call('GET', `/${resource}/?_limit=${cap}`)).status]).toEqual([
        resource,
        200,
      ])
      expect(await api.refuse('GET', `/${resource}/?_limit=${cap + 1}`)).toEqual({
        _limit: `Input should be less than or equal to ${cap}`,
      })
    }
  },
  'activities take _skip to 250000 and name the cap in the older shape': async (api) => {
    expect((await api.call('GET', '/activity/?_skip=250000')).status).toBe(200)
    const { status, body } = await api.call('GET', '/activity/?_skip=250001')
    expect([status, body]).toEqual([
      400,
      {
        error:
          'The skip you set is larger than the maximum skip for this resource (max_skip = 250000).\nPlease refine your search query.',
      },
    ])
  },
  'a negative or non-integer _limit is refused': async (api) => {
    for (const [value, text] of [
      ['-1', 'Input should be greater than or equal to 0'],
      ['ten', 'Input should be a valid integer, unable to parse string as an integer'],
      ['1.5', 'Input should be a valid integer, unable to parse string as an integer'],
    ] as const) {
      expect(await api.refuse('GET', `/lead/?_limit=${value}`)).toEqual({ _limit: text })
    }
    const older = await api.call('GET', '/contact/?_limit=x')
    expect([older.status, older.body]).toEqual([
      400,
      { error: '_limit must be an integer (got "x" instead).' },
    ])
  },
  'status lists return everything; pipelines and shared fields have no has_more': async (api) => {
    expect(await api.get('/status/lead/?_limit=1')).toMatchObject({ has_more: false })
    expect(await api.list('/status/lead/?_limit=1')).toHaveLength(6)
    expect(Object.keys(await api.get('/pipeline/'))).toEqual(['data'])
    expect(Object.keys(await api.get('/custom_field/shared/'))).toEqual(['data'])
  },
})
