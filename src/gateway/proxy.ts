import { USER_HEADER } from '#lib/gateway-marks.ts'
import type { Context, Handler } from 'hono'
import type { StatusCode } from 'hono/utils/http-status'
import type { GatewayConfig } from './config.ts'
import type { GatewayDeps } from './deps.ts'
import { OAuthError } from './oauth.ts'
import type { SealedCookie } from './sealed-cookie.ts'
import type { Session, Sessions } from './session.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']
const REQUEST_HEADERS = ['accept', 'content-type', 'x-tz-offset']
const RESPONSE_HEADERS = ['content-type', 'ratelimit', 'retry-after']

/** Every path of the API is plain words and ids with a slash after each (contract 1); nothing else is passed on. */
const PATH = /^\/api\/v1\/((?:[\w-]+\/)+)$/

const TIMEOUT = 60_000

type ProxyDeps = GatewayDeps & { sessions: Sessions; cookie: SealedCookie<Session> }

/**
 * Passes `/api/v1/` on to Close with the session's token. A 401 from here always means signed out: where Close
 * says 401 about a single thing to a user it does know (contract 21.19), the answer is 403.
 */
export function proxyToClose(config: GatewayConfig, deps: ProxyDeps): Handler {
  const { sessions, cookie, log, timeout = TIMEOUT } = deps

  async function send(session: Session, path: string, init: RequestInit): Promise<Response> {
    const url = new URL(config.apiUrl.href + path)
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${session.accessToken}`)
    headers.set('user-agent', 'leadlight-gateway')
    return deps.fetch(url, { ...init, headers, redirect: 'manual' })
  }

  /** Sends it with the session's token, and once more with a new one if Close no longer knows that. */
  async function sendAsUser(session: Session, path: string, init: RequestInit) {
    const answer = await send(session, path, init)
    if (answer.status !== 401) return { answer, session }
    await answer.body?.cancel()
    const { signal } = init
    const isKnown = async (session: Session) => {
      const me = await send(session, 'me/', {
        headers: { accept: 'application/json' },
        signal: signal ?? null,
      })
      await me.body?.cancel()
      if (!me.ok && me.status !== 401) throw new Error('Close could not say who the user is.')
      return me.ok
    }
    if (path !== 'me/' && (await isKnown(session))) return { answer: 'forbidden' as const, session }
    const renewed = await sessions.renew(session)
    if (!renewed) return { answer: 'signed out' as const, session }
    // Nothing was done by a request that was refused, so that it may be sent again.
    const second = await send(renewed, path, init)
    if (second.status !== 401) return { answer: second, session: renewed }
    await second.body?.cancel()
    sessions.drop(renewed)
    return { answer: 'signed out' as const, session: renewed }
  }

  return async function passOn(c) {
    const url = new URL(c.req.url)
    const [, path] = PATH.exec(url.pathname) ?? []
    if (!path) return c.json({ error: 'There is no such path in the API.' }, 404)
    if (!METHODS.includes(c.req.method)) return c.json({ error: 'Method not allowed.' }, 405)

    const stored = await cookie.read(c)
    if (!stored) return signedOut(c)
    // A page of somebody who was signed in before must not write in the name of who is now.
    const expected = c.req.header(USER_HEADER)
    if (expected && stored.userId && expected !== stored.userId) {
      return c.json({ error: 'Somebody else has signed in.' }, 401)
    }
    const limit = AbortSignal.timeout(timeout)
    try {
      const before = await sessions.current(stored)
      if (!before) return signedOut(c)
      const hasBody = c.req.method !== 'GET' && c.req.method !== 'HEAD'
      const { answer, session } = await sendAsUser(before, path + url.search, {
        method: c.req.method,
        headers: pick(c.req.raw.headers, REQUEST_HEADERS),
        // Read whole (they are small): Close is told their length, and they can be sent twice.
        ...(hasBody ? { body: await c.req.arrayBuffer() } : {}),
        signal: AbortSignal.any([c.req.raw.signal, limit]),
      })
      if (answer === 'signed out') return signedOut(c)
      if (session.turn > stored.turn && !sessions.isOver(session)) await cookie.write(c, session)
      if (answer === 'forbidden') return c.json({ error: 'You are not allowed to do this.' }, 403)
      if (answer.status >= 300 && answer.status < 400) {
        await answer.body?.cancel()
        return c.json({ error: 'Close redirected the request.' }, 502)
      }
      const headers = { ...pick(answer.headers, RESPONSE_HEADERS), 'cache-control': 'no-store' }
      // The body flows through as it comes.
      return c.newResponse(answer.body, answer.status as StatusCode, headers)
    } catch (error) {
      if (limit.aborted) {
        return c.json(
          { error: 'Close did not answer in time. What was asked for may have been done all the same.' },
          504,
        )
      }
      log({ event: 'upstream-failed', reason: error instanceof OAuthError ? error.reason : 'no answer' })
      return c.json({ error: 'Close could not be reached.' }, 502)
    }
  }

  function signedOut(c: Context) {
    cookie.clear(c)
    return c.json({ error: 'You are not signed in.' }, 401)
  }
}

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}
