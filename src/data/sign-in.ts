import { setKey } from '#api/credentials.ts'
import { whoIs } from '#api/who.ts'
import { toFailure, type Failure } from '#model/failure.ts'
import type { Me } from '#model/organization.ts'

import { clearLedger } from './ledger.ts'
import { noteMe, openGate, session, signedOutError } from './session.ts'

export type SignIn =
  | { kind: 'done' }
  | { kind: 'wrong' }
  /** The key is good, but it is another person's whose work waits here. */
  | { kind: 'other-person'; me: Me }
  | { kind: 'failed'; failure: Failure }

/** Signs in with an API key. What waited for it is sent then. Never rejects. */
export async function signIn(key: string, { keep }: { keep: boolean }): Promise<SignIn> {
  let me: Me
  try {
    me = await whoIs(key)
  } catch (error) {
    const failure = toFailure(error)
    return failure.kind === 'http' && failure.status === 401 ? { kind: 'wrong' } : { kind: 'failed', failure }
  }
  const before = session.state.me
  if (before && before.id !== me.id) return { kind: 'other-person', me }
  // What an earlier person left in this browser must not be sent in the name of this one.
  const isOthers = noteMe(me)
  setKey(key, { keep })
  if (isOthers) clearLedger()
  openGate(isOthers ? signedOutError() : null)
  return { kind: 'done' }
}
