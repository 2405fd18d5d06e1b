import { fieldStateNow, whenDecided } from '#data/lead-edits.ts'
import { leadQueries } from '#data/lead-queries.ts'
import { sendEdit } from '#data/send-edit.ts'
import { describeFailure } from '#model/failure.ts'
import type { Patch } from '#model/lead-patch.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

/** A field of a lead, and what people call the two. */
export type EditedCell = { leadId: string; leadName: string; field: string; label: string }

/**
 * Sends an edit of one field. A refusal is announced once, with a button that tries again; the cell shows it until
 * it is retried, discarded or replaced. The toast goes by itself when nothing is left to settle.
 */
export async function editCell(client: QueryClient, cell: EditedCell, patch: Patch): Promise<void> {
  if ((await sendEdit(client, cell.leadId, patch, { field: cell.label })) === 'saved') return
  const state = fieldStateNow(cell.leadId, cell.field)
  if (state.kind !== 'failed' && state.kind !== 'conflict') return
  const isConflict = state.kind === 'conflict'
  // The row is from before the colleague's change, and "Keep theirs" would show something that is nobody's.
  if (isConflict) void client.prefetchQuery({ ...leadQueries.detail(cell.leadId), staleTime: 0 })
  const why = isConflict ? 'Somebody else changed it meanwhile.' : describeFailure(state.failure)
  const toast = showToast({
    kind: 'bad',
    key: `edit ${cell.leadId} ${cell.field}`,
    message: `${cell.label} was not saved for ${cell.leadName}. ${why}`,
    // Whose value stays is decided at the cell, where both can be seen.
    ...(!isConflict && { action: { label: 'Retry', onAction: () => retryCell(cell) } }),
  })
  whenDecided(cell.leadId, cell.field, () => toast.dismiss())
}

/** Sends the failed edits of a field once more. */
export function retryCell(cell: EditedCell): void {
  fieldStateNow(cell.leadId, cell.field).retry()
}
