import type { Failure } from '#model/failure.ts'
import type { QueryClient } from '@tanstack/react-query'

import { dropFromLists, refreshLists } from './lead-mutations.ts'
import { changeOperation, dropOperations, ledger, noteBack, noteGone } from './ledger.ts'
import { noteDeletion, settled } from './operations.ts'

/*
 * Close has no undo for a deletion, so ours happens before it: the lead disappears at once and the request is
 * sent a few seconds later, or when the page is left. It waits in the log, so a closed tab neither forgets a
 * deletion nor shows the lead again.
 */

/** How long a deletion can be undone, in milliseconds. */
export const UNDO_MS = 5_000

/** So shortly before the end it may be on its way already. */
const SENDING_MS = 50

export type Deletion = {
  /** Shows the lead again; nothing was sent. False when it is too late. */
  undo(): boolean
  /** How it ended: sent, undone, or why the server refused (the lead is back then). */
  done: Promise<'deleted' | 'undone' | Failure>
}

/** Deletes a lead after the time to undo has passed. */
export function deleteLeadSoon(client: QueryClient, id: string): Deletion {
  noteGone(id, { kind: 'deleted' })
  const operation = noteDeletion(client, { leadId: id, object: 'lead', id }, { delay: UNDO_MS })
  dropFromLists(client, id)
  let isUndone = false
  const current = () => ledger.state.operations.find((one) => one.id === operation.id)

  return {
    undo: () => {
      const now = current()
      const isOver = now === undefined || now.notBefore < Date.now() + SENDING_MS
      if (isOver || now.state.kind !== 'waiting' || now.tries > 0) return false
      isUndone = true
      noteBack(id)
      dropOperations([operation.id])
      refreshLists(client)
      return true
    },
    done: settled(operation).then(() => {
      const state = current()?.state
      if (state?.kind !== 'failed') return isUndone ? 'undone' : 'deleted'
      dropOperations([operation.id]) // the lead is back, and a deletion is quickly made again
      return state.failure
    }),
  }
}

/** Sends what still could be undone now, and waits for the answers. Never rejects. */
export async function sendWaitingDeletions(): Promise<void> {
  const waiting = ledger.state.operations.filter(
    (one) => one.do === 'delete' && one.object === 'lead' && one.state.kind === 'waiting',
  )
  await Promise.all(
    waiting.map((operation) => {
      changeOperation(operation.id, (one) => ({ ...one, notBefore: 0 }))
      return settled(operation)
    }),
  )
}
