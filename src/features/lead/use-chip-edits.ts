import { useFieldEdits } from '#data/lead-edits.ts'
import { dropEdit } from '#data/ledger.ts'
import type { CustomKey } from '#model/custom-key.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { chipMarks } from './chip-marks.ts'
import { editField } from './edit-field.ts'

/**
 * A custom field with several values: how to add and remove one, and what each value's edit is doing. Only the
 * one value is sent, so that what a colleague adds at the same moment stays.
 */
export function useChipEdits(leadId: string, field: CustomKey, label: string) {
  const client = useQueryClient()
  const edits = useFieldEdits(leadId, field)
  const ways = useMemo(() => {
    const about = { leadId, field, refusal: `${label} was not saved` }
    const add = (value: string) => void editField(client, about, { [`${field}.add`]: value })
    const remove = (value: string) => void editField(client, about, { [`${field}.remove`]: value })
    return { about, add, remove }
  }, [client, leadId, field, label])
  const marks = useMemo(
    () =>
      chipMarks(edits, {
        retry: (edit) => {
          dropEdit(edit)
          void editField(client, ways.about, edit.patch)
        },
        discard: dropEdit,
      }),
    [client, edits, ways],
  )
  return { marks, add: ways.add, remove: ways.remove }
}
