import { describe, expect, test } from 'vitest'
import { createTestGateway, SECRETS } from './fake-close.ts'

const SESSION = '__Host-leadlight-session'

describe('signing in', () => {
  test('goes to Close with a state and a PKCE challenge, and comes back to the page asked for', async () => {
    const { createBrowser, close } = createTestGateway()
    const browser = createBrowser()
    const start = await browser.send('/auth/sign-in?return=/leads/lead_1%3Fq=a')
    const url = new URL(start.headers.get('location') ?? '')
    expect(start.status).toBe(303)
    expect(url.origin + url.pathname).toBe('https://app.close.com/oauth2/authorize/')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client-id',
      response_type: 'code',
      redirect_uri: 'https://leads.example.com/auth/callback',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    const back = await browser.send(`/auth/callback?code=code-ok&state=${url.searchParams.get('state')}`)
    expect(back.status).toBe(303)
    expect(back.headers.get('location')).toBe('/leads/lead_1?q=a')
    expect([...browser.cookies.keys()]).toEqual([SESSION])
    expect(close.calls[0]?.url.href).toBe('https://api.close.com/oauth2/token/')
    const session = await browser.send('/auth/session')
    expect(await session.json()).toEqual({ signedIn: true, user: 'user_1', organization: 'orga_1' })
    expect(session.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/auth/sign-in',
    '/api/v1/me/',
  ])('comes back to the start page rather than to %j', async (address) => {
    const answer = await createTestGateway().createBrowser().signIn(address)
    expect(answer.headers.get('location')).toBe('/')
  })

  test('beside the app ends in a page that tells the app’s tabs, by a script of its own', async () => {
    const browser = createTestGateway().createBrowser()
    const answer = await browser.signIn('/auth/signed-in')
    expect(answer.headers.get('location')).toBe('/auth/signed-in')
    const html = await (await browser.send('/auth/signed-in')).text()
    expect(html).toContain('You are signed in')
    expect(html).toContain('<script src="/auth/signed-in.js"></script>')
    const script = await browser.send('/auth/signed-in.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toContain("new BroadcastChannel('leadlight-sign-in').postMessage(")
  })

  test('that failed can be tried again, and still comes back to the page asked for', async () => {
    const browser = createTestGateway().createBrowser()
    const start = await browser.send('/auth/sign-in?return=/leads/lead_1%3Fq=%22%3E')
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state')
    const answer = await browser.send(`/auth/callback?error=access_denied&state=${state}`)
    const [, again = ''] = /href="([^"]+)"/.exec(await answer.text()) ?? []
    expect(new URLSearchParams(again.split('?')[1]).get('return')).toBe('/leads/lead_1?q=%22%3E')
    expect(again).toMatch(/^\/auth\/sign-in\?return=[\w%.-]+$/)
  })

  test('cookies are out of reach for scripts, other sites and plain http', async () => {
    const { createBrowser } = createTestGateway()
    const browser = createBrowser()
    const start = await browser.send('/auth/sign-in')
    const [signIn] = start.headers.getSetCookie()
    expect(signIn).toMatch(
      /^__Host-leadlight-sign-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const done = await browser.signIn()
    const session = done.headers.getSetCookie().find((line) => line.startsWith(SESSION))
    expect(session).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('on http://localhost cookies work without https', async () => {
    const browser = createTestGateway({ env: { PUBLIC_URL: 'http://localhost:8080' } }).createBrowser()
    const done = await browser.signIn()
    const session = done.headers.getSetCookie().find((line) => line.startsWith('leadlight-session='))
    expect(session).toMatch(/; HttpOnly; SameSite=Lax$/)
    expect(done.headers.get('strict-transport-security')).toBeNull()
  })

  test('refuses a callback whose state is not of this browser, and asks Close nothing', async () => {
    const { createBrowser, close } = createTestGateway()
    const [victim, attacker] = [createBrowser(), createBrowser()]
    const start = await attacker.send('/auth/sign-in')
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state')
    for (const browser of [victim, victim]) {
      const answer = await browser.send(`/auth/callback?code=code-ok&state=${state}`)
      expect(answer.status).toBe(400)
      await victim.send('/auth/sign-in') // the second time with a sign-in of its own under way
    }
    expect(victim.cookies.has(SESSION)).toBe(false)
    expect(close.calls).toEqual([])
  })

  test('a state is good for one use and ten minutes', async () => {
    const { createBrowser, pass } = createTestGateway()
    const browser = createBrowser()
    const start = await browser.send('/auth/sign-in')
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state')
    const kept = new Map(browser.cookies)
    expect((await browser.send(`/auth/callback?error=access_denied&state=${state}`)).status).toBe(403)
    expect((await browser.send(`/auth/callback?code=code-ok&state=${state}`)).status).toBe(400)
    for (const [name, value] of kept) browser.cookies.set(name, value)
    pass(601_000)
    expect((await browser.send(`/auth/callback?code=code-ok&state=${state}`)).status).toBe(400)
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  test('says so when Close refuses the code', async () => {
    const { createBrowser, lines } = createTestGateway({ env: { CLOSE_CLIENT_SECRET: 'wrong' } })
    const answer = await createBrowser().signIn()
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('Close did not complete the sign-in.')
    expect(lines.join('\n')).toContain('401 invalid_client')
  })
})

describe('a session', () => {
  test('is not believed once its cookie was tampered with or is of another kind', async () => {
    const { createBrowser, close } = createTestGateway()
    const browser = createBrowser()
    await browser.signIn()
    const good = browser.cookies.get(SESSION) ?? ''
    await browser.send('/auth/sign-in')
    const otherKind = browser.cookies.get('__Host-leadlight-sign-in') ?? ''
    const parts = good.split('.')
    const flip = (part = '') => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
    const forged = [2, 3, 4].map((at) => parts.map((part, i) => (i === at ? flip(part) : part)).join('.'))
    const calls = close.calls.length
    for (const cookie of [...forged, otherKind, 'x', '']) {
      browser.cookies.set(SESSION, cookie)
      expect((await browser.send('/api/v1/me/')).status).toBe(401)
    }
    expect(close.calls).toHaveLength(calls)
    browser.cookies.set(SESSION, good)
    expect((await browser.send('/api/v1/me/')).status).toBe(200)
  })

  test('of another gateway, sealed with another secret, is not believed', async () => {
    const other = createTestGateway({ env: { SESSION_SECRET: 'x'.repeat(32) } }).createBrowser()
    await other.signIn()
    const browser = createTestGateway().createBrowser()
    browser.cookies.set(SESSION, other.cookies.get(SESSION) ?? '')
    expect(await (await browser.send('/auth/session')).json()).toEqual({ signedIn: false })
  })

  test('ends after thirty days without a visit', async () => {
    const { createBrowser, pass } = createTestGateway()
    const browser = createBrowser()
    await browser.signIn()
    pass(31 * 24 * 3_600_000)
    expect(await (await browser.send('/auth/session')).json()).toEqual({ signedIn: false })
  })
})

describe('signing out', () => {
  test('revokes both tokens and clears the cookie', async () => {
    const { createBrowser, close } = createTestGateway()
    const browser = createBrowser()
    await browser.signIn()
    const stolen = browser.cookies.get(SESSION) ?? ''
    const answer = await browser.send('/auth/sign-out', { method: 'POST' })
    expect(await answer.json()).toEqual({ signedIn: false, revoked: true })
    expect(browser.cookies.size).toBe(0)
    const revoked = close.calls
      .filter(({ url }) => url.pathname === '/oauth2/revoke/')
      .map(({ body }) => body)
    expect(revoked).toEqual([
      'client_id=client-id&client_secret=client-secret&token=refresh-1',
      'client_id=client-id&client_secret=client-secret&token=access-1',
    ])
    // A copy of the cookie is worth nothing any more.
    browser.cookies.set(SESSION, stolen)
    expect((await browser.send('/api/v1/me/')).status).toBe(401)
  })

  test('signs out here even when Close can not be told', async () => {
    const { createBrowser, close } = createTestGateway()
    const browser = createBrowser()
    await browser.signIn()
    close.answer = () => new Response('down', { status: 503 })
    const answer = await browser.send('/auth/sign-out', { method: 'POST' })
    expect(await answer.json()).toEqual({ signedIn: false, revoked: false })
    expect(browser.cookies.size).toBe(0)
  })

  test('while tokens are renewed revokes the new ones, and the late answer does not sign in again', async () => {
    const { createBrowser, close, pass } = createTestGateway()
    const browser = createBrowser()
    await browser.signIn()
    pass(3_590_000)
    let release = () => {}
    const held = new Promise<undefined>((resolve) => (release = () => resolve(undefined)))
    close.answer = ({ body }) => (body.includes('grant_type=refresh_token') ? held : undefined)
    const late = browser.send('/api/v1/me/')
    await expect.poll(() => close.calls.length).toBe(2)
    const out = browser.send('/auth/sign-out', { method: 'POST' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    release()
    await Promise.all([late, out])
    expect(close.calls.map(({ body }) => body).join()).toMatch(/token=refresh-2,.*token=access-2/)
    expect(await (await browser.send('/auth/session')).json()).toEqual({ signedIn: false })
  })
})

test('neither the log nor anything a browser gets holds a secret', async () => {
  const { createBrowser, close, lines, seen, pass } = createTestGateway()
  const browser = createBrowser()
  await browser.signIn('/leads')
  await browser.send('/api/v1/lead/?query=access-1')
  pass(3_600_000)
  await browser.send('/api/v1/me/', { method: 'POST', body: 'client-secret' })
  close.answer = () => {
    throw new Error('connect failed: Bearer access-2')
  }
  await browser.send('/api/v1/lead/')
  await browser.send('/auth/callback?code=code-ok&state=x')
  await browser.send('/auth/sign-out', { method: 'POST' })
  expect(lines.length).toBeGreaterThan(6)
  expect(lines.join('\n')).not.toMatch(SECRETS)
  expect(lines.join('\n')).not.toContain('?')
  // What the fake API echoes of a request's own query and body is no leak of the gateway's.
  const echoed = seen.filter((text) => !text.startsWith('{"path"'))
  expect(echoed.join('\n').replaceAll(/Host-leadlight-[\w-]+=[^;]+/g, '')).not.toMatch(SECRETS)
})
