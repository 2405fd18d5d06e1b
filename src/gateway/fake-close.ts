import { createGateway } from './app.ts'
import { readConfig } from './config.ts'
import { SIGNED_OUT_PAGE, type StaticFiles } from './static-files.ts'

/** Stands for the tests' secrets: no log line and no answer to a browser may hold any of them. */
export const SECRETS = /client-secret|seal-seal|access-\d|refresh-\d|code-ok|verifier/

export const ENV = {
  CLOSE_CLIENT_ID: 'client-id',
  CLOSE_CLIENT_SECRET: 'client-secret',
  PUBLIC_URL: 'https://leads.example.com',
  SESSION_SECRET: 'seal-seal-seal-seal-seal-seal-seal',
}

export type Upstream = Pick<Request, 'method' | 'headers' | 'redirect'> & { url: URL; body: string }
type Answer = (request: Upstream) => Response | undefined | Promise<Response | undefined>

/**
 * Close as far as the gateway knows it: token, revocation and API, with tokens that end after an hour and
 * refresh tokens that are good for one use. `calls` holds what it was asked; `answer` speaks before it does;
 * `api` answers requests of whoever has a good token.
 */
export function createFakeClose(
  now: () => number,
  api: (request: Upstream) => Response | Promise<Response> = echo,
) {
  const calls: Upstream[] = []
  const access = new Map<string, number>()
  const refresh = new Set<string>()
  let count = 0
  const fake = {
    calls,
    /** Who allows the gateway to act for them. */
    userId: 'user_1',
    /** Put to the end of each token. Close does not say how long its tokens are. */
    padding: '',
    answer: (() => undefined) as Answer,
    fetch,
    forgetTokens: () => access.clear(),
    /** As when the user takes the permission back at Close. */
    forgetUser: () => [access, refresh].forEach((tokens) => tokens.clear()),
    /** How many tokens are good for something. */
    tokenCount: () => access.size + refresh.size,
  }

  function issue() {
    count += 1
    const [accessToken, refreshToken] = [`access-${count}${fake.padding}`, `refresh-${count}${fake.padding}`]
    access.set(accessToken, now() + 3_600_000)
    refresh.add(refreshToken)
    return Response.json({
      token_type: 'Bearer',
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: 3600,
      user_id: fake.userId,
      organization_id: 'orga_1',
    })
  }

  function token(fields: URLSearchParams) {
    if (fields.get('client_secret') !== 'client-secret') {
      return Response.json({ error: 'invalid_client' }, { status: 401 })
    }
    const isGood =
      fields.get('grant_type') === 'authorization_code'
        ? fields.get('code') === 'code-ok' && fields.get('code_verifier')
        : refresh.delete(fields.get('refresh_token') ?? '')
    return isGood ? issue() : Response.json({ error: 'invalid_grant' }, { status: 400 })
  }

  function isKnown({ headers }: Upstream): boolean {
    const [, key = ''] = /^Bearer (.*)$/.exec(headers.get('authorization') ?? '') ?? []
    return (access.get(key) ?? 0) > now()
  }

  async function fetch(url: URL, init: RequestInit): Promise<Response> {
    const request = new Request(url, init)
    const { method, headers, redirect } = request
    const call = { method, url, headers, redirect, body: await request.text() }
    calls.push(call)
    request.signal.throwIfAborted()
    const own = await Promise.race([fake.answer(call), aborted(request.signal)])
    if (own) return own
    if (url.pathname === '/oauth2/token/') return token(new URLSearchParams(call.body))
    if (url.pathname === '/oauth2/revoke/') {
      const gone = new URLSearchParams(call.body).get('token') ?? ''
      access.delete(gone)
      refresh.delete(gone)
      return Response.json({})
    }
    return isKnown(call) ? api(call) : Response.json({ error: 'Unauthorized' }, { status: 401 })
  }
  return fake
}

function echo({ url, method, body }: Upstream): Response {
  return Response.json(
    { path: url.pathname, search: url.search, method, body },
    {
      headers: { ratelimit: 'limit=100, remaining=50, reset=5', 'set-cookie': 'close=1', 'x-internal': '1' },
    },
  )
}

function aborted(signal: AbortSignal) {
  return new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')))
  })
}

const FILES: StaticFiles = new Map(
  [
    ['/index.html', 'text/html; charset=utf-8', '<title>Leadlight</title>', 'no-cache'],
    [SIGNED_OUT_PAGE, 'text/html; charset=utf-8', '<title>Leadlight</title>', 'no-cache'],
    ['/assets/index-BX2f8Kq1.js', 'text/javascript', 'app()', 'public, max-age=31536000, immutable'],
  ].map(([address = '', type = '', text = '', cacheControl = '']) => [
    address,
    {
      type,
      etag: `W/"${address}"`,
      cacheControl,
      bodies: [{ encoding: '', bytes: new TextEncoder().encode(text) }],
    },
  ]),
)

/** A gateway before a fake Close, with a clock to move, a log to read, and browsers that keep cookies. */
export function createTestGateway({ env = {}, timeout = 5000 }: { env?: object; timeout?: number } = {}) {
  let time = Date.parse('2026-01-31T12:00:00Z')
  const now = () => time
  const close = createFakeClose(now)
  const config = readConfig({ ...ENV, ...env })
  const lines: string[] = []
  const app = createGateway(config, FILES, {
    fetch: close.fetch,
    now,
    log: (event) => lines.push(JSON.stringify(event)),
    timeout,
  })
  /** Everything that any browser ever got, but for the values of cookies. */
  const seen: string[] = []

  function createBrowser() {
    const cookies = new Map<string, string>()
    /** A request as this browser's page would send it. */
    async function send(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers)
      if (init.method && !headers.has('origin')) headers.set('origin', config.publicUrl.origin)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const answer = await app.request(new URL(path, config.publicUrl), { ...init, headers })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/max-age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      const text = await answer.clone().text()
      seen.push([...answer.headers].join('\n'), text)
      return answer
    }
    async function signIn(back = '/') {
      const start = await send(`/auth/sign-in?return=${encodeURIComponent(back)}`)
      const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? ''
      return send(`/auth/callback?code=code-ok&state=${state}`)
    }
    return { cookies, send, signIn }
  }

  const refreshes = () => close.calls.filter(({ body }) => body.includes('grant_type=refresh_token')).length
  return { app, close, lines, seen, createBrowser, refreshes, pass: (ms: number) => void (time += ms) }
}
