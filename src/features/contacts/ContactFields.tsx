import { settingsQueries } from '#data/settings-queries.ts'
import { useChildFields } from '#data/use-child-fields.ts'
import { ChildFields } from '#fields/ChildFields.tsx'
import { useFilledFields } from '#fields/use-filled-fields.ts'
import type { Contact } from '#model/lead.ts'
import { useQuery } from '@tanstack/react-query'

/** A contact's custom fields that have a value, edited in place; the empty ones when `isWhole`. */
export function ContactFields({
  leadId,
  contact,
  name,
  contacts,
  isWhole,
}: {
  leadId: string
  contact: Contact
  name: string
  /** Whether the empty ones show too. */
  isWhole: boolean
  /** The lead's, for fields that name contacts. */
  contacts: readonly Contact[]
}) {
  const { id } = contact
  const { fields, empty } = useFilledFields(useQuery(settingsQueries.childSchema('contact')).data, contact)
  const editing = useChildFields({ leadId, object: 'contact', id, name })
  const visible = isWhole ? fields : fields.filter((field) => !empty.includes(field))
  if (visible.length === 0) return null
  return (
    <div>
      <ChildFields
        {...{ leadId, name, contacts, ...editing }}
        objectId={id}
        fields={visible}
        values={contact}
      />
    </div>
  )
}
