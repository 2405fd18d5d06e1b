import type { QueryClient } from '@tanstack/react-query'

import { clearLedger } from './ledger.ts'
import { startAgain, stopEverything } from './leaving.ts'
import { wipeTabData } from './local-data.ts'
import { chooseOrganization } from './session.ts'
import { sendDeletions } from './sign-out.ts'

/**
 * Works in another of the person's organisations from now on, in this tab. Deletions that could still be undone
 * are sent first; drafts and all that was read are forgotten. Changes that are not saved must be dealt with before.
 */
export async function switchOrganization(client: QueryClient, id: string): Promise<void> {
  await sendDeletions()
  stopEverything()
  wipeTabData()
  chooseOrganization(id)
  clearLedger()
  startAgain()
  await client.resetQueries()
}
