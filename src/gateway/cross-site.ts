import type { MiddlewareHandler } from 'hono'
import type { GatewayConfig } from './config.ts'

/**
 * Refuses writes that do not come from the app's own pages, and other sites' reads of the API. A write names
 * its origin in every browser; one without `Origin` and without `Sec-Fetch-Site` is no browser's.
 */
export function refuseCrossSite({ publicUrl }: GatewayConfig): MiddlewareHandler {
  return async function checkSite(c, next) {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isOwn = isRead
      ? !c.req.path.startsWith('/api/') || site === undefined || site === 'same-origin' || site === 'none'
      : (origin === undefined ? site === 'same-origin' : origin === publicUrl.origin) &&
        (site === undefined || site === 'same-origin')
    if (isOwn) return next()
    return c.json({ error: 'This request came from another site.' }, 403)
  }
}
