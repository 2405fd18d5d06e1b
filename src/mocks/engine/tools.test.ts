import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  createTestServer,
  dataOf,
  fieldErrors,
  idOf,
  sortedTexts,
  type Json,
  type TestServer,
} from './test-server.ts'

const leadsNode = { type: 'object_type', object_type: 'lead' }
const nodeOf = (...queries: Json[]) => ({ type: 'and', queries: [leadsNode, ...queries] })
const ids = (...values: string[]) =>
  nodeOf({ type: 'or', queries: values.map((value) => ({ type: 'id', value })) })

function withLeads(count: number, server: TestServer = createTestServer()) {
  const leads = Array.from({ length: count }, (_, i) =>
    idOf(server.ok('POST', '/lead/', { name: `Lead ${i}` })),
  )
  return { server, leads }
}

describe('17 Smart Views', () => {
  const { server } = withLeads(1)
  const view = { name: 'Warm', s_query: { query: nodeOf(), sort: [] } }
  const post = (body: Json) => server.call('POST', '/saved_search/', body)

  test('a new view is of leads, private, and has no text query', () => {
    expect(post(view).body).toMatchObject({
      name: 'Warm',
      type: 'lead',
      query: null,
      is_shared: false,
      is_user_dependent: false,
      sharing_settings: { whole_org: false },
    })
  })

  test.each([
    [{ name: undefined }, 'name'],
    [{ s_query: { query: { type: 'and', queries: [] } } }, 's_query'],
    [{ s_query: {} }, 's_query'],
    [{ type: 'contact' }, 's_query'],
    [{ type: 'pet' }, 'type'],
    [{ description: 'x'.repeat(301) }, 'description'],
    [{ selected_fields: [{ type_id: 'lead', field_id: 'x'.repeat(49) }] }, 'selected_fields'],
    [{ sharing_settings: { whole_org: true, user_ids: ['user_x'] } }, 'sharing_settings'],
  ])('%j is refused', (change, name) => {
    const answer = post({ ...view, ...change })
    expect(answer.status).toBe(400)
    expect(Object.keys(fieldErrors(answer))).toEqual([name])
  })

  test('a query that uses the caller makes the view user dependent', () => {
    const mine = { type: 'field_condition', condition: { type: 'current_user' } }
    expect(post({ ...view, s_query: { query: nodeOf(mine) } }).body['is_user_dependent']).toBe(true)
  })

  test('others see shared views only; the list is of lead views unless type says otherwise', () => {
    const own = createTestServer()
    const membership = [...own.state.all('membership')].find((m) => m['role_id'] === 'user')
    const key = [...own.state.all('api_key')].find((k) => k['user_id'] === membership?.['user_id'])
    const headers = { authorization: `Bearer ${key?.id}` }
    own.ok('POST', '/saved_search/', view)
    const shared = own.ok('POST', '/saved_search/', { ...view, name: 'All', is_shared: true })
    expect(dataOf(own.ok('GET', '/saved_search/'))).toHaveLength(2)
    expect(dataOf(own.ok('GET', '/saved_search/', undefined, headers)).map(idOf)).toEqual([shared['id']])
    expect(dataOf(own.ok('GET', '/saved_search/?type=contact'))).toEqual([])
    expect(own.call('DELETE', `/saved_search/${idOf(shared)}/`).body).toEqual({})
  })
})

