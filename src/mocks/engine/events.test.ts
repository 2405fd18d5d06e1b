import { describe, expect, test } from 'vitest'
import { createTestServer, dataOf, idOf, sortedTexts } from './test-server.ts'

describe('19 Event log', () => {
  const server = createTestServer()
  const lead = server.ok('POST', '/lead/', { name: 'A', contacts: [{ name: 'B' }] })
  const id = idOf(lead)
  server.clock.now += 1000
  server.ok('PUT', `/lead/${id}/`, { status: 'Qualified' })

  test('an update names the changed fields with their old values', () => {
    const [event] = dataOf(server.ok('GET', `/event/?lead_id=${id}&object_type=lead`))
    expect(event).toMatchObject({
      action: 'updated',
      object_type: 'lead',
      object_id: id,
      lead_id: id,
      user_id: lead['created_by'],
      api_key_id: null,
      changed_fields: ['status_id', 'status_label', 'date_updated'],
      data: { status_label: 'Qualified' },
      previous_data: {
        status_id: lead['status_id'],
        status_label: 'Potential',
        date_updated: lead['date_updated'],
      },
      meta: { request_method: 'PUT', request_path: `/api/v1/lead/${id}/` },
    })
  })

  test('a lead event holds the lead’s own fields but no children', () => {
    const created = dataOf(server.ok('GET', `/event/?object_id=${id}&action=created`))[0]
    expect(created?.['data']).toMatchObject({ name: 'A', contact_ids: lead['contact_ids'], addresses: [] })
    expect(created?.['data']).not.toHaveProperty('contacts')
    expect(created?.['data']).not.toHaveProperty('tasks')
  })

  test('lead_id includes the events of children', () => {
    const types = sortedTexts(dataOf(server.ok('GET', `/event/?lead_id=${id}`)), 'object_type')
    expect([...new Set(types)]).toEqual([
      'activity.created',
      'activity.lead_status_change',
      'contact',
      'lead',
    ])
  })

  test('newest first, walked by cursor in both directions', () => {
    const all = dataOf(server.ok('GET', '/event/')).map(idOf)
    const first = server.ok('GET', '/event/?_limit=2&_cursor=')
    expect(dataOf(first).map(idOf)).toEqual(all.slice(0, 2))
    expect(first['cursor_previous']).toBeNull()
    const second = server.ok('GET', `/event/?_limit=2&_cursor=${first['cursor_next'] as string}`)
    expect(dataOf(second).map(idOf)).toEqual(all.slice(2, 4))
    const back = server.ok('GET', `/event/?_limit=2&_cursor=${second['cursor_previous'] as string}`)
    expect(dataOf(back).map(idOf)).toEqual(all.slice(0, 2))
    const last = server.ok('GET', `/event/?_cursor=${first['cursor_next'] as string}`)
    expect(last['cursor_next']).toBeNull()
  })

  test.each([
    ['', 200],
    [`object_type=lead&object_id=${id}`, 200],
    ['object_type=lead&action=created', 200],
    [`lead_id=${id}&object_type=lead&action=updated`, 200],
    [`user_id=${lead['created_by'] as string}`, 200],
    ['request_id=req_x', 200],
    ['object_type=lead&action=created&date_updated__gt=2026-01-01', 200],
    ['action=created', 400],
    [`object_id=${id}`, 400],
    [`lead_id=${id}&action=updated`, 400],
    ['request_id=req_x&object_type=lead', 400],
    ['_cursor=nonsense', 400],
  ])('filters "%s" → %i', (query, status) => {
    expect(server.call('GET', `/event/?${query}`).status).toBe(status)
  })

  test('date filters and a single event', () => {
    const created = dataOf(server.ok('GET', '/event/?date_updated__lt=2026-03-04T09:15:28%2B00:00'))
    expect(created.every((event) => event['action'] === 'created')).toBe(true)
    const one = server.ok('GET', `/event/${idOf(created[0] ?? {})}/`)
    expect(one).toEqual(created[0])
  })

  test('events are kept 30 days; non-admins get no data of events older than an hour', () => {
    const own = createTestServer()
    own.ok('POST', '/lead/', { name: 'A' })
    const membership = [...own.state.all('membership')].find((m) => m['role_id'] === 'user')
    const key = [...own.state.all('api_key')].find((k) => k['user_id'] === membership?.['user_id'])
    const headers = { authorization: `Bearer ${key?.id}` }
    const asUser = () => dataOf(own.ok('GET', '/event/', undefined, headers))[0]
    expect(asUser()).toHaveProperty('data')
    own.clock.now += 3_600_001
    expect(asUser()).not.toHaveProperty('data')
    expect(asUser()).not.toHaveProperty('previous_data')
    expect(dataOf(own.ok('GET', '/event/'))[0]).toHaveProperty('data')
    own.clock.now += 30 * 24 * 3_600_000
    expect(dataOf(own.ok('GET', '/event/'))).toEqual([])
  })
})
