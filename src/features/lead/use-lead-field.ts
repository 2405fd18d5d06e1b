import { useFieldState } from '#data/lead-edits.ts'
import { SAVED, type SaveState } from '#fields/save-state.ts'
import { describeFailure } from '#model/failure.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

import { editField } from './edit-field.ts'

/**
 * One field of a lead for its editor: what its last edit is doing, with the wanted value after a refusal, and
 * how to set it. Both stay the same until an edit of this very field.
 */
export function useLeadField<T>(
  leadId: string,
  field: string,
  label: string,
): { save: SaveState<T>; set: (value: T) => void } {
  const client = useQueryClient()
  const state = useFieldState(leadId, field)
  const save = useMemo((): SaveState<T> => {
    if (state.kind !== 'failed') return state.kind === 'saving' ? { kind: 'saving' } : SAVED
    const last = state.edits.findLast((edit) => field in edit.patch)
    return {
      kind: 'failed',
      message: describeFailure(state.failure),
      ...(last && { wanted: last.patch[field] as T }),
      retry: () => state.retry(),
      discard: () => state.discard(),
    }
  }, [state, field])
  const set = useCallback(
    (value: T) =>
      void editField(client, { leadId, field, refusal: `${label} was not saved` }, { [field]: value }),
    [client, leadId, field, label],
  )
  return { save, set }
}
