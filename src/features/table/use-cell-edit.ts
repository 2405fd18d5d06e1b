import { retryEdit, useEdits, useFieldState } from '#data/lead-edits.ts'
import { dropOperations } from '#data/ledger.ts'
import { useLastChange } from '#data/use-last-change.ts'
import type { ChipMark } from '#fields/chip-mark.ts'
import { chipMarks } from '#fields/chip-marks.ts'
import { saveOf } from '#fields/save-of.ts'
import type { SaveState } from '#fields/save-state.ts'
import type { Patch } from '#model/lead-patch.ts'
import { useQueryClient } from '@tanstack/react-query'

import { editCell, type EditedCell } from './cell-edit.ts'

/**
 * What a cell's editor needs about saving: what the last edit of the field is doing (with the wanted value after a
 * refusal), the same for each of several values, and how to send a patch. `onSettle` is called when the person has
 * chosen to retry or discard.
 */
export function useCellEdit(
  cell: EditedCell,
  onSettle: () => void,
): { save: SaveState; marks: ReadonlyMap<string, ChipMark>; send: (patch: Patch) => void } {
  const client = useQueryClient()
  const edits = useEdits(cell.leadId)
  const state = useFieldState(cell.leadId, cell.field)
  const by = useLastChange(cell.leadId, cell.field, state.kind === 'conflict')
  const save = saveOf(state, cell.field, by)
  return {
    save:
      save.kind === 'failed'
        ? {
            ...save,
            retry() {
              save.retry()
              onSettle()
            },
            discard() {
              save.discard()
              onSettle()
            },
          }
        : save,
    marks: chipMarks(edits, cell.field, {
      retry: retryEdit,
      discard: ({ id }) => dropOperations([id]),
    }),
    send: (patch) => void editCell(client, cell, patch),
  }
}
