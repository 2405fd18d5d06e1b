import { ALL_ACTIVITIES, passesFilter, type Activity, type ActivityFilter } from '#model/activity.ts'
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'

import { activityKeys, activityQueries } from './activity-queries.ts'
import { useActivityOverlay } from './use-activity-overlay.ts'

const NONE: readonly never[] = []

type Page = { data: Activity[]; hasMore: boolean }

export type TimelineData = {
  /** What is known so far, the latest first, each once. Undefined until anything is known. */
  activities: readonly Activity[] | undefined
  hasOlder: boolean
  /** The filter's answer could not be read: this is what was known before to pass it, and there may be more. */
  isPartial: boolean
  isLoadingOlder: boolean
  /** What is shown was known before; the server's answer to this filter is on its way. */
  isAwaited: boolean
  isFetching: boolean
  /** Why what is shown is not the newest, or nothing is. */
  error: Error | null
  /** Why older ones could not be read. */
  olderError: Error | null
  refetch: () => void
  /** Reads one more page; the activities known then, and whether there may be more. */
  loadOlder: () => Promise<{ activities: readonly Activity[]; hasOlder: boolean }>
}

/**
 * What happened on a lead, as far as it was read. While a filter's answer is awaited it shows what is already
 * known to pass it. `changed` is when the lead last changed: the history is read again with it.
 */
export function useTimeline(leadId: string, filter: ActivityFilter, changed?: string): TimelineData {
  const client = useQueryClient()
  const known = client.getQueryData<InfiniteData<Page>>(
    activityQueries.pages(leadId, ALL_ACTIVITIES).queryKey,
  )
  const query = useInfiniteQuery({
    ...activityQueries.pages(leadId, filter),
    placeholderData: () =>
      known && {
        pages: known.pages.map((page) => ({
          ...page,
          data: page.data.filter((activity) => passesFilter(activity, filter)),
        })),
        pageParams: known.pageParams as number[],
      },
  })

  const lastChange = useRef(changed)
  useEffect(() => {
    if (changed === undefined || lastChange.current === changed) return
    if (lastChange.current !== undefined)
      void client.invalidateQueries({ queryKey: activityKeys.lead(leadId) })
    lastChange.current = changed
  }, [client, leadId, changed])

  const isPartial = query.data === undefined && query.error !== null
  const read = useMemo(() => {
    if (!isPartial) return query.data && onceEach(query.data)
    const passing = known ? onceEach(known).filter((activity) => passesFilter(activity, filter)) : NONE
    return passing.length > 0 ? passing : undefined
  }, [query.data, isPartial, known, filter])
  // What was written here shows even where the history cannot be read.
  const own = useActivityOverlay(leadId, read ?? (query.error ? NONE : undefined), {
    filter,
    hasOlder: query.hasNextPage,
    readAt: query.dataUpdatedAt,
  })
  const activities = read || own?.length ? own : undefined
  const { fetchNextPage } = query
  const loadOlder = useCallback(async () => {
    const { data, hasNextPage } = await fetchNextPage({ cancelRefetch: false })
    return { activities: data ? onceEach(data) : [], hasOlder: hasNextPage }
  }, [fetchNextPage])

  return {
    activities,
    hasOlder: query.hasNextPage,
    isPartial,
    isLoadingOlder: query.isFetchingNextPage,
    isAwaited: query.isPlaceholderData,
    isFetching: query.isFetching,
    error: query.isFetchNextPageError ? null : query.error,
    olderError: query.isFetchNextPageError ? query.error : null,
    refetch: () => void query.refetch(),
    loadOlder,
  }
}

/** A new activity moves the others down, so that a page may begin with what the one before it ended with. */
function onceEach({ pages }: InfiniteData<Page>): Activity[] {
  const seen = new Map<string, Activity>()
  for (const { data } of pages)
    for (const activity of data) if (!seen.has(activity.id)) seen.set(activity.id, activity)
  return [...seen.values()]
}
