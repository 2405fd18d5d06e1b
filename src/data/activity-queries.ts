import { listActivityPage, listLeadEvents } from '#api/activity-pages.ts'
import type { ActivityFilter } from '#model/activity.ts'
import { infiniteQueryOptions, queryOptions, type InfiniteData, type Query } from '@tanstack/react-query'

/** Apart from the lead's own keys: an edit of a field must not read a long history again. */
export const activityKeys = {
  all: ['activities'] as const,
  /** All that is known of what happened on a lead; invalidate it after writing an activity. */
  lead: (id: string) => ['activities', id] as const,
}

/** A history of more pages than this is read again only when somebody asks, not each time the window is looked at. */
const MOST_READ_AGAIN = 3
const NOTES_IN_SUMMARY = 5

export const activityQueries = {
  /** What happened on a lead, the latest first, page by page. */
  pages: (leadId: string, filter: ActivityFilter) =>
    infiniteQueryOptions({
      queryKey: [...activityKeys.lead(leadId), 'pages', filter] as const,
      queryFn: ({ pageParam, signal }) => listActivityPage(leadId, filter, { skip: pageParam }, signal),
      initialPageParam: 0,
      getNextPageParam: (last, pages) =>
        last.hasMore ? pages.reduce((sum, { data }) => sum + data.length, 0) : undefined,
      staleTime: 30_000,
      refetchOnWindowFocus: isShort,
      refetchOnReconnect: isShort,
      refetchOnMount: isShort,
    }),

  /** A lead's last notes. */
  lastNotes: (leadId: string) =>
    queryOptions({
      queryKey: [...activityKeys.lead(leadId), 'last-notes'] as const,
      queryFn: async ({ signal }) => {
        const filter = { types: ['Note'], userId: null, before: null }
        return (await listActivityPage(leadId, filter, { limit: NOTES_IN_SUMMARY }, signal)).data
      },
      staleTime: 30_000,
    }),

  /** The events of a lead itself, the latest first, page by page, as far back as they are kept. */
  events: (leadId: string) =>
    infiniteQueryOptions({
      queryKey: [...activityKeys.lead(leadId), 'events'] as const,
      queryFn: ({ pageParam, signal }) => listLeadEvents(leadId, pageParam, signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next ?? undefined,
      staleTime: 10_000,
      refetchOnWindowFocus: isShort,
    }),
}

function isShort(query: Pick<Query, 'state'>): boolean {
  const data = query.state.data as InfiniteData<unknown> | undefined
  return (data?.pages.length ?? 0) <= MOST_READ_AGAIN
}
