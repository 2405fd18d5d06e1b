import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { OAuthError, type OAuth, type Tokens } from './oauth.ts'

/** What the session cookie holds. */
export const sessionSchema = z.object({
  id: z.string(),
  /** How often its tokens were renewed: tells which of two cookies of one session is the newer one. */
  turn: z.number(),
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.number(),
  userId: z.string(),
  organizationId: z.string(),
})
export type Session = z.infer<typeof sessionSchema>

/** Seconds that a session lasts without a renewal. */
export const SESSION_LIFETIME = 30 * 24 * 3600

/** Tokens this near to their end (ms) are renewed before they are used. */
const MARGIN = 2 * 60_000

/** How long (ms) a renewal is remembered for browsers that never got the cookie it led to. */
const REMEMBERED = 24 * 3_600_000

export type Sessions = ReturnType<typeof createSessions>

/**
 * Keeps sessions alive. The tokens live in the browser's sealed cookie; kept here is only what a cookie can't
 * know: that its refresh token was just used up by another request, or that the user signed out. One process
 * serves a session: a second one would use up the same refresh token.
 */
export function createSessions(oauth: OAuth, now: () => number) {
  const renewals = new Map<string, { turn: number; at: number; session: Promise<Session | null> }>()
  const ended = new Map<string, number>()

  function sweep() {
    for (const [id, { at }] of renewals) if (at < now() - REMEMBERED) renewals.delete(id)
    for (const [id, at] of ended) if (at < now() - SESSION_LIFETIME * 1000) ended.delete(id)
  }

  function end(id: string) {
    ended.set(id, now())
    renewals.delete(id)
  }

  /**
   * The session with newer tokens than the given ones: those of a renewal that another request began, or of
   * a new one. Null when Close refuses; throws `OAuthError` when it can't be asked.
   */
  async function renew(session: Session): Promise<Session | null> {
    if (ended.has(session.id)) return null
    const known = renewals.get(session.id)
    if (known && known.turn > session.turn) return known.session
    sweep()
    const renewal = {
      turn: session.turn + 1,
      at: now(),
      session: oauth.refresh(session).then(
        (tokens): Session => ({ id: session.id, turn: session.turn + 1, ...tokens }),
        (error: unknown) => {
          if (error instanceof OAuthError && error.kind === 'refused') {
            end(session.id)
            return null
          }
          // The next request tries again.
          if (renewals.get(session.id) === renewal) renewals.delete(session.id)
          throw error
        },
      ),
    }
    renewals.set(session.id, renewal)
    return renewal.session
  }

  return {
    begin: (tokens: Tokens): Session => ({ id: randomUUID(), turn: 0, ...tokens }),
    renew,
    /** The session with tokens good for now; null when it is over. Throws `OAuthError` when Close can't be asked. */
    async current(session: Session): Promise<Session | null> {
      if (ended.has(session.id)) return null
      try {
        const known = renewals.get(session.id)
        const newest = known && known.turn > session.turn ? await known.session : session
        if (!newest || newest.expiresAt - now() > MARGIN) return newest
        return await renew(newest)
      } catch (error) {
        if (session.expiresAt > now()) return session
        throw error
      }
    },
    isOver: (session: Session): boolean => ended.has(session.id),
    /** Ends a session whose tokens are worthless already. */
    drop: (session: Session): void => end(session.id),
    /** Ends the session here and at Close, newest tokens included. Throws `OAuthError` when Close can't be told. */
    async signOut(session: Session): Promise<void> {
      const pending = renewals.get(session.id)
      // First of all: a request still under way must not bring the session back.
      end(session.id)
      const newest =
        pending && pending.turn > session.turn ? await pending.session.catch(() => session) : session
      if (newest) await oauth.revoke(newest)
    },
  }
}
