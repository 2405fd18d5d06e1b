import { describeFailure } from '#model/failure.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import type { FieldState, Update } from '#model/operation.ts'

import { editedLabel } from './open-cell.ts'

/** What a cell says about its failed edit when hovered or focused; nothing when none failed. */
export function failureTooltip(column: LeadColumn, state: FieldState): string | undefined {
  if (state.kind === 'waiting')
    return `${editedLabel(column)} waits to be sent. ${describeFailure(state.stalled)}`
  if (state.kind === 'conflict') {
    return `${editedLabel(column)} was not saved: somebody else changed it meanwhile. Press Enter or click to choose.`
  }
  if (state.kind !== 'failed') return undefined
  return `${editedLabel(column)} was not saved. ${describeFailure(state.failure)} Press Enter or click to retry or discard.`
}

/** The value that failed edits wanted for a field; undefined when they only added or removed values. */
export function wantedValue(edits: readonly Update[], field: string): unknown {
  return edits.findLast((edit) => field in edit.patch)?.patch[field]
}
