import { useFieldState } from '#data/lead-edits.ts'
import { useLastChange } from '#data/use-last-change.ts'
import { saveOf } from '#fields/save-of.ts'
import type { SaveState } from '#fields/save-state.ts'
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
  const by = useLastChange(leadId, field, state.kind === 'conflict')
  const save = useMemo(() => saveOf<T>(state, field, by), [state, field, by])
  const set = useCallback(
    (value: T) => void editField(client, { leadId, field, label }, { [field]: value }),
    [client, leadId, field, label],
  )
  return { save, set }
}
