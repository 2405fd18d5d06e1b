import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTestGateway } from './fake-close.ts'
import { listen, type Listening } from './listen.ts'

const HOUR = 3_600_000

async function signedIn(options: Parameters<typeof createTestGateway>[0] = {}) {
  const gateway = createTestGateway(options)
  const browser = gateway.createBrowser()
  await browser.signIn()
  gateway.close.calls.length = 0
  return { ...gateway, browser }
}

test('a page of somebody who was signed in before acts for nobody else', async () => {
  const { browser, close } = await signedIn()
  const send = (user: string) =>
    browser.send('/api/v1/lead/lead_1/', { method: 'PUT', body: '{}', headers: { 'x-leadlight-user': user } })
  expect((await send('user_before')).status).toBe(401)
  expect(close.calls).toEqual([])
  expect((await send('user_1')).status).toBe(200)
  expect(close.calls[0]?.headers.has('x-leadlight-user')).toBe(false)
})

describe('what is passed on', () => {
  test('path, query, body and the headers on the list, with the token of the session', async () => {
    const { browser, close } = await signedIn()
    const answer = await browser.send('/api/v1/lead/lead_1/?_fields=id,name', {
      method: 'PUT',
      body: '{"name":"Bluth"}',
      headers: {
        'content-type': 'application/json',
        'x-tz-offset': '5.5',
        'x-http-method-override': 'DELETE',
        'x-forwarded-for': '1.2.3.4',
        authorization: 'Basic evil',
      },
    })
    expect(await answer.json()).toEqual({
      path: '/api/v1/lead/lead_1/',
      search: '?_fields=id,name',
      method: 'PUT',
      body: '{"name":"Bluth"}',
    })
    const [call] = close.calls
    expect(call?.url.origin).toBe('https://api.close.com')
    expect(call?.redirect).toBe('manual') // the token must not follow to wherever an answer points
    expect(Object.fromEntries(call?.headers ?? [])).toEqual({
      authorization: 'Bearer access-1',
      'content-type': 'application/json',
      'user-agent': 'leadlight-gateway',
      'x-tz-offset': '5.5',
    })
  })

  test('of the answer the status, the body and the headers on the list', async () => {
    const { browser, close } = await signedIn()
    close.answer = () =>
      Response.json(
        { error: 'slow down' },
        {
          status: 429,
          headers: { ratelimit: 'limit=1, remaining=0, reset=0.87', 'retry-after': '1', 'set-cookie': 'a=b' },
        },
      )
    const answer = await browser.send('/api/v1/lead/')
    expect(answer.status).toBe(429)
    expect(await answer.json()).toEqual({ error: 'slow down' })
    expect(answer.headers.get('ratelimit')).toBe('limit=1, remaining=0, reset=0.87')
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('answers without a body', async () => {
    const { browser, close } = await signedIn()
    close.answer = () => new Response(null, { status: 204 })
    expect((await browser.send('/api/v1/lead/lead_1/', { method: 'DELETE' })).status).toBe(204)
  })

  test('a body flows through before it is complete', async () => {
    const { browser, close, app } = await signedIn()
    const body = new TransformStream<Uint8Array, Uint8Array>()
    close.answer = () => new Response(body.readable, { headers: { 'content-type': 'application/json' } })
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await app.request('/api/v1/lead/', { headers: { cookie } })
    const writer = body.writable.getWriter()
    void writer.write(new TextEncoder().encode('{"a":'))
    const { value } = (await answer.body?.getReader().read()) ?? {}
    expect(new TextDecoder().decode(value)).toBe('{"a":')
  })

  test('nothing without a session', async () => {
    const { createBrowser, close } = createTestGateway()
    const answer = await createBrowser().send('/api/v1/lead/')
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ error: 'You are not signed in.' })
    expect(close.calls).toEqual([])
  })
})

