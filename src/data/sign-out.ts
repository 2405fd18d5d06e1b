import { forgetKey } from '#api/credentials.ts'
import type { QueryClient } from '@tanstack/react-query'

import { sendWaitingDeletions } from './lead-deletion.ts'
import { clearLedger } from './ledger.ts'
import { wipeLocalData } from './local-data.ts'
import { openGate, session, signedOutError } from './session.ts'
import { tellTabs } from './tabs.ts'

const DELETIONS_WITHIN_MS = 3_000

/**
 * Forgets the key and everything of this person in this browser, in all tabs, and loads the page anew.
 * Deletions that could still be undone are sent first.
 */
export async function signOut(client: QueryClient): Promise<void> {
  if (session.state.phase === 'open')
    await Promise.race([sendWaitingDeletions(), new Promise((go) => setTimeout(go, DELETIONS_WITHIN_MS))])
  tellTabs({ kind: 'signed-out' })
  leave(client)
}

/** What signing out does in this tab, and in the others when they hear of it. */
export function leave(client: QueryClient): void {
  forgetKey()
  wipeLocalData()
  openGate(signedOutError())
  client.clear()
  clearLedger()
  // The Back button must not bring the page back from memory.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  location.replace(import.meta.env.BASE_URL)
}
