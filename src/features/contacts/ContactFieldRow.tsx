import { CustomFieldEditor } from '#fields/CustomFieldEditor.tsx'
import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import type { Contact } from '#model/lead.ts'
import type { Person } from '#model/organization.ts'
import { memo } from 'react'

import { useContactField } from './use-contact-field.ts'

/** One custom field of a contact, edited in place. */
export const ContactFieldRow = memo(function ContactFieldRow({
  leadId,
  contactId,
  name,
  field,
  value,
  users,
  contacts,
  lockedReason,
}: {
  leadId: string
  contactId: string
  /** The contact's, for sentences about it. */
  name: string
  field: CustomField
  value: unknown
  /** For fields that name users. */
  users?: readonly Person[] | undefined
  /** For fields that name contacts: the lead's. */
  contacts?: readonly Contact[] | undefined
  lockedReason: string | null
}) {
  const { save, marks, set, add, remove } = useContactField({ leadId, contactId, name }, field)
  return (
    <div data-field={customKey(field.id)}>
      <CustomFieldEditor
        {...{ field, value, users, contacts, lockedReason, save, marks }}
        onCommit={set}
        onAdd={add}
        onRemove={remove}
      />
    </div>
  )
})
