import { installTestServer, type TestServer } from '#mocks/node.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { authorization, basic, forgetKey, setKey } from './credentials.ts'
import { anyBody, request, setAuthenticator, type Authenticator } from './http.ts'
import { slowDownUntil } from './slow-down.ts'

const KEY = 'api_some.key'
let server: TestServer & { uninstall: () => void }
let sent: { url: string; method: string; authorization: string | null }[]

function install(options: Parameters<typeof installTestServer>[0] = {}) {
  server = installTestServer({ leads: 3, ...options })
  sent = []
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    sent.push({
      url: input instanceof Request ? input.url : String(input),
      method: init?.method ?? 'GET',
      authorization: headers.get('authorization'),
    })
    return fetch(input, init)
  }
}

beforeEach(() => forgetKey())
afterEach(() => {
  setAuthenticator(null)
  forgetKey()
  server.uninstall()
  vi.useRealTimers()
})

const readMe = () => request('GET', '/me/', anyBody)
const create = () => request('POST', '/lead/', anyBody, { body: { name: 'Sitwell' } })
const leadCount = () => [...server.state.all('lead')].length

describe('the key', () => {
  test('goes with each request as the user name of HTTP Basic, and in no address', async () => {
    install({ switches: { requireAuth: true } })
    setKey(KEY, { keep: false })
    await readMe()
    expect(sent).toEqual([{ url: '/api/v1/me/', method: 'GET', authorization: `Basic ${btoa(`${KEY}:`)}` }])
  })

  test('of any characters becomes a header', () => {
    install()
    expect(basic('schlüssel→')).toMatch(/^Basic [\w+/=]+$/)
  })

  test('is in no failure', async () => {
    install({ faults: 'GET /me/ 401@1, GET /me/ 500@2, GET /me/ network@3' })
    setKey(KEY, { keep: false })
    for (let i = 0; i < 3; i += 1) {
      const error = await readMe().catch((error: unknown) => error)
      expect(error).toBeInstanceOf(Error)
      expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(KEY)
    }
  })
})

describe('a 401', () => {
  const watcher = (refused: Authenticator['refused']): Authenticator => ({ ready: async () => {}, refused })

  test('is an ordinary refusal where nobody signs in', async () => {
    install({ switches: { requireAuth: true } })
    await expect(create()).rejects.toMatchObject({ failure: { kind: 'http', status: 401 } })
    expect(sent).toHaveLength(1)
  })

  test('of a write is sent again after signing in, and done once', async () => {
    install({ switches: { requireAuth: true } })
    const before = leadCount()
    setAuthenticator(
      watcher(async ({ path, authorization }) => {
        expect([path, authorization]).toEqual(['/lead/', undefined])
        setKey(KEY, { keep: false })
        return true
      }),
    )
    await create()
    expect(sent.map((one) => one.authorization)).toEqual([null, authorization()])
    expect(leadCount()).toBe(before + 1)
  })

  test('is told where signing in does not help, and never asked about for ever', async () => {
    install({ switches: { requireAuth: true } })
    setAuthenticator(watcher(async () => false))
    await expect(readMe()).rejects.toMatchObject({ failure: { status: 401 } })
    expect(sent).toHaveLength(1)
    setAuthenticator(watcher(async () => true))
    await expect(readMe()).rejects.toMatchObject({ failure: { status: 401 } })
    expect(sent).toHaveLength(4)
  })

  test('of a trial goes past the session', async () => {
    install()
    const refused = vi.fn<Authenticator['refused']>(async () => true)
    setAuthenticator({ ready: () => new Promise(() => {}), refused })
    await request('GET', '/me/', anyBody, { trial: { key: KEY } })
    expect(sent[0]?.authorization).toBe(basic(KEY))
    server.setFaults('GET /me/ 401')
    await expect(request('GET', '/me/', anyBody, { trial: { key: null } })).rejects.toThrow()
    expect(refused).not.toHaveBeenCalled()
  })
})

