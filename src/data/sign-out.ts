import { forgetKey } from '#api/credentials.ts'
import { endGatewaySession } from '#api/gateway-sign-out.ts'
import { toFailure, type Failure } from '#model/failure.ts'
import type { QueryClient } from '@tanstack/react-query'

import { sendWaitingDeletions } from './lead-deletion.ts'
import { clearLedger } from './ledger.ts'
import { stopEverything } from './leaving.ts'
import { wipeLocalData } from './local-data.ts'
import { deleteLocalDatabases } from './local-databases.ts'
import { credentialKind, openGate, session, signedOutError } from './session.ts'
import { tellTabs } from './tabs.ts'

const DELETIONS_WITHIN_MS = 3_000

/**
 * Forgets the key, or ends the gateway's session, and everything of this person in this browser, in all tabs,
 * and loads the page anew. Deletions that could still be undone are sent first. Answers why the session could
 * not be ended: everything is then as before.
 */
export async function signOut(client: QueryClient): Promise<Failure | null> {
  if (session.state.phase === 'open') await sendDeletions()
  if (credentialKind() === 'gateway') {
    try {
      await endGatewaySession()
    } catch (error) {
      return toFailure(error)
    }
  }
  tellTabs({ kind: 'signed-out' })
  await leave(client)
  return null
}

/** What signing out does in this tab, and in the others when they hear of it. */
export async function leave(client: QueryClient): Promise<void> {
  stopEverything()
  await deleteLocalDatabases()
  forgetKey()
  wipeLocalData()
  openGate(signedOutError())
  client.clear()
  clearLedger()
  // What a page notes down at its very end must not stay either.
  addEventListener('pagehide', wipeLocalData)
  // The Back button must not bring the page back from memory.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  location.replace(import.meta.env.BASE_URL)
}

/** Sends deletions that could still be undone, and waits for the answers, though not for ever. */
export function sendDeletions(): Promise<unknown> {
  return Promise.race([sendWaitingDeletions(), new Promise((go) => setTimeout(go, DELETIONS_WITHIN_MS))])
}
