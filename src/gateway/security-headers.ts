import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { GatewayConfig } from './config.ts'

/** The two style elements that react-aria puts into the page; their very texts are let in, and no others. */
export const INLINE_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
]

const styleHashes = INLINE_STYLES.map(
  (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
).join(' ')

/** React sets `style` through the DOM, which needs no leave; a `style` attribute in markup gets none. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${styleHashes}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** For data that somebody opens as a page: nothing in it may run. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Puts the headers on every answer that tell the browser what it must not do with it. */
export function securityHeaders({ publicUrl }: GatewayConfig): MiddlewareHandler {
  const always: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl.protocol === 'https:' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  return async function addSecurityHeaders(c, next) {
    await next()
    for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value)
    c.res.headers.set('content-security-policy', c.req.path.startsWith('/api/') ? DATA_POLICY : PAGE_POLICY)
  }
}