describe('20 Bulk actions', () => {
  const setStatus = (server: TestServer, leads: string[]) => {
    const status = idOf(dataOf(server.ok('GET', '/status/lead/'))[3] ?? {})
    const body = {
      type: 'set_lead_status',
      lead_status_id: status,
      s_query: ids(...leads),
      send_done_email: false,
    }
    return { status, action: server.ok('POST', '/bulk_action/edit/', body) }
  }

  test('an edit goes from created through processing to done over polls, and edits just the leads it found', () => {
    const { server, leads } = withLeads(5)
    const { status, action } = setStatus(server, leads.slice(0, 4))
    expect(action).toMatchObject({ status: 'created', n_objects: null, n_objects_processed: 0 })
    const poll = () => server.ok('GET', `/bulk_action/edit/${idOf(action)}/`)
    const seen: unknown[] = []
    for (let i = 0; i < 20; i += 1) {
      server.clock.now += 100
      seen.push(poll()['status'])
    }
    expect([...new Set(seen)]).toEqual(['created', 'loading', 'processing', 'done'])
    expect(poll()).toMatchObject({ n_objects: 4, n_objects_processed: 4, n_leads: 4, lead_status_id: status })
    const changed = leads.map((lead) => server.ok('GET', `/lead/${lead}/`)['status_id'] === status)
    expect(changed).toEqual([true, true, true, true, false])
    const [event] = dataOf(server.ok('GET', `/event/?lead_id=${leads[0]}&object_type=lead`))
    expect(event?.['meta']).toMatchObject({ bulk_action_id: action['id'] })
  })

  test('it goes on with any request, not only with polls', () => {
    const { server, leads } = withLeads(2)
    const { status } = setStatus(server, leads)
    server.clock.now += 5000
    server.ok('GET', '/me/')
    expect(server.state.get('lead', leads[0] ?? '')?.['status_id']).toBe(status)
  })

  test('paused, it rests; resuming, it goes on', () => {
    const { server, leads } = withLeads(4)
    const { action } = setStatus(server, leads)
    const path = `/bulk_action/edit/${idOf(action)}/`
    server.clock.now += 800
    expect(server.ok('GET', path)['n_objects_processed']).toBe(2)
    server.ok('PUT', path, { status: 'paused' })
    server.clock.now += 60_000
    expect(server.ok('GET', path)).toMatchObject({ status: 'paused', n_objects_processed: 2 })
    expect(server.ok('PUT', path, { status: 'resuming' })['status']).toBe('resuming')
    server.clock.now += 60_000
    expect(server.ok('GET', path)).toMatchObject({ status: 'done', n_objects_processed: 4 })
    expect(server.call('PUT', path, { status: 'paused' }).status).toBe(400)
  })

  test('custom fields: replace, add, remove and clear, by id without `custom.` or by name', () => {
    const { server, leads } = withLeads(1)
    const definition = {
      name: 'Wants',
      type: 'choices',
      choices: ['a', 'b', 'c'],
      accepts_multiple_values: true,
    }
    const field = idOf(server.ok('POST', '/custom_field/lead/', definition))
    const run = (body: Json) => {
      server.ok('POST', '/bulk_action/edit/', { type: 'set_custom_field', s_query: ids(...leads), ...body })
      server.clock.now += 5000
      return server.ok('GET', `/lead/${leads[0]}/`)[`custom.${field}`]
    }
    expect(run({ custom_field_id: field, custom_field_values: ['a', 'b'] })).toEqual(['a', 'b'])
    const add = { custom_field_name: 'Wants', custom_field_operation: 'add' }
    expect(run({ ...add, custom_field_value: 'c' })).toEqual(['a', 'b', 'c'])
    const remove = { custom_field_id: field, custom_field_operation: 'remove' }
    expect(run({ ...remove, custom_field_values: ['a', 'b'] })).toEqual(['c'])
    expect(run({ type: 'clear_custom_field', custom_field_id: field })).toBeUndefined()
    const wrong = {
      type: 'set_custom_field',
      custom_field_id: field,
      custom_field_value: 'z',
      s_query: ids(...leads),
    }
    expect(server.call('POST', '/bulk_action/edit/', wrong).status).toBe(400)
  })

  test('a delete removes the leads it found', () => {
    const { server, leads } = withLeads(3)
    const action = server.ok('POST', '/bulk_action/delete/', { s_query: ids(...leads.slice(0, 2)) })
    expect(action['bulk_object_type']).toBe('lead')
    server.clock.now += 5000
    expect(server.ok('GET', `/bulk_action/delete/${idOf(action)}/`)['status']).toBe('done')
    expect(dataOf(server.ok('GET', '/lead/')).map(idOf)).toEqual([leads[2]])
  })

  test.each([
    ['edit', { s_query: {} }],
    ['edit', { s_query: undefined }],
    ['edit', { type: 'set_mood' }],
    ['edit', { lead_status_id: 'stat_x' }],
    ['delete', { s_query: { type: 'no such node' } }],
    ['delete', { s_query: {} }],
  ])('bulk %s with %j is refused', (action, change) => {
    const { server, leads } = withLeads(1)
    const status = dataOf(server.ok('GET', '/status/lead/'))[0]?.['id']
    const body = { type: 'set_lead_status', lead_status_id: status, s_query: ids(...leads), ...change }
    expect(server.call('POST', `/bulk_action/${action}/`, body).status).toBe(400)
    server.clock.now += 5000
    server.ok('GET', '/me/')
    expect(server.state.size('lead')).toBe(1)
  })

  test('results_limit and sort choose which', () => {
    const { server } = withLeads(3)
    const sort = [
      { direction: 'desc', field: { type: 'regular_field', object_type: 'lead', field_name: 'name' } },
    ]
    server.ok('POST', '/bulk_action/delete/', { s_query: nodeOf(), results_limit: 2, sort })
    server.clock.now += 5000
    expect(dataOf(server.ok('GET', '/lead/')).map((lead) => lead['name'])).toEqual(['Lead 0'])
  })

  test('permissions bulk_edit and bulk_delete are needed', () => {
    const { server, leads } = withLeads(1)
    const membership = [...server.state.all('membership')].find((m) => m['role_id'] === 'user')
    const key = [...server.state.all('api_key')].find((k) => k['user_id'] === membership?.['user_id'])
    const headers = { authorization: `Bearer ${key?.id}` }
    for (const action of ['edit', 'delete']) {
      const answer = server.call('POST', `/bulk_action/${action}/`, { s_query: ids(...leads) }, headers)
      expect(answer.status).toBe(403)
    }
  })
})

