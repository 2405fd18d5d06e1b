import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { authRoutes } from './auth-routes.ts'
import type { GatewayConfig } from './config.ts'
import { refuseCrossSite } from './cross-site.ts'
import type { GatewayDeps } from './deps.ts'
import { createOAuth } from './oauth.ts'
import { proxyToClose } from './proxy.ts'
import { sealedCookie } from './sealed-cookie.ts'
import { securityHeaders } from './security-headers.ts'
import { createSessions, SESSION_LIFETIME, sessionSchema } from './session.ts'
import { serveStaticFiles, type StaticFiles } from './static-files.ts'

const MAX_BODY_BYTES = 10_000_000

/** The gateway for teams: the built app, the sign-in at Close, and its API, on one origin. */
export function createGateway(config: GatewayConfig, files: StaticFiles, deps: GatewayDeps): Hono {
  const { log, now } = deps
  const oauth = createOAuth(config, deps)
  const sessions = createSessions(oauth, now)
  const cookie = sealedCookie({
    name: 'leadlight-session',
    schema: sessionSchema,
    lifetime: SESSION_LIFETIME,
    secret: config.sessionSecret,
    isSecure: config.publicUrl.protocol === 'https:',
    now,
  })

  const app = new Hono()
  app.use(async (c, next) => {
    const startedAt = now()
    await next()
    // Without the query: at /auth it holds codes, at /api what somebody looked for.
    const { method, path } = c.req
    if (path !== '/healthz') {
      log({ event: 'request', method, path: path.slice(0, 200), status: c.res.status, ms: now() - startedAt })
    }
  })
  app.use(securityHeaders(config))
  app.use(refuseCrossSite(config))
  app.use(compress())
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => c.json({ error: 'The request is too large.' }, 413),
    }),
  )
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  app.route('/auth', authRoutes(config, { ...deps, oauth, sessions, cookie }))
  app.all('/api/v1/*', proxyToClose(config, { ...deps, sessions, cookie }))
  app.get(
    '*',
    serveStaticFiles(files, async (c) => {
      const session = await cookie.read(c)
      return session !== null && !sessions.isOver(session)
    }),
  )
  app.notFound((c) => c.json({ error: 'Not found.' }, 404))
  app.onError((error, c) => {
    // The message may quote what was sent.
    log({ event: 'failed', reason: error.name })
    return c.json({ error: 'The gateway could not finish this.' }, 500)
  })
  return app
}
