import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { becomeRole, leadStatus, SEVERAL, valuesOf } from './set-up.ts'

const LEADS = { type: 'object_type', object_type: 'lead' }
const only = (...ids: string[]) => ({
  type: 'and',
  queries: [LEADS, { type: 'or', queries: ids.map((value) => ({ type: 'id', value })) }],
})

const BULK_EDIT_KEYS = [
  'id organization_id type status query s_query sort results_limit send_done_email n_leads n_leads_processed',
  'n_objects n_objects_processed lead_status_id custom_field_name custom_field_value created_by updated_by',
  'date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

const create = async (api: ContractApi, ...names: string[]) =>
  Promise.all(names.map((name) => api.create('/lead/', { name })))

/** The states that an action goes through, asked every tenth of a second for two seconds. */
async function watch(api: ContractApi, path: string): Promise<unknown[]> {
  const seen: unknown[] = []
  for (let i = 0; i < 20; i += 1) {
    seen.push((await api.get(path))['status'])
    api.pass(100)
  }
  return [...new Set(seen)]
}

/** Does a bulk edit of one lead and waits for it. */
async function edit(api: ContractApi, lead: string, body: Json): Promise<Json> {
  await api.post('/bulk_action/edit/', { s_query: only(lead), ...body })
  api.pass(60_000)
  return api.get(`/lead/${lead}/`)
}

/** The file that an export has made, once it is done. */
async function exported(api: ContractApi, path: string, body: Json): Promise<string> {
  const order = await api.create(path, body)
  api.pass(60_000)
  const { download_url } = await api.get(`/export/${order}/`)
  const file = await fetch(download_url as string)
  return gunzipSync(Buffer.from(await file.arrayBuffer())).toString()
}

export const bulkRules = section('20', {
  'a bulk action answers 200 at once and is worked off over polls': async (api) => {
    const ids = await create(api, 'A', 'B', 'C')
    const lead_status_id = await leadStatus(api, 'Qualified')
    const body = { type: 'set_lead_status', lead_status_id, s_query: only(...ids.slice(0, 2)) }
    const { status, body: action } = await api.call('POST', '/bulk_action/edit/', body)
    expect(status).toBe(200)
    expect(Object.keys(action).sort()).toEqual(BULK_EDIT_KEYS)
    expect(action).toMatchObject({
      id: expect.stringMatching(/^bulkedit_[0-9A-Za-z]{43}$/) as string,
      type: 'set_lead_status',
      status: 'created',
      n_objects: null,
      n_objects_processed: 0,
      lead_status_id,
    })
    const path = `/bulk_action/edit/${action['id'] as string}/`
    expect(await watch(api, path)).toEqual(['created', 'loading', 'processing', 'done'])
    expect(await api.get(path)).toMatchObject({ n_objects: 2, n_objects_processed: 2, n_leads: 2 })
    const labels = await Promise.all(ids.map((id) => api.get(`/lead/${id}/?_fields=status_label`)))
    expect(valuesOf(labels, 'status_label')).toEqual(['Qualified', 'Qualified', 'Potential'])
  },
  'what a bulk action does is in the event log under its id': async (api) => {
    const [lead = ''] = await create(api, 'A')
    const lead_status_id = await leadStatus(api, 'Qualified')
    const body = { type: 'set_lead_status', lead_status_id, s_query: only(lead) }
    const bulk_action_id = await api.create('/bulk_action/edit/', body)
    api.pass(60_000)
    await api.get(`/bulk_action/edit/${bulk_action_id}/`)
    const [event] = await api.list(`/event/?lead_id=${lead}&object_type=lead`)
    expect(event).toMatchObject({ action: 'updated', meta: { bulk_action_id } })
  },
  'set_custom_field replaces, adds and removes; clear_custom_field clears': async (api) => {
    const [lead = ''] = await create(api, 'A')
    const custom_field_id = await api.create('/custom_field/lead/', SEVERAL)
    const set = async (body: Json) =>
      (await edit(api, lead, { type: 'set_custom_field', custom_field_id, ...body }))[
        `custom.${custom_field_id}`
      ]
    expect(await set({ custom_field_values: ['a', 'b'] })).toEqual(['a', 'b'])
    expect(await set({ custom_field_value: 'c', custom_field_operation: 'add' })).toEqual(['a', 'b', 'c'])
    expect(await set({ custom_field_values: ['a', 'b'], custom_field_operation: 'remove' })).toEqual(['c'])
    expect(await set({ type: 'clear_custom_field' })).toBeUndefined()
    const wrong = { type: 'set_custom_field', custom_field_id, custom_field_value: 'z', s_query: only(lead) }
    await api.refuse('POST', '/bulk_action/edit/', wrong)
  },
  'a custom field can be named instead': async (api) => {
    const [lead = ''] = await create(api, 'A')
    const id = await api.create('/custom_field/lead/', SEVERAL)
    const body = { type: 'set_custom_field', custom_field_name: 'Several', custom_field_value: 'a' }
    expect((await edit(api, lead, body))[`custom.${id}`]).toEqual(['a'])
  },
  'paused it rests, resuming it goes on': async (api) => {
    const ids = await create(api, 'A', 'B', 'C', 'D')
    const lead_status_id = await leadStatus(api, 'Qualified')
    const body = { type: 'set_lead_status', lead_status_id, s_query: only(...ids) }
    const path = `/bulk_action/edit/${await api.create('/bulk_action/edit/', body)}/`
    api.pass(800)
    const { n_objects_processed } = await api.get(path)
    expect([1, 2, 3]).toContain(n_objects_processed)
    await api.put(path, { status: 'paused' })
    api.pass(60_000)
    expect(await api.get(path)).toMatchObject({ status: 'paused', n_objects_processed })
    expect(await api.put(path, { status: 'resuming' })).toMatchObject({ status: 'resuming' })
    api.pass(60_000)
    expect(await api.get(path)).toMatchObject({ status: 'done', n_objects_processed: 4 })
    await api.refuse('PUT', path, { status: 'paused' })
  },
  'a bulk delete deletes what it finds and nothing else': async (api) => {
    const ids = await create(api, 'A', 'B', 'C')
    const action = await api.post('/bulk_action/delete/', { s_query: only(...ids.slice(0, 2)) })
    expect(action).toMatchObject({ bulk_object_type: 'lead' })
    api.pass(60_000)
    expect(valuesOf(await api.list('/lead/'), 'name')).toEqual(['C'])
  },
  'results_limit and sort choose which': async (api) => {
    await create(api, 'A', 'B', 'C')
    const field = { type: 'regular_field', object_type: 'lead', field_name: 'name' }
    const sort = [{ direction: 'desc', field }]
    await api.post('/bulk_action/delete/', { s_query: LEADS, results_limit: 2, sort })
    api.pass(60_000)
    expect(valuesOf(await api.list('/lead/'), 'name')).toEqual(['A'])
  },
  'an empty s_query is refused: it would mean every lead': async (api) => {
    await create(api, 'A')
    const edit = { type: 'set_lead_status', lead_status_id: await leadStatus(api, 'Qualified') }
    for (const s_query of [{}, undefined, null]) {
      await api.refuse('POST', '/bulk_action/delete/', { s_query })
      await api.refuse('POST', '/bulk_action/edit/', { ...edit, s_query })
    }
    api.pass(60_000)
    expect(valuesOf(await api.list('/lead/'), 'status_label')).toEqual(['Potential'])
  },
  'a wrong query, type or status is refused': async (api) => {
    const edit = { type: 'set_lead_status', s_query: LEADS }
    const lead_status_id = await leadStatus(api, 'Qualified')
    await api.refuse('POST', '/bulk_action/edit/', { ...edit, lead_status_id, type: 'set_mood' })
    await api.refuse('POST', '/bulk_action/edit/', { ...edit, lead_status_id: 'stat_x' })
    await api.refuse('POST', '/bulk_action/delete/', { s_query: { type: 'no such node' } })
  },
  'bulk actions need their permissions': async (api) => {
    const [lead = ''] = await create(api, 'A')
    await becomeRole(api, 'user')
    for (const path of ['/bulk_action/edit/', '/bulk_action/delete/']) {
      expect([path, (await api.call('POST', path, { s_query: only(lead) })).status]).toEqual([path, 403])
    }
  },

  'an export is worked off to done, with a download_url': async (api) => {
    const order = await api.post('/export/lead/', { format: 'csv', type: 'leads', s_query: LEADS })
    expect(order).toMatchObject({ status: 'created', download_url: null })
    const path = `/export/${order['id'] as string}/`
    expect(await watch(api, path)).toEqual(['created', 'started', 'in_progress', 'done'])
    expect((await api.get(path))['download_url']).toEqual(expect.any(String))
    expect(valuesOf(await api.list('/export/'), 'id')).toEqual([order['id']])
  },
  'a CSV export is gzip, with a header line and the leads found': async (api) => {
    const [a = ''] = await create(api, 'A, "Inc."', 'B')
    const fields = ['id', 'name']
    const body = { format: 'csv', type: 'leads', s_query: only(a), fields }
    expect((await exported(api, '/export/lead/', body)).trim().split('\r\n')).toEqual([
      'id,name',
      `${a},"A, ""Inc."""`,
    ])
  },
  'a JSON export of leads': async (api) => {
    const [a] = await create(api, 'A')
    const file = await exported(api, '/export/lead/', { format: 'json', type: 'leads', s_query: LEADS })
    expect(JSON.parse(file)).toMatchObject([{ id: a, display_name: 'A' }])
  },
  'a JSON export of contacts': async (api) => {
    await api.create('/lead/', { name: 'A', contacts: [{ name: 'B' }] })
    const file = await exported(api, '/export/lead/', { format: 'json', type: 'contacts' })
    expect(JSON.parse(file)).toMatchObject([{ name: 'B', lead_name: 'A' }])
  },
  'opportunities are exported on a path of their own': async (api) => {
    await api.create('/opportunity/', { lead_id: await api.create('/lead/'), value: 500 })
    const file = await exported(api, '/export/opportunity/', { format: 'json' })
    expect(JSON.parse(file)).toMatchObject([{ value: 500 }])
  },
  'an unknown format of an export is refused': async (api) => {
    expect(await api.refuse('POST', '/export/lead/', { format: 'xml', type: 'leads' })).toHaveProperty(
      'format',
    )
  },

  'a webhook has an address and events': async (api) => {
    const body = { url: 'https://x.example/', events: [{ object_type: 'lead', action: 'created' }] }
    const webhook = await api.post('/webhook/', body)
    expect(webhook).toMatchObject({ ...body, id: expect.stringMatching(/^whsub_[0-9A-Za-z]{22}$/) as string })
    expect(await api.refuse('POST', '/webhook/', { ...body, events: [] })).toHaveProperty('events')
  },
  'at most 40 webhooks': async (api) => {
    const body = { url: 'https://x.example/', events: [{ object_type: 'lead', action: 'created' }] }
    for (let i = 0; i < 40; i += 1) await api.create('/webhook/', body)
    expect((await api.call('POST', '/webhook/', body)).status).toBe(400)
  },
  'integration links are rendered on contacts and opportunities': async (api) => {
    const url = (key: string) => `https://x.example/{{ ${key} }}`
    await api.create('/integration_link/', { name: 'C', type: 'contact', url: url('contact.display_name') })
    await api.create('/integration_link/', { name: 'O', type: 'opportunity', url: url('opportunity.id') })
    const contact = await api.post('/contact/', { name: 'Asha V' })
    expect(contact['integration_links']).toEqual([{ name: 'C', url: 'https://x.example/Asha%20V' }])
    const opportunity = await api.post('/opportunity/', { lead_id: contact['lead_id'] })
    expect(await api.get(`/lead/${contact['lead_id'] as string}/`)).toMatchObject({ integration_links: [] })
    expect(opportunity['integration_links']).toEqual([
      { name: 'O', url: `https://x.example/${opportunity['id'] as string}` },
    ])
  },
})
