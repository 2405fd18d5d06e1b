import { everyPerson, type Person } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { settingsQueries } from './settings-queries.ts'

/** The organisation's users, and those who have left it, marked; undefined until they are known. */
export function usePeople(): readonly Person[] | undefined {
  const users = useQuery(settingsQueries.users()).data
  const organization = useQuery(settingsQueries.organization()).data
  return useMemo(() => users && everyPerson(users, organization), [users, organization])
}