describe('a 429', () => {
  /** What is left of a wait when it is looked at: looking moves the clock on, 50 ms at a time. */
  const EARLIER = 0.7
  /** Answers the first requests with 429 and these headers. */
  function limit(times: number, headers: Record<string, string>) {
    const { fetch } = globalThis
    let count = 0
    globalThis.fetch = (input, init) => {
      count += 1
      return count <= times ? Promise.resolve(new Response('', { status: 429, headers })) : fetch(input, init)
    }
    return () => count
  }

  test.each([
    ['the decimal reset', { ratelimit: 'limit=100, remaining=0, reset=0.87', 'retry-after': '1' }, 870],
    ['Retry-After', { 'retry-after': '3' }, 3_000],
    ['2 s without either', {}, 2_000],
  ])('waits for %s and at most a tenth more', async (_what, headers, ms) => {
    install()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const count = limit(1, headers)
    const before = leadCount()
    const made = create()
    await vi.waitFor(() => expect(slowDownUntil()).not.toBeNull())
    const wait = (slowDownUntil() ?? 0) - Date.now()
    expect(wait).toBeGreaterThanOrEqual(ms * EARLIER)
    expect(wait).toBeLessThanOrEqual(ms * 1.1 + 1)
    await vi.advanceTimersByTimeAsync(ms * 1.1 + 1)
    vi.useRealTimers()
    await made
    expect([count(), leadCount()]).toEqual([2, before + 1])
    expect(slowDownUntil()).toBeNull()
  })

  test('holds up what belongs to the same group of endpoints, and nothing else', async () => {
    install()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    limit(1, { ratelimit: 'limit=1, remaining=0, reset=1.5' })
    const first = create()
    await vi.waitFor(() => expect(slowDownUntil()).not.toBeNull())
    const others = [create(), request('POST', '/lead/', anyBody, { body: { name: 'B' }, background: true })]
    await readMe()
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api/v1/me/'])
    await vi.advanceTimersByTimeAsync(1_651)
    vi.useRealTimers()
    await Promise.all([first, ...others])
    expect(sent).toHaveLength(4)
  })

  test('without a word on how long is waited out longer each time', async () => {
    install()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    limit(2, {})
    const made = create()
    for (const ms of [2_000, 4_000]) {
      await vi.waitFor(() => expect(slowDownUntil()).not.toBeNull())
      expect((slowDownUntil() ?? 0) - Date.now()).toBeGreaterThanOrEqual(ms * EARLIER)
      await vi.advanceTimersByTimeAsync(ms * 1.1 + 1)
    }
    vi.useRealTimers()
    await made
  })

  test('is told after two more tries', async () => {
    install()
    const count = limit(9, { ratelimit: 'limit=1, remaining=0, reset=0.01' })
    await expect(readMe()).rejects.toMatchObject({ failure: { status: 429, retryAfter: 0.01 } })
    expect(count()).toBe(3)
  })

  test.each([
    ['that asks for a long wait', { 'retry-after': '31' }, {}],
    ['of background work, which waits by itself', { 'retry-after': '0' }, { background: true }],
  ])('%s is told at once', async (_what, headers, options) => {
    install()
    const count = limit(9, headers)
    await expect(request('GET', '/me/', anyBody, options)).rejects.toMatchObject({ failure: { status: 429 } })
    expect(count()).toBe(1)
  })

  test('is not waited for by a request that was given up', async () => {
    install()
    limit(9, { 'retry-after': '20' })
    const stop = new AbortController()
    const answer = request('GET', '/me/', anyBody, { signal: stop.signal })
    await vi.waitFor(() => expect(slowDownUntil()).not.toBeNull())
    stop.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(slowDownUntil()).toBeNull()
  })

  test('every now and then costs no write and makes none twice', async () => {
    install({ switches: { rateLimitEvery: 3 } })
    const { fetch } = globalThis
    // The engine asks for whole seconds; the test has less time.
    globalThis.fetch = async (input, init) => {
      const answer = await fetch(input, init)
      const headers = { ...Object.fromEntries(answer.headers), ratelimit: 'limit=9, remaining=0, reset=0.01' }
      return new Response(await answer.text(), { status: answer.status, headers })
    }
    const before = leadCount()
    const made = await Promise.allSettled(Array.from({ length: 12 }, create))
    const done = made.filter(({ status }) => status === 'fulfilled').length
    expect(leadCount()).toBe(before + done)
    expect(done).toBeGreaterThanOrEqual(10)
  })
})
