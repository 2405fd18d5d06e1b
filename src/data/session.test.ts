// @vitest-environment happy-dom
import { authorization, forgetKey, hasKey, setKey } from '#api/credentials.ts'
import { getMe } from '#api/settings.ts'
import { createLead, getLead } from '#api/leads.ts'
import { installTestServer, type TestServer } from '#mocks/node.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { session, startSession } from './session.ts'
import { resumeSession, signIn } from './sign-in.ts'

const KEY = 'api_some.key'
let server: TestServer & { uninstall: () => void }
let stop: () => void
const asked: string[] = []
/** Keys that the server refuses. */
const refused = new Set<string>()

beforeEach(() => {
  server = installTestServer({ leads: 2, switches: { requireAuth: true } })
  asked.length = 0
  refused.clear()
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(`${init?.method} ${url.replace('/api/v1', '')}`)
    const key = atob((new Headers(init?.headers).get('authorization') ?? '').replace('Basic ', '')).replace(
      ':',
      '',
    )
    return refused.has(key) ? Promise.resolve(new Response('', { status: 401 })) : fetch(input, init)
  }
  stop = startSession()
})
afterEach(() => {
  stop()
  forgetKey()
  sessionStorage.clear()
  localStorage.clear()
  server.uninstall()
})

const phase = () => session.state.phase
const leadCount = () => [...server.state.all('lead')].length

test('requests wait for the sign-in, asking once whether anybody is there', async () => {
  const before = leadCount()
  const made = Promise.all([createLead({ name: 'A' }), createLead({ name: 'B' })])
  await vi.waitFor(() => expect(phase()).toBe('signed-out'))
  const late = createLead({ name: 'C' })
  expect(asked.filter((call) => call === 'GET /me/')).toHaveLength(1)
  expect(leadCount()).toBe(before)
  expect(await signIn(KEY, { keep: false })).toEqual({ kind: 'done' })
  await Promise.all([made, late])
  expect(leadCount()).toBe(before + 3)
  expect(phase()).toBe('open')
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toContain(KEY)
})

test('a refused key is not taken, and what waits goes on waiting', async () => {
  refused.add('api_wrong')
  const me = getMe()
  await vi.waitFor(() => expect(phase()).toBe('signed-out'))
  expect(await signIn('api_wrong', { keep: true })).toEqual({ kind: 'wrong' })
  expect(hasKey()).toBe(false)
  server.setFaults('GET /me/ 503@1')
  expect(await signIn(KEY, { keep: true })).toMatchObject({ kind: 'failed', failure: { status: 503 } })
  expect(phase()).toBe('signed-out')
  await signIn(KEY, { keep: true })
  await me
  expect(authorization()).toBeDefined()
  expect(JSON.stringify(Object.entries(sessionStorage))).toContain(KEY)
})

test('a key that stops working asks the same person again', async () => {
  await signIn(KEY, { keep: false })
  refused.add(KEY)
  const made = createLead({ name: 'A' })
  await vi.waitFor(() => expect(phase()).toBe('expired'))
  session.setState((now) => ({ ...now, me: now.me && { ...now.me, id: 'user_before' } }))
  expect(await signIn('api_new', { keep: false })).toMatchObject({ kind: 'other-person' })
  expect(phase()).toBe('expired')
  session.setState((now) => ({ ...now, me: null }))
  await signIn('api_new', { keep: false })
  await made
})

test('a permission refused with 401 is not a lost session', async () => {
  await signIn(KEY, { keep: false })
  server.setFaults('GET /lead/* 401')
  await expect(getLead('lead_x')).rejects.toMatchObject({ failure: { status: 401 } })
  expect(phase()).toBe('open')
})

test('where it cannot be known whether somebody is signed in, nobody is asked', async () => {
  setKey(KEY, { keep: false })
  server.setFaults('GET /lead/* 401, GET /me/ network')
  await expect(getLead('lead_x')).rejects.toMatchObject({ failure: { status: 401 } })
  expect(phase()).toBe('open')
})

test('what somebody else left is neither sent nor kept', async () => {
  localStorage.setItem('leadlight:test:owner', 'user_before')
  localStorage.setItem('leadlight:test:deletions', '["lead_x"]')
  localStorage.setItem('leadlight-look:test:theme', 'dark')
  const before = leadCount()
  const made = createLead({ name: 'Theirs' })
  made.catch(() => {})
  await vi.waitFor(() => expect(phase()).toBe('signed-out'))
  await signIn(KEY, { keep: false })
  await expect(made).rejects.toMatchObject({ failure: { status: 401 } })
  expect(leadCount()).toBe(before)
  expect(localStorage.getItem('leadlight:test:deletions')).toBeNull()
  expect(localStorage.getItem('leadlight-look:test:theme')).toBe('dark')
})

test('behind a gateway without a session nothing is sent before there is one', async () => {
  stop()
  document.head.innerHTML = '<meta name="leadlight-gateway" content="signed-out">'
  stop = startSession()
  expect(phase()).toBe('signed-out')
  const before = leadCount()
  const made = createLead({ name: 'A' })
  setKey(KEY, { keep: false }) // in place of the cookie, which the gateway would turn into a token
  refused.add(KEY)
  expect(await resumeSession()).toEqual({ kind: 'wrong' })
  expect(asked).toEqual(['GET /me/'])
  refused.clear()
  expect(await resumeSession()).toEqual({ kind: 'done' })
  await made
  expect(leadCount()).toBe(before + 1)
  document.head.innerHTML = ''
})

test('a page stays for whom it was when somebody else has signed in at the gateway', async () => {
  await signIn(KEY, { keep: false })
  session.setState((now) => ({ ...now, me: now.me && { ...now.me, id: 'user_before' } }))
  server.setFaults('GET /lead/* 401')
  getLead('lead_x').catch(() => {})
  await vi.waitFor(() => expect(phase()).toBe('expired'))
  expect(session.state.me?.id).toBe('user_before')
  expect(await resumeSession()).toMatchObject({ kind: 'other-person' })
})

test('a request that was given up does not wait', async () => {
  const stop = new AbortController()
  const me = getMe(stop.signal)
  await vi.waitFor(() => expect(phase()).toBe('signed-out'))
  stop.abort()
  await expect(me).rejects.toMatchObject({ name: 'AbortError' })
})
