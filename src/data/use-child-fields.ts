import type { CustomField } from '#model/custom-field.ts'
import type { Patch } from '#model/lead-patch.ts'
import type { Update } from '#model/operation.ts'
import type { Person } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'

import { retryEdit, useEdits } from './lead-edits.ts'
import { dropOperations } from './ledger.ts'
import { settingsQueries } from './settings-queries.ts'
import { useChildren } from './use-children.ts'
import { useFieldLock } from './use-field-lock.ts'
import { usePeople } from './use-people.ts'

/** What the custom fields of something below a lead are edited with. */
export type ChildFieldEditing = {
  /** For fields that name users. */
  users: readonly Person[] | undefined
  /** Why the person may not change a field; null when they may. */
  lockOf: (field: CustomField) => string | null
  /** What is not settled of the object, oldest first. */
  edits: readonly Update[]
  retry: (edit: Update) => void
  discard: (edit: Update) => void
  /** Changes the object. The promise tells how it ended; it is pending while the change waits. */
  onEdit: (patch: Patch, field: CustomField) => Promise<'settled' | 'failed' | 'conflict'>
}

/**
 * How to edit the custom fields of a contact or an opportunity. Single values of a list are added and removed by
 * `.add` and `.remove`, which both take as a lead does (contract 14, "Values on objects"). `name` is what people
 * call the thing.
 */
export function useChildFields({
  leadId,
  object,
  id,
  name,
}: {
  leadId: string
  object: 'contact' | 'opportunity'
  id: string
  name: string
}): ChildFieldEditing {
  const ways = useChildren(leadId, object)
  return {
    users: usePeople(),
    lockOf: useFieldLock(useQuery(settingsQueries.childSchema(object)).data),
    edits: useEdits(id),
    retry: retryEdit,
    discard,
    onEdit: useCallback(
      (patch, field) => ways.update(id, patch, name, { about: { field: field.name } }),
      [ways, id, name],
    ),
  }
}

function discard({ id }: Update): void {
  dropOperations([id])
}
