import { settingsQueries } from '#data/settings-queries.ts'
import { useFieldLock } from '#data/use-field-lock.ts'
import { usePeople } from '#data/use-people.ts'
import { customKey } from '#model/custom-key.ts'
import { isUnset } from '#model/lead-patch.ts'
import type { Contact } from '#model/lead.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ContactFieldRow } from './ContactFieldRow.tsx'

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
  const schema = useQuery(settingsQueries.contactSchema()).data
  const people = usePeople()
  const lockOf = useFieldLock(schema)
  /** Fields that had a value since the card appeared: emptying one must not take it from under the hand. */
  const [filledOnce, setFilledOnce] = useState<ReadonlySet<string>>(new Set())

  const fields = schema?.filter(({ type }) => type !== 'hidden') ?? []
  const valueOf = (id: string) => contact[customKey(id)]
  const fresh = fields.filter(({ id }) => !isUnset(valueOf(id)) && !filledOnce.has(id))
  if (fresh.length > 0) setFilledOnce(new Set([...filledOnce, ...fresh.map(({ id }) => id)]))
  const visible = isWhole ? fields : fields.filter(({ id }) => filledOnce.has(id))
  if (visible.length === 0) return null

  return (
    <div>
      {visible.map((field) => (
        <ContactFieldRow
          key={field.id}
          leadId={leadId}
          contactId={contact.id}
          name={name}
          field={field}
          value={valueOf(field.id)}
          users={field.type === 'user' ? people : undefined}
          contacts={field.type === 'contact' ? contacts : undefined}
          lockedReason={lockOf(field)}
        />
      ))}
    </div>
  )
}
