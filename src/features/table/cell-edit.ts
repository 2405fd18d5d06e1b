import { sendEdit } from '#data/lead-edits.ts'
import { dropEdit, ledger } from '#data/ledger.ts'
import { describeFailure } from '#model/failure.ts'
import { fieldState } from '#model/lead-edit.ts'
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
  if (cell.field in patch) for (const edit of failedEdits(cell)) dropEdit(edit)
  if ((await sendEdit(client, cell.leadId, patch)) === 'saved') return
  dropReplaced(cell)
  const state = stateOf(cell)
  if (state.kind !== 'failed') return
  const toast = showToast({
    kind: 'bad',
    key: `edit ${cell.leadId} ${cell.field}`,
    message: `${cell.label} was not saved for ${cell.leadName}. ${describeFailure(state.failure)}`,
    action: { label: 'Retry', onAction: () => retryCell(client, cell) },
  })
  const watch = ledger.subscribe(() => {
    if (stateOf(cell).kind === 'failed') return
    toast.dismiss()
    watch.unsubscribe()
  })
}

/** Sends the failed edits of a field once more. */
export function retryCell(client: QueryClient, cell: EditedCell): void {
  for (const edit of failedEdits(cell)) {
    dropEdit(edit)
    void editCell(client, cell, edit.patch)
  }
}

/** Gives the failed edits of a field up. */
export function discardCell(cell: EditedCell): void {
  for (const edit of failedEdits(cell)) dropEdit(edit)
}

/** Gives up refused edits after which the field was set anew: to retry one would undo what was wanted last. */
function dropReplaced(cell: EditedCell): void {
  const own = ledger.state.edits.filter(({ leadId }) => leadId === cell.leadId)
  const last = own.findLastIndex(({ patch }) => cell.field in patch)
  for (const edit of failedEdits(cell)) if (own.indexOf(edit) < last) dropEdit(edit)
}

function failedEdits(cell: EditedCell) {
  const state = stateOf(cell)
  return state.kind === 'failed' ? state.edits : []
}

function stateOf({ leadId, field }: EditedCell) {
  const own = ledger.state.edits.filter((edit) => edit.leadId === leadId)
  return fieldState(own, field)
}
