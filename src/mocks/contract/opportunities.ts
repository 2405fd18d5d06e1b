import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { customKey, opportunityStatus, SEVERAL, valuesOf } from './set-up.ts'

const OPPORTUNITY_KEYS = [
  'id organization_id lead_id lead_name contact_id contact_name user_id user_name pipeline_id pipeline_name',
  'status_id status_label status_display_name status_type value value_currency value_period value_formatted',
  'confidence expected_value annualized_value annualized_expected_value date_won date_lost note',
  'integration_links attachments created_by created_by_name updated_by updated_by_name date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

async function newOpportunity(api: ContractApi, body: Json = {}): Promise<Json> {
  return api.post('/opportunity/', { lead_id: await api.create('/lead/', { name: 'A' }), ...body })
}

const pathOf = (opportunity: Json) => `/opportunity/${opportunity['id'] as string}/`

export const opportunityRules = section('11', {
  'an opportunity has exactly the keys of the contract': async (api) => {
    const opportunity = await newOpportunity(api)
    expect(Object.keys(opportunity).sort()).toEqual(OPPORTUNITY_KEYS)
    expect(await api.get(pathOf(opportunity))).toEqual(opportunity)
  },
  'defaults: first status, caller, one-time, confidence 50, empty note': async (api) => {
    expect(await newOpportunity(api)).toMatchObject({
      lead_name: 'A',
      status_label: 'Qualification',
      status_type: 'active',
      pipeline_name: 'Sales',
      user_name: 'Robin Hale',
      value_period: 'one_time',
      confidence: 50,
      note: '',
      contact_id: null,
      date_won: null,
      date_lost: null,
    })
  },
  'expected and annualised values follow from value, period and confidence': async (api) => {
    const given = { value: 50_000, value_period: 'monthly', confidence: 60 }
    expect(await newOpportunity(api, given)).toMatchObject({
      expected_value: 30_000,
      annualized_value: 600_000,
      annualized_expected_value: 360_000,
    })
  },
  'moving to a won status dates it in the caller’s day; leaving keeps the date': async (api) => {
    const opportunity = await newOpportunity(api)
    const won = { status_id: await opportunityStatus(api, 'Won') }
    const after = await api.put(pathOf(opportunity), won, { 'x-tz-offset': '-13' })
    expect(after).toMatchObject({ status_type: 'won', date_won: '2026-03-03' })
    const active = { status_id: await opportunityStatus(api, 'Negotiation') }
    expect(await api.put(pathOf(opportunity), active)).toMatchObject({ date_won: '2026-03-03' })
  },
  'a date_won that is supplied wins': async (api) => {
    const opportunity = await newOpportunity(api)
    const won = { status_id: await opportunityStatus(api, 'Won'), date_won: '2026-01-31' }
    expect(await api.put(pathOf(opportunity), won)).toMatchObject({ date_won: '2026-01-31' })
  },
  'each change of status logs an OpportunityStatusChange activity': async (api) => {
    const opportunity = await newOpportunity(api, { value: 100 })
    await api.put(pathOf(opportunity), { status_id: await opportunityStatus(api, 'Won') })
    expect(await api.list('/activity/status_change/opportunity/')).toMatchObject([
      {
        opportunity_id: opportunity['id'],
        old_status_label: 'Qualification',
        old_status_type: 'active',
        new_status_label: 'Won',
        new_status_type: 'won',
        opportunity_value: 100,
      },
    ])
    await api.put(pathOf(opportunity), { status_id: await opportunityStatus(api, 'Negotiation') })
    expect(await api.list('/activity/status_change/opportunity/')).toHaveLength(2)
  },
  'a status, pipeline, user, contact or lead that does not fit is refused': async (api) => {
    const lead_id = await api.create('/lead/')
    const [, renewals] = await api.list('/pipeline/')
    const won = await opportunityStatus(api, 'Won')
    for (const [body, key] of [
      [{ status_id: 'stat_x' }, 'status'],
      [{ pipeline_id: 'pipe_x' }, 'pipeline'],
      [{ pipeline_id: renewals?.['id'], status_id: won }, 'pipeline'],
      [{ user_id: 'user_x' }, 'user'],
      [{ contact_id: 'cont_x' }, 'contact'],
      [{ lead_id: 'lead_x' }, 'lead'],
    ] as const) {
      expect(Object.keys(await api.refuse('POST', '/opportunity/', { lead_id, ...body }))).toEqual([key])
    }
  },
  'with a pipeline alone it starts in that pipeline’s first status': async (api) => {
    const [, renewals] = await api.list('/pipeline/')
    expect(await newOpportunity(api, { pipeline_id: renewals?.['id'] })).toMatchObject({
      status_label: 'Up for renewal',
      pipeline_name: 'Renewals',
    })
  },
  'values, periods and confidence are checked': async (api) => {
    const lead_id = await api.create('/lead/')
    for (const [key, value] of [
      ['value', 1.5],
      ['value', '100'],
      ['value_period', 'weekly'],
      ['confidence', 101],
      ['confidence', -1],
    ] as const) {
      expect(await api.refuse('POST', '/opportunity/', { lead_id, [key]: value })).toHaveProperty(key)
    }
  },
  'what Close’s own import script sends is taken: nulls, a label, a time with date_won': async (api) => {
    const body = { value: null, value_period: 'monthly', confidence: null, note: null, status: 'Won' }
    expect(await newOpportunity(api, { ...body, date_won: '2026-02-01 00:00:00' })).toMatchObject({
      value: null,
      confidence: 50,
      note: '',
      status_label: 'Won',
      date_won: '2026-02-01',
    })
  },
  'without lead_id it makes a new untitled lead': async (api) => {
    expect(await api.post('/opportunity/', { value: 1 })).toMatchObject({ lead_name: 'Untitled' })
    expect(await api.list('/lead/')).toHaveLength(1)
  },
  'custom fields take .add, .remove and null': async (api) => {
    const key = await customKey(api, SEVERAL, 'opportunity')
    const opportunity = await newOpportunity(api, { [key]: ['a'] })
    expect((await api.put(pathOf(opportunity), { [`${key}.add`]: 'b' }))[key]).toEqual(['a', 'b'])
    expect((await api.put(pathOf(opportunity), { [`${key}.remove`]: 'a' }))[key]).toEqual(['b'])
    expect(key in (await api.put(pathOf(opportunity), { [key]: null }))).toBe(false)
  },
  'a list carries 17 aggregates over all matches, whatever the page': async (api) => {
    const lead_id = await api.create('/lead/')
    for (const body of [
      { value: 60_000, confidence: 50 },
      { value: 60_000, confidence: 50 },
      { value: 50_000, value_period: 'monthly', confidence: 60 },
    ]) {
      await api.create('/opportunity/', { lead_id, ...body })
    }
    const { data, has_more, total_results, ...aggregates } = await api.get('/opportunity/?_limit=1')
    expect([(data as Json[]).length, has_more, total_results]).toEqual([1, true, 3])
    expect(aggregates).toEqual({
      count_by_value_period: { one_time: 2, monthly: 1 },
      total_value_one_time: 120_000,
      total_value_one_time_formatted: '$1,200',
      total_value_monthly: 50_000,
      total_value_monthly_formatted: '$500',
      total_value_annual: 0,
      total_value_annual_formatted: null,
      total_value_annualized: 720_000,
      total_value_annualized_formatted: '$7,200',
      expected_value_one_time: 60_000,
      expected_value_one_time_formatted: '$600',
      expected_value_monthly: 30_000,
      expected_value_monthly_formatted: '$300',
      expected_value_annual: 0,
      expected_value_annual_formatted: null,
      expected_value_annualized: 420_000,
      expected_value_annualized_formatted: '$4,200',
    })
  },
  'filters and orders of the list': async (api) => {
    const lead_id = await api.create('/lead/')
    const won = await opportunityStatus(api, 'Won')
    await api.create('/opportunity/', { lead_id, value: 300, status_id: won, date_won: '2026-02-01' })
    await api.create('/opportunity/', { lead_id, value: 100, value_period: 'annual' })
    await api.create('/opportunity/', { lead_id, value: 200, confidence: 90 })
    await newOpportunity(api, { value: 400 })
    for (const [query, values] of [
      [`lead_id=${lead_id}&_order_by=value`, [100, 200, 300]],
      ['_order_by=-value', [400, 300, 200, 100]],
      ['_order_by=-confidence&_limit=1', [200]],
      [`status_id=${won}`, [300]],
      ['status_type=won', [300]],
      ['status_type__in=won,lost', [300]],
      ['status_label=Won', [300]],
      ['value_period=annual', [100]],
      ['date_won=2026-02-01', [300]],
      ['date_won__gte=2026-02-01&date_won__lt=2026-03-01', [300]],
      ['date_won__gt=2026-02-01', []],
    ] as const) {
      expect([query, valuesOf(await api.list(`/opportunity/?${query}`), 'value')]).toEqual([query, values])
    }
  },
  '_group_by answers groups with a key, their objects and totals': async (api) => {
    const won = await opportunityStatus(api, 'Won')
    await newOpportunity(api, { value: 300, status_id: won, date_won: '2026-02-01' })
    await newOpportunity(api, { value: 100 })
    const groups = await api.list('/opportunity/?_group_by=date_won__month')
    const seen = groups.map((group) => `${group['key'] as string} ${group['total_value_one_time'] as number}`)
    expect(seen.sort()).toEqual(['2026-02 300', 'null 100'])
    const [mine] = await api.list('/opportunity/?_group_by=user_id')
    expect(mine).toMatchObject({ user_name: 'Robin Hale', total_results: 2 })
  },
  'opportunities of a Smart View’s leads': async (api) => {
    await newOpportunity(api, { value: 1 })
    const other = await api.create('/lead/', { name: 'Found' })
    await api.create('/opportunity/', { lead_id: other, value: 2 })
    const query = {
      type: 'and',
      queries: [
        { type: 'object_type', object_type: 'lead' },
        { type: 'id', value: other },
      ],
    }
    const view = await api.create('/saved_search/', { name: 'One', s_query: { query } })
    const found = await api.list(`/opportunity/?lead_saved_search_id=${view}`)
    expect(valuesOf(found, 'value')).toEqual([2])
  },
  'a pipeline lists its statuses in order and goes only when it holds none': async (api) => {
    const [sales] = await api.list('/pipeline/')
    expect(valuesOf(sales?.['statuses'] as Json[], 'type')).toEqual([
      'active',
      'active',
      'active',
      'won',
      'lost',
    ])
    expect((await api.call('DELETE', `/pipeline/${sales?.['id'] as string}/`)).status).toBe(400)
    const empty = await api.create('/pipeline/', { name: 'Partners' })
    expect((await api.call('DELETE', `/pipeline/${empty}/`)).status).toBe(204)
  },
  'a pipeline orders its statuses by those listed, and pulls in one of another pipeline': async (api) => {
    const [sales = {}, renewals = {}] = await api.list('/pipeline/')
    const idsOf = (pipeline: Json) => valuesOf(pipeline['statuses'] as Json[], 'id')
    const [pulled, moved] = [idsOf(renewals)[0], idsOf(sales)[1]]
    const statuses = [{ id: pulled }, { id: moved }]
    const after = await api.put(`/pipeline/${sales['id'] as string}/`, { statuses })
    expect(idsOf(after)).toEqual([pulled, moved, ...idsOf(sales).filter((id) => id !== moved)])
    expect(await api.get(`/status/opportunity/${pulled}/`)).toMatchObject({ pipeline_id: sales['id'] })
  },
})
