import { expect } from 'vitest'
import type { ContractApi } from './api.ts'
import { section } from './rules.ts'
import { becomeRole, customKey, valuesOf } from './set-up.ts'

const EVENT_KEYS = [
  'id date_created date_updated organization_id user_id request_id api_key_id object_type object_id lead_id action',
  'changed_fields data previous_data meta',
]
  .join(' ')
  .split(' ')
  .sort()

/** The newest event of a lead itself. */
async function newest(api: ContractApi, lead: string) {
  const [event] = await api.list(`/event/?lead_id=${lead}&object_type=lead`)
  return event
}

export const eventRules = [
  ...section('19', {
    'the log is {data, cursor_next, cursor_previous}; an event has the keys of the contract': async (api) => {
      await api.create('/lead/')
      const log = await api.get('/event/')
      expect(Object.keys(log).sort()).toEqual(['cursor_next', 'cursor_previous', 'data'])
      for (const event of log['data'] as object[]) expect(Object.keys(event).sort()).toEqual(EVENT_KEYS)
    },
    'an update names the changed fields and their old values': async (api) => {
      const lead = await api.post('/lead/', { name: 'A' })
      const id = lead['id'] as string
      api.pass(1000)
      await api.put(`/lead/${id}/`, { name: 'B', description: 'd' })
      const event = await newest(api, id)
      expect(event).toMatchObject({
        action: 'updated',
        object_type: 'lead',
        object_id: id,
        lead_id: id,
        user_id: lead['created_by'],
        api_key_id: null,
        data: { id, name: 'B', description: 'd' },
        previous_data: { name: 'A', description: '', date_updated: lead['date_updated'] },
      })
      expect(event?.['changed_fields']).toEqual(
        expect.arrayContaining(['name', 'description', 'date_updated']),
      )
      const changed = event?.['changed_fields'] as string[]
      expect(Object.keys(event?.['previous_data'] as object).sort()).toEqual([...changed].sort())
    },
    'a status change is status_id and status_label': async (api) => {
      const lead = await api.create('/lead/')
      await api.put(`/lead/${lead}/`, { status: 'Qualified' })
      expect(await newest(api, lead)).toMatchObject({
        changed_fields: ['status_id', 'status_label', 'date_updated'],
        data: { status_label: 'Qualified' },
        previous_data: { status_label: 'Potential' },
      })
    },
    'a custom field changes under its flat key': async (api) => {
      const key = await customKey(api, { name: 'Text', type: 'text' })
      const lead = await api.create('/lead/', { [key]: 'old' })
      await api.put(`/lead/${lead}/`, { [key]: 'new' })
      const event = await newest(api, lead)
      expect(event).toMatchObject({ data: { [key]: 'new' }, previous_data: { [key]: 'old' } })
      expect(event?.['changed_fields']).toEqual(expect.arrayContaining([key, 'date_updated']))
      expect(event?.['changed_fields']).toHaveLength(2)
    },
    'a delete has the whole object in previous_data and empty data': async (api) => {
      const key = await customKey(api, { name: 'Text', type: 'text' })
      const body = { name: 'A', [key]: 'x', addresses: [{ city: 'Leeds' }] }
      const lead = await api.create('/lead/', body)
      await api.delete(`/lead/${lead}/`)
      expect(await newest(api, lead)).toMatchObject({
        action: 'deleted',
        data: {},
        previous_data: { id: lead, name: 'A', [key]: 'x', addresses: [{ city: 'Leeds' }] },
      })
    },
    'a lead’s event holds its own fields but no contacts, tasks or opportunities': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      const data = (await newest(api, lead))?.['data'] as object
      expect(data).toHaveProperty('contact_ids')
      for (const key of ['contacts', 'tasks', 'opportunities']) expect(data).not.toHaveProperty(key)
    },
    'lead.updated fires for fields, not for activities, opportunities and tasks': async (api) => {
      const lead_id = await api.create('/lead/')
      await api.create('/task/', { lead_id, text: 'x' })
      await api.create('/opportunity/', { lead_id })
      await api.create('/activity/note/', { lead_id, note: 'x' })
      expect(await newest(api, lead_id)).toMatchObject({ action: 'created' })
    },
    'lead_id includes the events of children, by their types': async (api) => {
      const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      await api.create('/task/', { lead_id, text: 'x' })
      await api.create('/opportunity/', { lead_id })
      await api.create('/activity/note/', { lead_id, note: 'x' })
      await api.put(`/lead/${lead_id}/`, { status: 'Qualified' })
      await api.create('/lead/')
      const types = new Set(valuesOf(await api.list(`/event/?lead_id=${lead_id}`), 'object_type'))
      expect([...types].sort()).toEqual([
        'activity.created',
        'activity.lead_status_change',
        'activity.note',
        'contact',
        'lead',
        'opportunity',
        'task.lead',
      ])
    },
    'set-up is logged as well: statuses, custom fields, Smart Views': async (api) => {
      await api.create('/status/lead/', { label: 'New' })
      await api.create('/custom_field/lead/', { name: 'Text', type: 'text' })
      const query = { type: 'object_type', object_type: 'lead' }
      await api.create('/saved_search/', { name: 'All', s_query: { query } })
      const types = valuesOf(await api.list('/event/'), 'object_type')
      expect(types).toEqual(expect.arrayContaining(['status.lead', 'custom_fields.lead', 'saved_search']))
    },
    'meta says which request it was; events of one request share its id': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      const [event] = await api.list(`/event/?object_type=lead&object_id=${lead}`)
      expect(event?.['meta']).toMatchObject({ request_method: 'POST', request_path: '/api/v1/lead/' })
      const together = await api.list(`/event/?request_id=${event?.['request_id'] as string}`)
      expect(valuesOf(together, 'object_type').sort()).toEqual(['activity.created', 'contact', 'lead'])
    },
    'newest first': async (api) => {
      for (const name of ['A', 'B']) {
        api.pass(1000)
        await api.create('/lead/', { name })
      }
      const dates = valuesOf(await api.list('/event/'), 'date_created')
      expect(dates).toEqual([...dates].sort().reverse())
    },
    'at most 50 a page, walked by _cursor both ways; an empty _cursor= is accepted': async (api) => {
      for (let i = 0; i < 3; i += 1) await api.create('/lead/', { name: `${i}` })
      const all = valuesOf(await api.list('/event/'), 'id')
      const page = (cursor: unknown) => api.get(`/event/?_limit=2&_cursor=${cursor as string}`)
      const first = await page('')
      const second = await page(first['cursor_next'])
      const back = await page(second['cursor_previous'])
      const ids = [first, second, back].map(({ data }) => valuesOf(data as [], 'id'))
      expect(ids).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(0, 2)])
      expect(first['cursor_previous']).toBeNull()
      expect((await api.get('/event/'))['cursor_next']).toBeNull()
      expect(await api.refuse('GET', '/event/?_cursor=nonsense')).toHaveProperty('_cursor')
      expect(await api.refuse('GET', '/event/?_limit=51')).toHaveProperty('_limit')
    },
    '_skip is not supported': async (api) => {
      await api.create('/lead/')
      const { status, body } = await api.call('GET', '/event/?_skip=1')
      if (status === 200) expect(body).toEqual(await api.get('/event/'))
      else expect(status).toBe(400)
    },
    'filters come only in the documented combinations': async (api) => {
      const lead = await api.post('/lead/', {})
      const id = lead['id'] as string
      const user = lead['created_by'] as string
      for (const [query, status] of [
        [`object_type=lead&object_id=${id}`, 200],
        ['object_type=lead&action=created', 200],
        [`object_id=${id}&action=created`, 200],
        [`lead_id=${id}`, 200],
        [`lead_id=${id}&object_type=lead&action=created`, 200],
        [`lead_id=${id}&user_id=${user}`, 200],
        [`user_id=${user}`, 200],
        [`user_id=${user}&object_type=lead&action=created`, 200],
        ['request_id=req_x', 200],
        ['object_type=lead&action=created&date_updated__gte=2026-01-01', 200],
        ['action=created', 400],
        [`object_id=${id}`, 400],
        [`lead_id=${id}&action=created`, 400],
        ['request_id=req_x&object_type=lead', 400],
      ] as const) {
        expect([query, (await api.call('GET', `/event/?${query}`)).status]).toEqual([query, status])
      }
    },
    'date_updated bounds the log': async (api) => {
      await api.create('/lead/', { name: 'A' })
      api.pass(24 * 3_600_000)
      await api.create('/lead/', { name: 'B' })
      const names = async (query: string) =>
        (await api.list(`/event/?object_type=lead&action=created&${query}`)).map(
          ({ data }) => (data as { name: string }).name,
        )
      expect(await names('date_updated__gte=2026-03-05')).toEqual(['B'])
      expect(await names('date_updated__lt=2026-03-05')).toEqual(['A'])
      expect(await names('date_updated__lte=2026-03-04T12:00:00%2B00:00')).toEqual(['A'])
    },
    'a single event comes without an envelope': async (api) => {
      await api.create('/lead/')
      const [event] = await api.list('/event/')
      expect(await api.get(`/event/${event?.['id'] as string}/`)).toEqual(event)
    },
    'events are kept 30 days': async (api) => {
      await api.create('/lead/')
      api.pass(30 * 24 * 3_600_000)
      expect(await api.list('/event/')).not.toEqual([])
      api.pass(60_000)
      expect(await api.list('/event/')).toEqual([])
    },
    'non-admins get no data of events older than an hour': async (api) => {
      const lead = await api.create('/lead/')
      api.pass(3_600_001)
      expect(await newest(api, lead)).toHaveProperty('data')
      await becomeRole(api, 'user')
      const old = await newest(api, lead)
      expect(old).not.toHaveProperty('data')
      expect(old).not.toHaveProperty('previous_data')
      expect(await newest(api, await api.create('/lead/'))).toHaveProperty('data')
    },
    'a lead can be rebuilt from the events of its deletion': async (api) => {
      const body = { name: 'A', addresses: [{ city: 'Leeds' }], contacts: [{ name: 'B', title: 'Owner' }] }
      const lead = await api.create('/lead/', body)
      await api.create('/task/', { lead_id: lead, text: 'x' })
      await api.delete(`/lead/${lead}/`)
      const gone = (await api.list(`/event/?lead_id=${lead}`)).filter(({ action }) => action === 'deleted')
      const of = (type: string) =>
        gone.find(({ object_type }) => object_type === type)?.['previous_data'] as Record<string, unknown>
      const again = await api.create('/lead/', of('lead'))
      await api.post('/contact/', { ...of('contact'), lead_id: again })
      await api.post('/task/', { ...of('task.lead'), lead_id: again })
      expect(await api.get(`/lead/${again}/`)).toMatchObject({ ...body, tasks: [{ text: 'x' }] })
    },
  }),

  ...section(
    '19',
    {
      'undocumented combinations of filters may be answered': async (api) => {
        expect((await api.call('GET', '/event/?action=created')).status).toBe(200)
      },
    },
    { strictEventFilters: false },
  ),
]
