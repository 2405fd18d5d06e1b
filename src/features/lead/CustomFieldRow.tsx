import { CustomFieldEditor } from '#fields/CustomFieldEditor.tsx'
import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import type { Contact } from '#model/lead.ts'
import type { Person } from '#model/organization.ts'
import { memo } from 'react'

import { HistoryField } from './HistoryField.tsx'
import { useChipEdits } from './use-chip-edits.ts'
import { useLeadField } from './use-lead-field.ts'

/** One custom field of a lead, edited in place. Drawn again only when its own value or edit changes. */
export const CustomFieldRow = memo(function CustomFieldRow({
  leadId,
  field,
  value,
  users,
  contacts,
  lockedReason,
}: {
  leadId: string
  field: CustomField
  value: unknown
  /** For fields that name users. */
  users?: readonly Person[] | undefined
  /** For fields that name contacts: this lead's. */
  contacts?: readonly Contact[] | undefined
  lockedReason: string | null
}) {
  const key = customKey(field.id)
  const { save, set } = useLeadField<unknown>(leadId, key, field.name)
  const chips = useChipEdits(leadId, key, field.name)
  return (
    <HistoryField
      leadId={leadId}
      field={key}
      label={field.name}
      isStatic={lockedReason !== null || field.type === 'custom_object'}
    >
      <CustomFieldEditor
        field={field}
        value={value}
        users={users}
        contacts={contacts}
        lockedReason={lockedReason}
        save={save}
        onCommit={set}
        marks={chips.marks}
        onAdd={chips.add}
        onRemove={chips.remove}
      />
    </HistoryField>
  )
})
