import { leadChanges, type LeadChange } from '#model/lead-change.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import { activityQueries } from './activity-queries.ts'

/**
 * Who changed what on a lead in the days that are kept, the latest first. All of it is read, page after page:
 * what is looked for may be a single field's change.
 */
export function useLeadChanges(leadId: string): {
  changes: LeadChange[] | undefined
  /** Older ones are still on their way. */
  isReading: boolean
  isFetching: boolean
  error: Error | null
  refetch: () => void
} {
  const query = useInfiniteQuery(activityQueries.events(leadId))
  const { data, error, hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage()
  }, [hasNextPage, isFetching, error, fetchNextPage])
  const changes = useMemo(() => data && leadChanges(data.pages.flatMap((page) => page.data)), [data])
  return {
    changes,
    isReading: hasNextPage && !error,
    isFetching,
    error,
    refetch: () => void (data && hasNextPage ? fetchNextPage() : query.refetch()),
  }
}