describe('20 Export', () => {
  test('created → started → in_progress → done with a gzip file of the leads found', () => {
    const { server, leads } = withLeads(3)
    const body = { format: 'csv', type: 'leads', s_query: ids(...leads.slice(0, 2)), fields: ['id', 'name'] }
    const order = server.ok('POST', '/export/lead/', body)
    expect(order).toMatchObject({ status: 'created', download_url: null })
    const poll = () => server.ok('GET', `/export/${idOf(order)}/`)
    const seen = [200, 300, 600].map((ms) => {
      server.clock.now += ms
      return poll()['status']
    })
    expect(seen).toEqual(['started', 'in_progress', 'done'])
    const [, base64 = ''] = (poll()['download_url'] as string).split('base64,')
    const csv = gunzipSync(Buffer.from(base64, 'base64')).toString()
    expect(csv.split('\r\n').sort()).toEqual(
      ['', 'id,name', `${leads[0]},Lead 0`, `${leads[1]},Lead 1`].sort(),
    )
  })

  test('contacts as JSON, and the export permission', () => {
    const server = createTestServer()
    server.ok('POST', '/lead/', { name: 'A', contacts: [{ name: 'B, "C"' }] })
    const order = server.ok('POST', '/export/lead/', { format: 'json', type: 'contacts' })
    server.clock.now += 1000
    const done = server.ok('GET', `/export/${idOf(order)}/`)
    const [, base64 = ''] = (done['download_url'] as string).split('base64,')
    const rows = JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString()) as Json[]
    expect(rows).toMatchObject([{ name: 'B, "C"', lead_name: 'A' }])
    expect(dataOf(server.ok('GET', '/export/'))).toHaveLength(1)
    expect(fieldErrors(server.call('POST', '/export/lead/', { format: 'xml' }))).toHaveProperty('format')
  })
})

describe('20 Webhooks and integration links', () => {
  test('a webhook answers 201 with a Location and deletes with 200', () => {
    const server = createTestServer()
    const events = [{ object_type: 'lead', action: 'created' }]
    const webhook = server.call('POST', '/webhook/', { url: 'https://hook.example/', events })
    expect(webhook.status).toBe(201)
    expect(webhook.headers['location']).toBe(`/api/v1/webhook/${idOf(webhook.body)}/`)
    expect(server.call('DELETE', `/webhook/${idOf(webhook.body)}/`)).toMatchObject({ status: 200, body: {} })
    expect(fieldErrors(server.call('POST', '/webhook/', { url: 'x', events: [] }))).toHaveProperty('events')
  })

  test('links of contacts and opportunities are rendered on these', () => {
    const server = createTestServer()
    const link = (type: string, key: string) =>
      server.ok('POST', '/integration_link/', {
        name: type,
        type,
        url: `https://x.example/{{ ${type}.${key} }}`,
      })
    link('contact', 'display_name')
    link('opportunity', 'id')
    const lead = server.ok('POST', '/lead/', { contacts: [{ name: 'Asha V' }] })
    expect(lead['integration_links']).toEqual([])
    expect((lead['contacts'] as Json[])[0]?.['integration_links']).toEqual([
      { name: 'contact', url: 'https://x.example/Asha%20V' },
    ])
    const opportunity = server.ok('POST', '/opportunity/', { lead_id: lead['id'] })
    expect(opportunity['integration_links']).toEqual([
      { name: 'opportunity', url: `https://x.example/${idOf(opportunity)}` },
    ])
  })
})

