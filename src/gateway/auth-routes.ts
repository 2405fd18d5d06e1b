import { timingSafeEqual } from 'node:crypto'
import { SIGN_IN_CHANNEL, SIGNED_IN_PATH } from '#lib/gateway-marks.ts'
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
        return notSignedIn(c, 400, 'This sign-in has expired, or did not start in this browser.', '/')
      }
      const { returnTo } = started
      if (c.req.query('error')) {
        const why = 'Close was not allowed to share your data, so you are not signed in.'
        return notSignedIn(c, 403, why, returnTo)
      }
      const code = c.req.query('code')
      if (!code) return notSignedIn(c, 400, 'Close sent no code for the sign-in.', returnTo)
      try {
        await cookie.write(c, sessions.begin(await oauth.exchange(code, started.verifier)))
      } catch (error) {
        fail(error)
        return notSignedIn(c, 502, 'Close did not complete the sign-in.', returnTo)
      }
      return c.redirect(returnTo, 303)
    })
    .get('/signed-in', (c) =>
      c.html(
        page(
          'You are signed in',
          '<p>Close this window and go on where you were.</p><script src="/auth/signed-in.js"></script>',
        ),
      ),
    )
    .get('/signed-in.js', (c) =>
      c.body(`new BroadcastChannel('${SIGN_IN_CHANNEL}').postMessage('signed-in');close()`, 200, {
        'content-type': 'text/javascript; charset=utf-8',
      }),
    )
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
  if (given === SIGNED_IN_PATH) return given
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

/** `message` is one of the sentences above; trying again comes back to `returnTo`. */
function notSignedIn(c: Context, status: 400 | 403 | 502, message: string, returnTo: string) {
  const again = `/auth/sign-in?return=${encodeURIComponent(returnTo)}`
  return c.html(page('Not signed in', `<p>${message}</p><p><a href="${again}">Try again</a></p>`), status)
}

/** A bare page for the moments when the app is not there to speak. Takes HTML that is safe already. */
function page(title: string, body: string): string {
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light dark"><title>${title} – Leadlight</title><h1>${title}</h1>${body}</html>`
  )
}
