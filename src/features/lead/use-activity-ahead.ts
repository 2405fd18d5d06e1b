import { activityQueries } from '#data/activity-queries.ts'
import { ALL_ACTIVITIES } from '#model/activity.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** A person who stays with a lead is likely to ask what happened; one who leafs on costs the server nothing. */
const STAYING_MS = 500

/** Reads what happened on a lead soon after it is looked at, so that asking for it waits for nothing. */
export function useActivityAhead(leadId: string, isLoaded: boolean, loadCode: () => void): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isLoaded) return
    const timer = setTimeout(() => {
      loadCode()
      void client.prefetchInfiniteQuery(activityQueries.pages(leadId, ALL_ACTIVITIES))
    }, STAYING_MS)
    return () => clearTimeout(timer)
  }, [client, leadId, isLoaded, loadCode])
}
