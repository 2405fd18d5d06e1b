import { expect, test } from 'vitest'
import { handle } from './engine.ts'
import type { Rec, Table } from './state.ts'
import { createTestServer, dataOf, fieldErrors, idOf, type TestServer } from './test-server.ts'

/**
 * What the rules of `contract/` cannot see through a door: requests that no client sends, callers with keys of their
 * own, and objects as only Close itself writes them.
 */

/** Writes keys of a record that no request can set. */
function set(server: TestServer, table: Table, id: string, keys: Partial<Rec>): void {
  server.state.apply([{ table, id, record: { ...server.state.get(table, id), ...keys, id } }])
}

/** The headers of someone who has a role. */
function asRole(server: TestServer, role: string): Record<string, string> {
  const membership = [...server.state.all('membership')].find((one) => one['role_id'] === role)
  const key = [...server.state.all('api_key')].find((one) => one['user_id'] === membership?.['user_id'])
  return { authorization: `Bearer ${key?.id}` }
}

test('a call without any credentials is refused, or let in with requireAuth off (contract 2)', () => {
  const { state, clock } = createTestServer()
  const request = { method: 'GET', path: '/me/', headers: {}, body: undefined }
  const ctx = { now: clock.now, newId: (prefix: string) => `${prefix}x` }
  expect(handle(state, request, ctx)).toMatchObject({ status: 401, body: { error: 'Unauthorized' } })
  expect(handle(state, request, ctx, { requireAuth: false }).status).toBe(200)
})

test('a key that is on record speaks for its owner (contract 2)', () => {
  const server = createTestServer()
  const [, second] = server.state.all('api_key')
  const headers = { authorization: `Basic ${btoa(`${second?.id}:`)}` }
  expect(server.ok('GET', '/me/', undefined, headers)['id']).toBe(second?.['user_id'])
})

test('JSON that does not say so is another content type (contract 4)', () => {
  const { state, clock } = createTestServer()
  const headers = { authorization: 'Bearer x' }
  const ctx = { now: clock.now, newId: (prefix: string) => `${prefix}x` }
  expect(handle(state, { method: 'POST', path: '/lead/', headers, body: '{}' }, ctx)).toMatchObject({
    status: 415,
    body: { error: "Please send valid JSON with a 'Content-Type: application/json' header." },
    changes: [],
  })
})

test('leads that are created at the same moment are listed the last one first (contract 8.3)', () => {
  const server = createTestServer()
  for (const name of ['A', 'B', 'C', 'D']) server.ok('POST', '/lead/', { name })
  expect(dataOf(server.ok('GET', '/lead/')).map((lead) => lead['name'])).toEqual(['D', 'C', 'B', 'A'])
})

test('is_unsubscribed stays with its address when the list is sent back (contract 10)', () => {
  const server = createTestServer()
  const id = idOf(server.ok('POST', '/contact/', { emails: [{ email: 'a@b.example' }] }))
  set(server, 'contact', id, {
    emails: [{ type: 'office', email: 'a@b.example', is_unsubscribed: true }],
  })
  const emails = [
    { email: 'new@b.example', is_unsubscribed: true },
    { email: 'a@b.example', type: 'home' },
  ]
  expect(server.ok('PUT', `/contact/${id}/`, { emails })['emails']).toEqual([
    { type: 'office', email: 'new@b.example', is_unsubscribed: false },
    { type: 'home', email: 'a@b.example', is_unsubscribed: true },
  ])
})

test('calls made inside Close keep status, duration and direction, others do not (contract 13)', () => {
  const server = createTestServer()
  const lead_id = idOf(server.ok('POST', '/lead/', {}))
  const id = idOf(server.ok('POST', '/activity/call/', { lead_id, duration: 60 }))
  const path = `/activity/call/${id}/`
  expect(server.ok('PUT', path, { duration: 90 })['duration']).toBe(90)
  set(server, 'activity', id, { source: 'Close.io' })
  expect(fieldErrors(server.call('PUT', path, { duration: 1, note: 'x' }))).toEqual({
    duration: 'Value cannot be changed.',
  })
  expect(server.ok('PUT', path, { note: 'x' })).toMatchObject({ note: 'x', duration: 90 })
})

test('others see the Smart Views that are shared, and no more (contract 17)', () => {
  const server = createTestServer()
  const view = { name: 'Warm', s_query: { query: { type: 'object_type', object_type: 'lead' } } }
  const own = idOf(server.ok('POST', '/saved_search/', view))
  const shared = idOf(server.ok('POST', '/saved_search/', { ...view, is_shared: true }))
  const headers = asRole(server, 'user')
  const listed = (as?: Record<string, string>) =>
    dataOf(server.ok('GET', '/saved_search/', undefined, as)).map(idOf)
  expect(listed()).toEqual([own, shared])
  expect(listed(headers)).toEqual([shared])
  expect(server.call('GET', `/saved_search/${own}/`, undefined, headers).status).toBe(404)
})
