import type { ChildType } from '#model/operation.ts'
import { isUnsent, reversalOf } from '#model/undo.ts'
import type { QueryClient } from '@tanstack/react-query'

import { UNDO_MS } from './lead-deletion.ts'
import { dropOperations, ledger } from './ledger.ts'
import { noteCreation, noteDeletion, settled } from './operations.ts'

/**
 * Deletes something below a lead: it disappears at once, and the request follows when the time to undo has
 * passed. The answer undoes it: exactly as long as nothing was sent, afterwards by making the thing again.
 */
export function deleteChildSoon(
  client: QueryClient,
  { leadId, object, id }: { leadId: string; object: ChildType; id: string },
  { name, was }: { name: string; was: Readonly<Record<string, unknown>> },
): () => void {
  const about = { object: name }
  const deletion = noteDeletion(client, { leadId, object, id }, { about, was, delay: UNDO_MS })
  return () => {
    const now = ledger.state.operations.find((one) => one.id === deletion.id)
    if (now && isUnsent(now)) return dropOperations([now.id])
    void settled(deletion).then((outcome) => {
      const reversal = reversalOf(deletion)
      if (outcome !== 'settled' || reversal?.do !== 'create') return
      noteCreation(client, { leadId, object }, reversal.body, { about, as: deletion.objectId })
    })
  }
}
