import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { GatewayConfig } from './config.ts'
import type { GatewayDeps } from './deps.ts'

export type Tokens = {
  accessToken: string
  refreshToken: string
  /** Milliseconds since the epoch. */
  expiresAt: number
  userId: string
  organizationId: string
}

/** `refused`: Close does not take this code or refresh token, now or later. `unavailable`: anything else. */
export class OAuthError extends Error {
  constructor(
    readonly kind: 'refused' | 'unavailable',
    /** What may stand in a log: a status, an error code, never a credential. */
    readonly reason: string,
  ) {
    super(`OAuth: ${kind}, ${reason}`)
  }
}

export type OAuth = ReturnType<typeof createOAuth>

const TIMEOUT = 15_000

/** Source: contract 2. */
const tokenSchema = z.looseObject({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.string().check(z.minLength(1))),
  expires_in: z.optional(z.number()),
  user_id: z.optional(z.string()),
  organization_id: z.optional(z.string()),
})

const errorSchema = z.looseObject({ error: z.string().check(z.regex(/^[a-z_]{1,40}$/)) })

/** Codes that blame the gateway's own settings; a user's session is not over because of them. */
const OWN_FAULTS = ['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope']

/** Close's OAuth 2 endpoints, called with the client's secret. Source: contract 2. */
export function createOAuth(config: GatewayConfig, { fetch, now, timeout = TIMEOUT }: GatewayDeps) {
  const redirectUri = `${config.publicUrl.origin}/auth/callback`

  async function post(url: URL, fields: Record<string, string>): Promise<unknown> {
    const body = new URLSearchParams({
      client_id: config.clientId,
      client_secret: config.clientSecret,
      ...fields,
    })
    let answer: Response
    let text: string
    try {
      answer = await fetch(url, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      })
      text = await answer.text()
    } catch {
      throw new OAuthError('unavailable', 'no answer')
    }
    const json = parseJson(text)
    if (answer.ok) return json
    const { data } = z.safeParse(errorSchema, json)
    const isFinal =
      (answer.status === 400 || answer.status === 401) && !OWN_FAULTS.includes(data?.error ?? '')
    throw new OAuthError(isFinal ? 'refused' : 'unavailable', `${answer.status} ${data?.error ?? ''}`.trim())
  }

  async function requestTokens(fields: Record<string, string>, before?: Tokens): Promise<Tokens> {
    const startedAt = now()
    const { data } = z.safeParse(tokenSchema, await post(config.tokenUrl, fields))
    const refreshToken = data?.refresh_token ?? before?.refreshToken
    if (!data || !refreshToken) throw new OAuthError('unavailable', 'an answer without tokens')
    return {
      accessToken: data.access_token,
      refreshToken,
      expiresAt: startedAt + (data.expires_in ?? 3600) * 1000,
      userId: data.user_id ?? before?.userId ?? '',
      organizationId: data.organization_id ?? before?.organizationId ?? '',
    }
  }

  return {
    /** Where a browser goes to sign in, and the two secrets to keep until it comes back. */
    startSignIn(): { url: string; state: string; verifier: string } {
      const state = randomBytes(32).toString('base64url')
      const verifier = randomBytes(32).toString('base64url')
      const url = new URL(config.authorizeUrl)
      url.search = new URLSearchParams({
        client_id: config.clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        state,
        // A server without PKCE ignores parameters it does not know (RFC 6749, 3.1).
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }).toString()
      return { url: url.href, state, verifier }
    },
    /** The tokens for an authorization code. Throws `OAuthError`. */
    exchange: (code: string, verifier: string): Promise<Tokens> =>
      requestTokens({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    /** New tokens for old ones, whose refresh token is used up by this. Throws `OAuthError`. */
    refresh: (tokens: Tokens): Promise<Tokens> =>
      requestTokens({ grant_type: 'refresh_token', refresh_token: tokens.refreshToken }, tokens),
    /** Makes both tokens worthless. Throws `OAuthError`. */
    async revoke(tokens: Tokens): Promise<void> {
      let failure: unknown
      for (const token of [tokens.refreshToken, tokens.accessToken]) {
        await post(config.revokeUrl, { token }).catch((error: unknown) => {
          // A token that Close refuses to revoke is one that it no longer knows.
          if (!(error instanceof OAuthError && error.kind === 'refused')) failure = error
        })
      }
      if (failure) throw failure
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
