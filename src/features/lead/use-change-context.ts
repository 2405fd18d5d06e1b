import { settingsQueries } from '#data/settings-queries.ts'
import { usePeople } from '#data/use-people.ts'
import type { CustomField } from '#model/custom-field.ts'
import type { Contact } from '#model/lead.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { ChangeContext } from './change-words.ts'

const NONE: readonly CustomField[] = []

/** The organisation's fields and people, for reading a lead's changes. */
export function useChangeContext(contacts: readonly Contact[] | undefined): ChangeContext {
  const fields = useQuery(settingsQueries.leadSchema()).data ?? NONE
  const users = usePeople()
  return useMemo(() => ({ fields, users, contacts }), [fields, users, contacts])
}