describe('what is refused', () => {
  let server: Listening | undefined
  afterEach(() => server?.close(0))

  /** A request line as no client library would send it. */
  function sendRaw(target: string, headers: string[] = [], method = 'GET'): Promise<string> {
    const { port } = new URL(server?.url ?? '')
    return new Promise((resolve, reject) => {
      let text = ''
      const socket = connect(Number(port), '127.0.0.1', () => {
        const lines = [
          `${method} ${target} HTTP/1.1`,
          'Host: leads.example.com',
          'Connection: close',
          ...headers,
        ]
        socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      })
      socket.setEncoding('utf8').on('data', (part: string) => (text += part))
      socket.on('error', reject).on('close', () => resolve(text))
    })
  }

  test('paths that lead out of the API, whatever their spelling', async () => {
    const { app, browser, close } = await signedIn()
    server = await listen(app, { host: '127.0.0.1', port: 0 })
    const cookie = `Cookie: ${[...browser.cookies].map((pair) => pair.join('=')).join('; ')}`
    expect(await sendRaw('/api/v1/me/', [cookie])).toMatch(/^HTTP\/1.1 200 /)
    close.calls.length = 0
    for (const target of [
      '/api/v1/../../oauth2/token/',
      '/api/v1/%2e%2e/%2e%2e/oauth2/token/',
      '/api/v1/..%2f..%2foauth2/token/',
      '/api/v1/..%5c..%5coauth2/token/',
      '/api/v1/..\\..\\oauth2/',
      '/api/v1//evil.example/',
      '/api/v1/https://evil.example/',
      '/api/v1/@evil.example/',
      '/api/v1/.evil.example/',
      '/api/v1/lead;x/',
      '/api/v1/lead',
      '/api/v1/',
      '//evil.example/api/v1/me/',
      'http://evil.example/oauth2/token/',
      '/api/v1%2fme/',
      '/API/v1/me/',
    ]) {
      expect.soft(await sendRaw(target, [cookie]), target).toMatch(/^HTTP\/1.1 40[04] /)
    }
    expect(close.calls).toEqual([])
    // An absolute address names a path here and nothing else.
    expect(await sendRaw('http://evil.example/api/v1/me/', [cookie])).toMatch(/^HTTP\/1.1 200 /)
    expect(close.calls.map(({ url }) => url.host)).toEqual(['api.close.com'])
  })

  test.each<[string, string, Record<string, string>]>([
    ['POST', '/api/v1/lead/', { origin: 'https://evil.example' }],
    ['POST', '/api/v1/lead/', { origin: 'null' }],
    [
      'PUT',
      '/api/v1/lead/lead_1/',
      { origin: 'https://app.leads.example.com', 'sec-fetch-site': 'same-site' },
    ],
    [
      'DELETE',
      '/api/v1/lead/lead_1/',
      { origin: 'https://leads.example.com', 'sec-fetch-site': 'cross-site' },
    ],
    ['POST', '/api/v1/lead/', { origin: 'http://leads.example.com' }],
    ['POST', '/auth/sign-out', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['GET', '/api/v1/lead/', { 'sec-fetch-site': 'cross-site' }],
  ])('%s %s from another site: %j', async (method, path, headers) => {
    const { browser, close } = await signedIn()
    const answer = await browser.send(path, method === 'GET' ? { headers } : { method, headers })
    expect(answer.status).toBe(403)
    expect(close.calls).toEqual([])
  })

  test('a write that does not say where it comes from', async () => {
    const { app } = await signedIn()
    expect((await app.request('/api/v1/lead/', { method: 'POST' })).status).toBe(403)
    const ownPage = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }
    expect((await app.request('/api/v1/lead/', ownPage)).status).toBe(401)
  })

  test('other methods, and too large a body', async () => {
    const { browser, close } = await signedIn()
    expect((await browser.send('/api/v1/lead/', { method: 'PATCH' })).status).toBe(405)
    const large = await browser.send('/api/v1/lead/', { method: 'POST', body: 'x'.repeat(10_000_001) })
    expect(large.status).toBe(413)
    expect(close.calls).toEqual([])
  })
})

