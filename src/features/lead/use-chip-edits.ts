import { retryEdit, useFieldEdits } from '#data/lead-edits.ts'
import { dropOperations } from '#data/ledger.ts'
import { chipMarks } from '#fields/chip-marks.ts'
import type { CustomKey } from '#model/custom-key.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { editField } from './edit-field.ts'

/**
 * A custom field with several values: how to add and remove one, and what each value's edit is doing. Only the
 * one value is sent, so that what a colleague adds at the same moment stays.
 */
export function useChipEdits(leadId: string, field: CustomKey, label: string) {
  const client = useQueryClient()
  const edits = useFieldEdits(leadId, field)
  const ways = useMemo(() => {
    const about = { leadId, field, label }
    const add = (value: string) => void editField(client, about, { [`${field}.add`]: value })
    const remove = (value: string) => void editField(client, about, { [`${field}.remove`]: value })
    return { add, remove }
  }, [client, leadId, field, label])
  const marks = useMemo(
    () => chipMarks(edits, field, { retry: retryEdit, discard: ({ id }) => dropOperations([id]) }),
    [edits, field],
  )
  return { marks, ...ways }
}
