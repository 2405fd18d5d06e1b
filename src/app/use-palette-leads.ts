import { leadQueries } from '#data/lead-queries.ts'
import { ledger } from '#data/ledger.ts'
import { useDebounced } from '#lib/use-debounced.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { LeadRow } from '#model/lead.ts'
import { searchQuery } from '#model/search.ts'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { likeliestFirst, mayMatch } from './palette-match.ts'
import { recentLeads } from './recent-leads.ts'

const SETTLE_MS = 120
const MOST_RECENT = 5
const MOST_FOUND = 8
/** More than are shown, so that the likeliest can be picked: the search knows no such order. */
const MOST_ASKED = 30

export type FoundLeads = {
  rows: readonly LeadRow[]
  /** How many leads match; undefined until that is known for this very text. */
  total: number | undefined
  isSearching: boolean
  /** Why the search failed, in words. */
  problem: string | null
  retry: () => void
}

/** Leads for a typed text. While a search is under way, those found before stay as far as they match. */
export function useFoundLeads(text: string): FoundLeads {
  const wanted = text.trim()
  const q = useDebounced(wanted, SETTLE_MS)
  const query = useMemo(() => (q ? searchQuery({ q, filters: [] }, []) : null), [q])
  const found = useQuery({
    ...leadQueries.quickFind(query, MOST_ASKED),
    placeholderData: keepPreviousData,
    enabled: query !== null,
  })
  const isBehind = q !== wanted || found.isPlaceholderData
  const all = wanted ? (found.data?.rows ?? []) : []
  const matching = isBehind ? all.filter((lead) => mayMatch(lead, wanted)) : all
  return {
    rows: likeliestFirst(matching, wanted).slice(0, MOST_FOUND),
    total: isBehind || !wanted ? undefined : found.data?.total,
    isSearching: wanted !== '' && (q !== wanted || found.isFetching),
    problem: wanted && q === wanted && found.error ? describeFailure(toFailure(found.error)) : null,
    retry: () => void found.refetch(),
  }
}

/** The leads that this tab opened last, apart from the one with the id `except`; those that are gone are left out. */
export function useRecentLeads(except: string | undefined): LeadRow[] {
  const [ids] = useState(() =>
    recentLeads()
      .filter((id) => id !== except && !ledger.state.gone.has(id))
      .slice(0, MOST_RECENT),
  )
  return useQueries({
    // Mostly in the cache; a name that is a little old still tells which lead it is.
    queries: ids.map((id) => ({ ...leadQueries.detail(id), staleTime: Infinity, retry: false })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  })
}