describe('switches', () => {
  test('legacyCustomDict adds values by field name', () => {
    const server = createTestServer({ legacyCustomDict: true })
    const field = idOf(server.ok('POST', '/custom_field/lead/', { name: 'Source', type: 'text' }))
    const lead = server.ok('POST', '/lead/', { [`custom.${field}`]: 'Fair' })
    expect(lead['custom']).toEqual({ Source: 'Fair' })
    const named = server.ok('GET', `/lead/${idOf(lead)}/?_fields=custom`)
    expect(named).toEqual({ [`custom.${field}`]: 'Fair', custom: { Source: 'Fair' } })
  })

  test('staleReadsMs: lists, searches and reads of a deleted lead lag, a second delete does not', () => {
    const { server, leads } = withLeads(2)
    const [first, second] = leads
    server.switches = { staleReadsMs: 30_000 }
    const listed = () => sortedTexts(dataOf(server.ok('GET', '/lead/')), 'name')
    const found = () => dataOf(server.ok('POST', '/data/search/', { query: leadsNode })).map(idOf)
    expect(listed()).toEqual(['Lead 0', 'Lead 1'])
    server.ok('DELETE', `/lead/${first}/`)
    server.ok('PUT', `/lead/${second}/`, { name: 'Renamed' })
    const third = idOf(server.ok('POST', '/lead/', { name: 'New' }))
    expect(listed()).toEqual(['Lead 0', 'Lead 1'])
    expect(found().sort()).toEqual([...leads].sort())
    expect(server.call('GET', `/lead/${first}/`).status).toBe(200)
    expect(server.ok('GET', `/lead/${second}/`)['name']).toBe('Renamed')
    expect(server.call('DELETE', `/lead/${first}/`).status).toBe(404)
    server.clock.now += 30_000
    expect(listed()).toEqual(['New', 'Renamed'])
    expect(found().sort()).toEqual([second ?? '', third].sort())
    expect(server.call('GET', `/lead/${first}/`).status).toBe(404)
  })

  test.each([
    [
      'rateLimitHeader',
      () => createTestServer({ rateLimitHeader: false }).call('GET', '/me/').headers['ratelimit'],
      undefined,
    ],
    [
      'wrongContentType',
      () =>
        createTestServer({ wrongContentType: 400 }).call(
          'POST',
          '/lead/',
          {},
          { 'content-type': 'text/plain' },
        ).status,
      400,
    ],
    [
      'refuseDuplicateLabels',
      () =>
        createTestServer({ refuseDuplicateLabels: false }).call('POST', '/status/lead/', {
          label: 'Potential',
        }).status,
      200,
    ],
    [
      'refuseUnknownCustomFields',
      () =>
        createTestServer({ refuseUnknownCustomFields: false }).call('POST', '/lead/', { 'custom.cf_x': 1 })
          .status,
      200,
    ],
    [
      'strictEventFilters',
      () => createTestServer({ strictEventFilters: false }).call('GET', '/event/?action=created').status,
      200,
    ],
    [
      'statusErrorKey',
      () => {
        const answer = createTestServer({ statusErrorKey: 'status_id' }).call('POST', '/lead/', {
          status: 'x',
        })
        return Object.keys(fieldErrors(answer))
      },
      ['status_id'],
    ],
    [
      'sendContactIds',
      () => 'contact_ids' in createTestServer({ sendContactIds: false }).ok('POST', '/lead/', {}),
      false,
    ],
    [
      'forbiddenStatus',
      () => {
        const server = createTestServer({ forbiddenStatus: 401 })
        const membership = [...server.state.all('membership')].at(-1)
        const key = [...server.state.all('api_key')].find((k) => k['user_id'] === membership?.['user_id'])
        return server.call('POST', '/status/lead/', {}, { authorization: `Bearer ${key?.id}` }).status
      },
      401,
    ],
    [
      'emptyDeletes',
      () => {
        const { server, leads } = withLeads(1, createTestServer({ emptyDeletes: true }))
        return server.call('DELETE', `/lead/${leads[0]}/`).status
      },
      204,
    ],
    [
      'nameLeadAfterContact',
      () => {
        const server = createTestServer({ nameLeadAfterContact: false })
        const contact = server.ok('POST', '/contact/', { name: 'Asha' })
        return server.ok('GET', `/lead/${contact['lead_id'] as string}/`)['name']
      },
      null,
    ],
    [
      'emptyMergeAnswer',
      () => {
        const { server, leads } = withLeads(2, createTestServer({ emptyMergeAnswer: true }))
        return server.ok('POST', '/lead/merge/', { source: leads[0], destination: leads[1] })
      },
      {},
    ],
    [
      'refuseStatusInUse',
      () => {
        const { server, leads } = withLeads(1, createTestServer({ refuseStatusInUse: false }))
        const status = server.ok('GET', `/lead/${leads[0]}/`)['status_id'] as string
        return server.call('DELETE', `/status/lead/${status}/`).status
      },
      200,
    ],
  ])('%s', (_name, act, expected) => {
    expect(act()).toEqual(expected)
  })
})