describe('renewing tokens', () => {
  test('happens shortly before they end, once for all requests under way', async () => {
    const { browser, refreshes, pass, close } = await signedIn()
    pass(HOUR - 60_000)
    const kept = new Map(browser.cookies)
    const answers = await Promise.all(['me', 'lead', 'task'].map((name) => browser.send(`/api/v1/${name}/`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(refreshes()).toBe(1)
    const keys = close.calls
      .filter(({ url }) => url.pathname.startsWith('/api/'))
      .map(({ headers }) => headers.get('authorization'))
    expect(keys).toEqual(Array(3).fill('Bearer access-2'))
    // A tab that still has the cookie from before gets the new tokens, too.
    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect((await browser.send('/api/v1/me/')).status).toBe(200)
    expect(refreshes()).toBe(1)
    expect(browser.cookies).not.toEqual(kept)
  })

  test('uses each refresh token once, hour after hour', async () => {
    const { browser, refreshes, pass } = await signedIn()
    for (let hour = 1; hour <= 3; hour += 1) {
      pass(HOUR)
      expect((await browser.send('/api/v1/me/')).status).toBe(200)
      expect(refreshes()).toBe(hour)
    }
  })

  test('ends the session when Close refuses the refresh token', async () => {
    const { browser, pass, close } = await signedIn()
    pass(HOUR)
    close.answer = ({ url }) =>
      url.pathname === '/oauth2/token/'
        ? Response.json({ error: 'invalid_grant' }, { status: 400 })
        : undefined
    expect((await browser.send('/api/v1/me/')).status).toBe(401)
    expect(browser.cookies.size).toBe(0)
  })

  test('keeps the session when Close is down for a while, or the client secret is wrong', async () => {
    const { browser, pass, close } = await signedIn()
    pass(HOUR - 60_000)
    for (const answer of [
      new Response('down', { status: 503 }),
      Response.json({ error: 'invalid_client' }, { status: 401 }),
    ]) {
      close.answer = ({ url }) => (url.pathname === '/oauth2/token/' ? answer.clone() : undefined)
      expect((await browser.send('/api/v1/me/')).status, 'while the old token lasts').toBe(200)
    }
    pass(HOUR)
    expect((await browser.send('/api/v1/me/')).status).toBe(502)
    close.answer = () => undefined
    expect((await browser.send('/api/v1/me/')).status).toBe(200)
  })

  test('happens once when Close no longer knows the token, and the write is sent again', async () => {
    const { browser, close, refreshes } = await signedIn()
    close.forgetTokens()
    const answer = await browser.send('/api/v1/lead/', { method: 'POST', body: '{"name":"Bluth"}' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ method: 'POST', body: '{"name":"Bluth"}' })
    expect(refreshes()).toBe(1)
  })

  test('happens once for all requests that Close refuses at the same time', async () => {
    const { browser, close, refreshes } = await signedIn()
    close.forgetTokens()
    let release = () => {}
    const allSent = new Promise<undefined>((resolve) => (release = () => resolve(undefined)))
    close.answer = () => {
      if (close.calls.length === 3) release()
      return allSent
    }
    const answers = await Promise.all(['me', 'lead', 'task'].map((name) => browser.send(`/api/v1/${name}/`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(refreshes()).toBe(1)
  })

  test('does not help when Close says 401 all the same: the session is over', async () => {
    const { browser, close, refreshes } = await signedIn()
    close.answer = ({ url }) =>
      url.pathname.startsWith('/api/') ? Response.json({ error: 'Unauthorized' }, { status: 401 }) : undefined
    expect((await browser.send('/api/v1/lead/')).status).toBe(401)
    expect(refreshes()).toBe(1)
    expect(browser.cookies.size).toBe(0)
    expect(await (await browser.send('/auth/session')).json()).toEqual({ signedIn: false })
  })

  test('a 401 about one thing signs nobody out', async () => {
    const { browser, close, refreshes } = await signedIn()
    close.answer = ({ url }) =>
      url.pathname.includes('/status/')
        ? Response.json({ error: 'Unauthorized' }, { status: 401 })
        : undefined
    const answer = await browser.send('/api/v1/status/lead/', { method: 'POST', body: '{}' })
    expect(answer.status).toBe(403)
    expect(refreshes()).toBe(0)
    expect((await browser.send('/api/v1/me/')).status).toBe(200)
  })
})

describe('when Close fails', () => {
  test.each<[number, () => Promise<Response>]>([
    [502, () => Promise.reject(new Error('connect ECONNREFUSED'))],
    [
      502,
      () =>
        Promise.resolve(new Response(null, { status: 308, headers: { location: 'https://evil.example' } })),
    ],
    [504, () => new Promise(() => {})],
  ])('answers %i in JSON', async (status, fail) => {
    const { browser, close } = await signedIn({ timeout: 50 })
    close.answer = fail
    const answer = await browser.send('/api/v1/lead/')
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('Close') })
    expect(answer.headers.get('location')).toBeNull()
  })

  test('passes its errors on as they are', async () => {
    const { browser, close } = await signedIn()
    close.answer = () => Response.json({ errors: [], 'field-errors': { name: 'Too long.' } }, { status: 400 })
    const answer = await browser.send('/api/v1/lead/', { method: 'POST', body: '{}' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ errors: [], 'field-errors': { name: 'Too long.' } })
  })
})
