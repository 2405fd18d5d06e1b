import { hkdfSync } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { EncryptJWT, jwtDecrypt } from 'jose'
import * as z from 'zod/mini'

/** Browsers drop a cookie of more than 4096 bytes, name and attributes included, without a word. */
const MAX_LENGTH = 3900

export type SealedCookie<T> = {
  /** What the cookie holds; null if there is none, or one that is tampered with, too old or of another kind. */
  read: (c: Context) => Promise<T | null>
  /** Throws when the value is too large for a cookie. */
  write: (c: Context, value: T) => Promise<void>
  clear: (c: Context) => void
}

type SealedCookieOptions<T extends z.ZodMiniType> = {
  name: string
  schema: T
  /** Seconds until browser and gateway both forget it. */
  lifetime: number
  secret: string
  /** False for http://localhost alone. */
  isSecure: boolean
  now: () => number
}

/**
 * A cookie that only the gateway can read or make: encrypted and authenticated (AES-256-GCM), out of reach for
 * scripts, never sent along with another site's writes. `__Host-` ties it to this very origin.
 */
export function sealedCookie<T extends z.ZodMiniType>({
  name: plainName,
  schema,
  lifetime,
  secret,
  isSecure,
  now,
}: SealedCookieOptions<T>): SealedCookie<z.infer<T>> {
  const name = isSecure ? `__Host-${plainName}` : plainName
  // A key per cookie: one kind can't be passed off as another.
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `leadlight cookie ${plainName}`, 32))
  const attributes: CookieOptions = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure }

  return {
    async read(c) {
      const sealed = getCookie(c, name)
      if (!sealed) return null
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          currentDate: new Date(now()),
          requiredClaims: ['exp'],
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        const value = z.safeParse(schema, payload['value'])
        return value.success ? value.data : null
      } catch {
        return null
      }
    },
    async write(c, value) {
      const sealed = await new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(Math.floor(now() / 1000) + lifetime)
        .encrypt(key)
      if (sealed.length > MAX_LENGTH) throw new Error(`The ${plainName} cookie would be too large.`)
      setCookie(c, name, sealed, { ...attributes, maxAge: lifetime })
    },
    clear(c) {
      deleteCookie(c, name, attributes)
    },
  }
}
