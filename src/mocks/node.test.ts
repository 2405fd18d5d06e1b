import { afterEach, expect, test } from 'vitest'
import { createTestServer, installTestServer } from './node.ts'

let uninstall = () => {}
afterEach(() => uninstall())

const json = async (response: Response | Promise<Response>) => (await response).json()

test('a test server answers requests to either spelling of the base address', async () => {
  const server = createTestServer({ leads: 2 })
  expect(await json(server.fetch('/api/v1/lead/'))).toMatchObject({ total_results: 2 })
  expect(await json(server.fetch('https://api.close.com/api/v1/lead/?_limit=1'))).toMatchObject({
    has_more: true,
  })
  expect(server.state.size('lead')).toBe(2)
})

test('it is as fixed as its clock and seed', async () => {
  const create = () =>
    json(
      createTestServer().fetch('/api/v1/lead/', { method: 'POST', body: '{"name":"A"}', headers: JSON_TYPE }),
    )
  const lead = await create()
  expect(lead.date_created).toBe('2026-03-04T12:00:00.000000+00:00')
  expect(await create()).toEqual(lead)
})

const JSON_TYPE = { 'content-type': 'application/json' }

test('failure rules apply, and can be changed', async () => {
  const server = createTestServer({ leads: 1, faults: 'GET /lead/ 500@1, GET /me/ network, GET /user/ 429' })
  expect((await server.fetch('/api/v1/lead/')).status).toBe(500)
  expect((await server.fetch('/api/v1/lead/')).status).toBe(200)
  await expect(server.fetch('/api/v1/me/')).rejects.toThrow(TypeError)
  const limited = await server.fetch('/api/v1/user/')
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
  server.setFaults('')
  expect((await server.fetch('/api/v1/me/')).status).toBe(200)
})

test('a refused write leaves the store alone', async () => {
  const server = createTestServer({ faults: 'POST /lead/ 500' })
  await server.fetch('/api/v1/lead/', { method: 'POST', body: '{"name":"A"}', headers: JSON_TYPE })
  expect(server.state.size('lead')).toBe(0)
})

test('an aborted request rejects, and does nothing when it was still on its way', async () => {
  const server = createTestServer({ latency: 20 })
  const controller = new AbortController()
  const answer = server.fetch('/api/v1/lead/', {
    method: 'POST',
    body: '{"name":"A"}',
    headers: JSON_TYPE,
    signal: controller.signal,
  })
  controller.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(server.state.size('lead')).toBe(0)
})

test('installed, it takes the place of the global fetch until it is removed', async () => {
  const original = globalThis.fetch
  const server = installTestServer({ leads: 1 })
  uninstall = server.uninstall
  expect(await json(fetch('/api/v1/lead/'))).toMatchObject({ total_results: 1 })
  server.uninstall()
  expect(globalThis.fetch).toBe(original)
})
