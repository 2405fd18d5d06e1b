import { authorization, hasKey, isKeyKept } from '#api/credentials.ts'
import { actFor, gatewaySession } from '#api/gateway.ts'
import { setAuthenticator, type Authenticator } from '#api/http.ts'
import { whoIs } from '#api/who.ts'
import { ApiError, toFailure } from '#model/failure.ts'
import type { Me } from '#model/organization.ts'
import { Store } from '@tanstack/react-store'

import { claimLocalData, storedOrganization, storeOrganization } from './local-data.ts'

/*
 * Who is signed in. Nobody is asked before a request is refused: where a proxy adds credentials, that never
 * happens. While nobody is signed in requests wait rather than fail, so that what was typed stays on its way.
 */

export type Session = {
  /**
   * `signed-out`: nobody has been signed in since the page was loaded. `expired`: the person at work has to
   * sign in again. `choosing`: they belong to several organisations.
   */
  phase: 'open' | 'signed-out' | 'expired' | 'choosing'
  /** The person put signing in again off, to look at the page as it is. */
  isPutOff: boolean
  /** They asked to sign out, and are told what would be lost. */
  isLeaving: boolean
  me: Me | null
}

const START: Session = { phase: 'open', isPutOff: false, isLeaving: false, me: null }

export const session = new Store<Session>(START)

type Gate = { opened: Promise<void>; open: () => void; fail: (error: Error) => void }
let gate: Gate | null = null
let checking: Promise<'yes' | 'no' | 'unknown'> | null = null

const authenticator: Authenticator = {
  ready: (signal) => (gate ? orAbort(gate.opened, signal) : Promise.resolve()),
  async refused({ path, authorization: used, signal }) {
    // A permission may be refused with 401 too; only one on /me/ means signed out (contract 21.19).
    if (!gate && used === authorization() && path !== '/me/') {
      checking ??= isSignedIn().finally(() => (checking = null))
      if ((await orAbort(checking, signal)) !== 'no') return used !== authorization()
    }
    if (!gate && used === authorization()) closeGate()
    if (gate) await orAbort(gate.opened, signal)
    return true
  },
}

/** Watches over requests: the ones refused for lack of a sign-in wait until there is one. */
export function startSession(): () => void {
  setAuthenticator(authenticator)
  if (gatewaySession() === 'signed-out') closeGate()
  return () => {
    setAuthenticator(null)
    gate = null
    session.setState(() => START)
  }
}

/** Notes who is at this page, as the server says; tells whether the browser kept things of somebody else. */
export function noteMe(me: Me): boolean {
  const isOthers = import.meta.env.MODE !== 'demo' && claimLocalData(me.id)
  actFor(me.id)
  session.setState((now) => ({ ...now, me }))
  return isOthers
}

/** Looks at the page without signing in again; requests go on waiting. */
export function putOffSignIn(isPutOff: boolean): void {
  session.setState((now) => ({ ...now, isPutOff }))
}

/** Opens the question whether to sign out, or closes it. */
export function askToSignOut(isLeaving: boolean): void {
  session.setState((now) => ({ ...now, isLeaving }))
}

/**
 * How this page proves who it acts for: a key it holds, until the tab is closed or reloaded, the gateway's
 * session, or whatever the proxy adds.
 */
export function credentialKind(): 'kept-key' | 'key' | 'gateway' | 'proxy' {
  if (gatewaySession()) return 'gateway'
  if (!hasKey()) return 'proxy'
  return isKeyKept() ? 'kept-key' : 'key'
}

/** The id of the organisation to work in; where there are several it resolves when the person has chosen one. */
export async function organizationOf(me: Me, signal?: AbortSignal): Promise<string> {
  const [first] = me.organizations
  if (!first) throw new Error('This user belongs to no organisation.')
  if (me.organizations.length === 1 || import.meta.env.MODE === 'demo') return first.id
  const stored = chosen ?? storedOrganization()
  if (me.organizations.some(({ id }) => id === stored)) return stored ?? first.id
  session.setState((now) => ({ ...now, me, phase: now.phase === 'open' ? 'choosing' : now.phase }))
  return orAbort(new Promise<string>((resolve) => choosers.add(resolve)), signal)
}

let chosen: string | null = null
const choosers = new Set<(id: string) => void>()

/** Works in this organisation from now on, in this tab. */
export function chooseOrganization(id: string): void {
  chosen = id
  storeOrganization(id)
  for (const resolve of choosers) resolve(id)
  choosers.clear()
  session.setState((now) => ({ ...now, phase: now.phase === 'choosing' ? 'open' : now.phase }))
}

async function isSignedIn(): Promise<'yes' | 'no' | 'unknown'> {
  try {
    const me = await whoIs(null)
    // Somebody else signed in at the gateway, in another tab: this page is still for whom it was.
    if (session.state.me && session.state.me.id !== me.id) return 'no'
    noteMe(me)
    return 'yes'
  } catch (error) {
    const failure = toFailure(error)
    return failure.kind === 'http' && failure.status === 401 ? 'no' : 'unknown'
  }
}

function closeGate(): void {
  let open: () => void = () => {}
  let fail: (error: Error) => void = () => {}
  const opened = new Promise<void>((resolve, reject) => ([open, fail] = [resolve, reject]))
  opened.catch(() => {}) // each request that waits reports it
  gate = { opened, open, fail }
  session.setState((now) => ({ ...now, isPutOff: false, phase: now.me ? 'expired' : 'signed-out' }))
}

/** Lets requests out that wait for a sign-in; with an error they fail with it instead. */
export function openGate(error: Error | null): void {
  const waiting = gate
  gate = null
  session.setState((now) => ({ ...now, isPutOff: false, phase: 'open' }))
  if (error) waiting?.fail(error)
  else waiting?.open()
}

/** What requests fail with that waited for a sign-in in vain. */
export function signedOutError(): ApiError {
  return new ApiError({ kind: 'http', status: 401, messages: [], fields: [], retryAfter: null })
}

function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
