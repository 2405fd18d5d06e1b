import { useLeadEdits } from '#data/lead-edits.ts'
import { dropEdit } from '#data/ledger.ts'
import type { ChipMark } from '#fields/chip-mark.ts'
import { SAVED, type SaveState } from '#fields/save-state.ts'
import { anyText } from '#fields/value-format.ts'
import { parsePatchKey } from '#model/custom-key.ts'
import { describeFailure } from '#model/failure.ts'
import { fieldState, type LeadEdit } from '#model/lead-edit.ts'
import type { Patch } from '#model/lead-patch.ts'
import { useQueryClient } from '@tanstack/react-query'

import { discardCell, editCell, retryCell, type EditedCell } from './cell-edit.ts'
import { wantedValue } from './cell-failure.ts'

/**
 * What a cell's editor needs about saving: what the last edit of the field is doing (with the wanted value after a
 * refusal), the same for each of several values, and how to send a patch. `onSettle` is called when the person has
 * chosen to retry or discard.
 */
export function useCellEdit(cell: EditedCell, onSettle: () => void) {
  const client = useQueryClient()
  const edits = useLeadEdits(cell.leadId)
  const state = fieldState(edits, cell.field)
  const send = (patch: Patch) => void editCell(client, cell, patch)

  const save: SaveState =
    state.kind === 'failed'
      ? {
          kind: 'failed',
          message: describeFailure(state.failure),
          wanted: wantedValue(state.edits, cell.field),
          retry() {
            retryCell(client, cell)
            onSettle()
          },
          discard() {
            discardCell(cell)
            onSettle()
          },
        }
      : SAVED
  return { save, marks: chipMarks(edits, cell.field, send), send }
}

/** What is going on with single values of a field, by value; the last edit of a value counts. */
export function chipMarks(
  edits: readonly LeadEdit[],
  field: string,
  send: (patch: Patch) => void,
): Map<string, ChipMark> {
  const marks = new Map<string, ChipMark>()
  for (const edit of edits) {
    for (const [key, value] of Object.entries(edit.patch)) {
      const { op, field: named } = parsePatchKey(key)
      if (named !== field || op === 'set') continue
      marks.set(
        anyText(value),
        edit.state.kind === 'waiting'
          ? { kind: 'pending', op }
          : {
              kind: 'failed',
              op,
              message: describeFailure(edit.state.failure),
              retry() {
                dropEdit(edit)
                send(edit.patch)
              },
              discard: () => dropEdit(edit),
            },
      )
    }
  }
  return marks
}
