import type { LeadRow } from '#model/lead.ts'
import { searchQuery } from '#model/search.ts'
import { useDebounced } from '#lib/use-debounced.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { leadQueries } from './lead-queries.ts'

export type FoundLeads = {
  leads: readonly LeadRow[]
  /** What they were looked for by. */
  query: string
  isLoading: boolean
  error: Error | null
}

const MOST = 20
const SETTLES_MS = 120

/** A few leads that match what somebody is typing; `exclude` is never among them. */
export function useFoundLeads(text: string, exclude: string | null): FoundLeads {
  const q = useDebounced(text.trim(), SETTLES_MS)
  const query = useMemo(() => searchQuery({ q, filters: [] }, []), [q])
  const found = useQuery(leadQueries.find(query, MOST))
  return {
    leads: (found.data ?? []).filter(({ id }) => id !== exclude),
    query: q,
    isLoading: found.isFetching,
    error: found.error,
  }
}
