import { timingSafeEqual } from 'node:crypto'
import { Hono, type Context } from 'hono'
import * as z from 'zod/mini'
import type { GatewayConfig } from './config.ts'
import type { GatewayDeps } from './deps.ts'
import { OAuthError, type OAuth } from './oauth.ts'
import { sealedCookie, type SealedCookie } from './sealed-cookie.ts'
import type { Session, Sessions } from './session.ts'

const signInSchema = z.object({ state: z.string(), verifier: z.string(), returnTo: z.string() })

type AuthDeps = GatewayDeps & { oauth: OAuth; sessions: Sessions; cookie: SealedCookie<Session> }

/** `/auth`: signing in at Close and out again. No token ever leaves in anything but the sealed cookie. */
export function authRoutes(config: GatewayConfig, { oauth, sessions, cookie, log, now }: AuthDeps): Hono {
  const signIn = sealedCookie({
    name: 'leadlight-sign-in',
    schema: signInSchema,
    lifetime: 600,
    secret: config.sessionSecret,
    isSecure: config.publicUrl.protocol === 'https:',
    now,
  })

  function fail(error: unknown) {
    log({ event: 'oauth-failed', reason: error instanceof OAuthError ? error.reason : 'unexpected' })
  }

  return new Hono()
    .use(async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/sign-in', async (c) => {
      const { url, state, verifier } = oauth.startSignIn()
      await signIn.write(c, { state, verifier, returnTo: ownPath(c.req.query('return'), config.publicUrl) })
      return c.redirect(url, 303)
    })
    .get('/callback', async (c) => {
      const started = await signIn.read(c)
      signIn.clear(c)
      // Whose state does not match did not start here: somebody else's sign-in, slipped in.
      if (!started || !isSame(c.req.query('state') ?? '', started.state)) {
        return page(c, 400, 'This sign-in has expired, or did not start in this browser.')
      }
      if (c.req.query('error'))
        return page(c, 403, 'Close was not allowed to share your data, so you are not signed in.')
      const code = c.req.query('code')
      if (!code) return page(c, 400, 'Close sent no code for the sign-in.')
      try {
        await cookie.write(c, sessions.begin(await oauth.exchange(code, started.verifier)))
      } catch (error) {
        fail(error)
        return page(c, 502, 'Close did not complete the sign-in.')
      }
      return c.redirect(started.returnTo, 303)
    })
    .get('/session', async (c) => {
      const stored = await cookie.read(c)
      try {
        const session = stored && (await sessions.current(stored))
        if (!session) {
          if (stored) cookie.clear(c)
          return c.json({ signedIn: false })
        }
        if (stored && session.turn > stored.turn) await cookie.write(c, session)
        return c.json({ signedIn: true, user: session.userId, organization: session.organizationId })
      } catch (error) {
        fail(error)
        return c.json({ error: 'Close could not be reached.' }, 502)
      }
    })
    .post('/sign-out', async (c) => {
      const stored = await cookie.read(c)
      cookie.clear(c)
      try {
        if (stored) await sessions.signOut(stored)
        return c.json({ signedIn: false, revoked: true })
      } catch (error) {
        fail(error)
        return c.json({ signedIn: false, revoked: false })
      }
    })
}

/** A path of the app to come back to; anything that leads elsewhere becomes the start page. */
function ownPath(given: string | undefined, publicUrl: URL): string {
  if (!given?.startsWith('/') || !URL.canParse(given, publicUrl)) return '/'
  const { origin, pathname, search } = new URL(given, publicUrl)
  if (origin !== publicUrl.origin || /^\/(\/|\\|(auth|api)(\/|$))/.test(pathname)) return '/'
  // The cookie has little room.
  return pathname.length + search.length > 1000 ? '/' : pathname + search
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A bare page for the one moment when the app is not there to speak; `message` is one of the sentences above. */
function page(c: Context, status: 400 | 403 | 502, message: string) {
  return c.html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta name="color-scheme" content="light dark"><title>Sign-in – Leadlight</title>` +
      `<h1>Not signed in</h1><p>${message}</p><p><a href="/auth/sign-in">Try again</a></p></html>`,
    status,
  )
}
