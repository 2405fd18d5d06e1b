import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { serve, type HttpServer, type ServeOptions } from './http.ts'

const AUTH = { authorization: `Basic ${Buffer.from('any-key:').toString('base64')}` }
const JSON_TYPE = { ...AUTH, 'content-type': 'application/json' }

let server: HttpServer | undefined
afterEach(() => server?.close())

async function start(options: Partial<ServeOptions> = {}): Promise<string> {
  server = await serve({ port: 0, leads: 3, seed: 1, ...options })
  return server.url
}

test('it serves leads to anyone with a key', async () => {
  const url = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/$/)
  expect((await fetch(`${url}lead/`)).status).toBe(401)
  const list = await fetch(`${url}lead/?_limit=2`, { headers: AUTH })
  expect(await list.json()).toMatchObject({ has_more: true, total_results: 3 })
})

test('writes last as long as the server', async () => {
  const url = await start({ now: '2026-01-31T12:00:00Z' })
  const body = JSON.stringify({ name: 'Łódź 株式会社' })
  const lead = await (await fetch(`${url}lead/`, { method: 'POST', headers: JSON_TYPE, body })).json()
  expect(lead).toMatchObject({ name: 'Łódź 株式会社', date_created: '2026-01-31T12:00:00.000000+00:00' })
  expect(await (await fetch(`${url}lead/${lead.id}/`, { headers: AUTH })).json()).toEqual(lead)
})

test('an empty one has statuses and users but no leads', async () => {
  const url = await start({ empty: true, leads: 0 })
  const get = async (path: string) => (await fetch(url + path, { headers: AUTH })).json()
  expect(await get('lead/')).toMatchObject({ data: [], total_results: 0 })
  expect((await get('status/lead/')).data.length).toBeGreaterThan(0)
  expect((await get('user/')).data.length).toBeGreaterThan(0)
})

test('HEAD answers without a body, an unknown address with 404', async () => {
  const url = await start()
  const head = await fetch(`${url}lead/`, { method: 'HEAD', headers: AUTH })
  expect([head.status, await head.text()]).toEqual([200, ''])
  for (const path of ['/', '/api/', '/api/v1x/', '/api/v2/lead/']) {
    const answer = await fetch(new URL(path, url), { headers: AUTH })
    expect([path, answer.status, await answer.json()]).toEqual([path, 404, { error: expect.any(String) }])
  }
})

test('failures and latency can be asked for', async () => {
  const url = await start({ fail: 'GET /me/ 429, GET /user/ network', latency: 30 })
  const before = performance.now()
  const limited = await fetch(`${url}me/`, { headers: AUTH })
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
  expect(performance.now() - before).toBeGreaterThan(25)
  await expect(fetch(`${url}user/`, { headers: AUTH })).rejects.toThrow()
  await expect(serve({ port: 0, leads: 0, seed: 1, fail: 'oops' })).rejects.toThrow('"oops"')
})

test('nothing a client sends brings it down', async () => {
  const url = await start()
  const { port } = new URL(url)
  const statuses = await Promise.all([
    raw(port, 'GET //api//v1//lead/ HTTP/1.1'),
    raw(port, 'GET http://elsewhere.example/api/v1/lead/ HTTP/1.1'),
    raw(port, 'GET /api/v1/lead/%E0%A4%A/ HTTP/1.1'),
    raw(port, 'GET /api/v1/lead/?_limit=%zz&&=&_fields HTTP/1.1'),
    raw(port, 'OPTIONS * HTTP/1.1'),
    raw(port, 'BREW /api/v1/lead/ HTTP/1.1'),
    raw(port, 'complete nonsense'),
  ])
  for (const status of statuses) expect(status).toMatch(/^(200|4\d\d)$/)
  const bad = await fetch(`${url}lead/`, { method: 'POST', headers: JSON_TYPE, body: '{"name": ' })
  expect(bad.status).toBe(400)
  await hangUp(`${url}lead/`)
  expect((await fetch(`${url}lead/`, { headers: AUTH })).status).toBe(200)
})

test('a body beyond all measure is refused', async () => {
  const url = await start()
  const body = `{"name":"${'x'.repeat(21_000_000)}"}`
  const answer = await fetch(`${url}lead/`, { method: 'POST', headers: JSON_TYPE, body })
  expect(answer.status).toBe(413)
})

/** Sends a request line of any kind; the status that comes back. */
function raw(port: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${line}\r\nhost: x\r\nconnection: close\r\nauthorization: ${AUTH.authorization}\r\n\r\n`)
    })
    let text = ''
    socket.on('data', (data) => (text += data.toString()))
    socket.on('end', () => resolve(text.split(' ')[1] ?? ''))
    socket.on('error', reject)
  })
}

/** Announces a long body, sends a part of it and goes away. */
function hangUp(url: string): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: 'POST', headers: { ...JSON_TYPE, 'content-length': '1000' } })
    request.on('error', () => resolve())
    request.write('{"name":')
    setTimeout(() => request.destroy(), 20)
  })
}
