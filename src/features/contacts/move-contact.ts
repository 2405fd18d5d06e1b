import { dropOperations, ledger } from '#data/ledger.ts'
import { noteUpdate, settled } from '#data/operations.ts'
import { announceElsewhere } from '#fields/announce-elsewhere.ts'
import type { LeadRow } from '#model/lead.ts'
import { isUnsent } from '#model/undo.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

const UNDO_MS = 10_000

/** Moves a contact to another lead and offers to bring it back. */
export async function moveContact(
  client: QueryClient,
  { id, leadId, name }: { id: string; leadId: string; name: string },
  to: LeadRow,
): Promise<void> {
  const about = { object: name }
  const place = { leadId, object: 'contact', id } as const
  const move = noteUpdate(client, place, { lead_id: to.id }, { about })
  const target = to.display_name ?? 'another lead'

  /** What was never sent is forgotten; after that bringing it back is a move of its own. */
  function undo() {
    const now = ledger.state.operations.find((one) => one.id === move.id)
    if (now && isUnsent(now)) dropOperations([move.id])
    else void settled(move).then(bringBack)
  }

  /** The requests of two leads may pass each other, so it waits until the first has arrived. */
  function bringBack(outcome: 'settled' | 'failed' | 'conflict') {
    if (outcome !== 'settled') return dropOperations([move.id])
    noteUpdate(client, { ...place, leadId: to.id }, { lead_id: leadId }, { about, by: 'undo' })
  }

  const { dismiss } = showToast({
    kind: 'good',
    message: `Moved ${name} to ${target}`,
    duration: UNDO_MS,
    action: { label: 'Undo', onAction: undo },
  })
  if ((await settled(move)) === 'settled') return
  dismiss()
  announceElsewhere(leadId, `move ${id}`, `${name} was not moved to ${target}.`)
}
