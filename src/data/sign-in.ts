import { setKey } from '#api/credentials.ts'
import { gatewaySignInUrl } from '#api/gateway.ts'
import { whoIs } from '#api/who.ts'
import { toFailure, type Failure } from '#model/failure.ts'
import type { Me } from '#model/organization.ts'

import { clearLedger } from './ledger.ts'
import { noteMe, openGate, session, signedOutError } from './session.ts'

export type SignIn =
  | { kind: 'done' }
  /** The key is no good, or nobody is signed in at the gateway. */
  | { kind: 'wrong' }
  /** The sign-in is good, but it is another person's whose work waits here. */
  | { kind: 'other-person'; me: Me }
  | { kind: 'failed'; failure: Failure }

/** Signs in with an API key. What waited for it is sent then. Never rejects. */
export function signIn(key: string, { keep }: { keep: boolean }): Promise<SignIn> {
  return enter(key, () => setKey(key, { keep }))
}

/** Goes on as whoever is signed in at the gateway by now. What waited for it is sent then. Never rejects. */
export function resumeSession(): Promise<SignIn> {
  return enter(null, () => {})
}

/** The gateway's way to sign in that ends in the app, at the present address. */
export function signInHere(): string {
  return gatewaySignInUrl(`${location.pathname}${location.search}`)
}

/** The gateway's way to sign in that ends in a page of its own, which tells all tabs. */
export function signInBeside(): string {
  return gatewaySignInUrl()
}

async function enter(key: string | null, accept: () => void): Promise<SignIn> {
  let me: Me
  try {
    me = await whoIs(key)
  } catch (error) {
    const failure = toFailure(error)
    return failure.kind === 'http' && failure.status === 401 ? { kind: 'wrong' } : { kind: 'failed', failure }
  }
  const before = session.state.me
  if (before && before.id !== me.id) return { kind: 'other-person', me }
  // What an earlier person left in this browser must not be sent in the name of this one; what this page did
  // since it knows them is theirs.
  const isOthers = noteMe(me) && !before
  accept()
  if (isOthers) clearLedger()
  openGate(isOthers ? signedOutError() : null)
  return { kind: 'done' }
}
