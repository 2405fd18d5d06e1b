import { retryEdit, useFieldEdits, useFieldState } from '#data/lead-edits.ts'
import { dropOperations } from '#data/ledger.ts'
import { useChildren } from '#data/use-children.ts'
import { announceElsewhere } from '#fields/announce-elsewhere.ts'
import { chipMarks } from '#fields/chip-marks.ts'
import { saveOf } from '#fields/save-of.ts'
import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import type { Patch } from '#model/lead-patch.ts'
import { useMemo } from 'react'

/**
 * A custom field of a contact for its editor: what its edits are doing, how to set it, and how to add and remove
 * one of several values. A refusal stays at the field until the person settles it.
 */
export function useContactField(
  { leadId, contactId, name }: { leadId: string; contactId: string; name: string },
  field: CustomField,
) {
  const key = customKey(field.id)
  const contacts = useChildren(leadId, 'contact')
  const state = useFieldState(contactId, key)
  const save = useMemo(() => saveOf<unknown>(state, key), [state, key])
  const edits = useFieldEdits(contactId, key)
  const marks = useMemo(
    () => chipMarks(edits, key, { retry: retryEdit, discard: ({ id }) => dropOperations([id]) }),
    [edits, key],
  )
  const ways = useMemo(() => {
    const send = async (patch: Patch) => {
      const outcome = await contacts.update(contactId, patch, name, { about: { field: field.name } })
      if (outcome === 'settled') return
      announceElsewhere(leadId, `edit ${contactId} ${key}`, `${field.name} of ${name} was not saved.`)
    }
    return {
      set: (value: unknown) => void send({ [key]: value }),
      add: (value: string) => void send({ [`${key}.add`]: value }),
      remove: (value: string) => void send({ [`${key}.remove`]: value }),
    }
  }, [contacts, contactId, leadId, name, key, field.name])
  return { save, marks, ...ways }
}
