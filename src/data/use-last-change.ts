import { listLeadEvents } from '#api/activity-pages.ts'
import { changesOf, leadChanges } from '#model/lead-change.ts'
import { userName } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { activityKeys } from './activity-queries.ts'
import { settingsQueries } from './settings-queries.ts'

const NOTHING = [...activityKeys.all, 'last-change'] as const

/**
 * Who changed a field of a lead last and when (ISO 8601), by the latest events of its log; undefined while that
 * is not known. Nothing is asked unless `enabled`.
 */
export function useLastChange(
  leadId: string,
  field: string,
  enabled: boolean,
): { name: string; at: string } | undefined {
  const change = useQuery({
    // One entry of the cache stands for all fields that nobody asks about.
    queryKey: enabled ? [...activityKeys.lead(leadId), 'last-change', field] : NOTHING,
    queryFn: async ({ signal }) => {
      const { data } = await listLeadEvents(leadId, null, signal)
      return changesOf(leadChanges(data), field)[0] ?? null
    },
    enabled,
    staleTime: 0,
  }).data
  const users = useQuery({ ...settingsQueries.users(), enabled }).data
  return useMemo(() => {
    const user = users?.find(({ id }) => id === change?.userId)
    return enabled && change && user ? { name: userName(user), at: change.at } : undefined
  }, [enabled, change, users])
}
