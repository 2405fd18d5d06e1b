import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import type { LeadView } from '#model/search.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'
import { useCallback, useMemo } from 'react'

import { leadListQuery, reachOf } from './lead-list.ts'
import { ledger, LIST_LAG_MS } from './ledger.ts'

export type LeadList = {
  /** Leads that match; undefined until the first answer. */
  count: number | undefined
  /** Rows that can be reached in this order (contract 18: 10,000 a walk); below `count` only then. */
  reachable: number
  /** The lead at a position, for `useShownRow`; undefined while it is not loaded. */
  rowAt(index: number): LeadRow | undefined
  /** The position of a loaded lead, -1 for others. */
  indexOf(id: string): number
  /** Rows loaded so far, from the top. */
  loaded: number
  /** Loads until the row at `index` is there. Call it as often as you like. */
  reach(index: number): void
  error: Error | null
  isPending: boolean
  /** The rows are those of the view before, while the new ones are on their way. */
  isStale: boolean
  isFetching: boolean
  refetch(): void
}

/**
 * The leads of a view by position, loaded as far as someone looks (see `lead-list.ts` for how it pages), with
 * this tab's own doings on top: deleted leads gone, new leads first while the list still lags. What is edited shows
 * in each row by itself.
 */
export function useLeadList(
  view: LeadView,
  columns: readonly LeadColumn[],
  shown: readonly LeadColumn[],
  /** False while the columns are not known yet: nothing is asked for. */
  enabled = true,
): LeadList {
  const options = useMemo(() => leadListQuery(view, columns, shown), [view, columns, shown])
  const query = useInfiniteQuery({ ...options, enabled })
  const created = useSelector(ledger, (now) => now.created)
  const gone = useSelector(ledger, (now) => now.gone)
  const { dataUpdatedAt } = query
  const pages = query.data?.pages
  const isPlain = view.q.trim() === '' && view.filters.length === 0

  const rows = useMemo(() => indexPages(pages?.map((page) => page.rows) ?? []), [pages])
  const fresh = useMemo(() => {
    if (!isPlain) return []
    const recent = created.filter(({ at }) => at > dataUpdatedAt - LIST_LAG_MS)
    return recent.map(({ lead }) => lead).filter((lead) => rows.indexOf(lead.id) === -1 && !gone.has(lead.id))
  }, [isPlain, created, gone, rows, dataUpdatedAt])

  const total = pages?.[0]?.total ?? undefined
  const count = total === undefined ? undefined : Math.max(total, rows.length) + fresh.length
  const loaded = rows.length + fresh.length

  const { hasNextPage, isFetching, isFetchingNextPage, fetchNextPage, isPlaceholderData } = query
  const reach = useCallback(
    (index: number) => {
      if (index < loaded || !hasNextPage || isFetching || isPlaceholderData) return
      void fetchNextPage({ cancelRefetch: false })
    },
    [loaded, hasNextPage, isFetching, isPlaceholderData, fetchNextPage],
  )

  return {
    // At the end of the list its rows are the better count, unless the walk just may not go further.
    count:
      count !== undefined && !hasNextPage && !isPlaceholderData && loaded < reachOf(view) ? loaded : count,
    reachable: Math.min(count ?? 0, reachOf(view)),
    rowAt: (index) => (index < fresh.length ? fresh[index] : rows.at(index - fresh.length)),
    indexOf: (id) => {
      const first = fresh.findIndex((lead) => lead.id === id)
      if (first !== -1) return first
      const at = rows.indexOf(id)
      return at === -1 ? -1 : at + fresh.length
    },
    loaded,
    reach,
    error: query.error,
    isPending: query.isPending,
    isStale: query.isPlaceholderData,
    isFetching: isFetching && !isFetchingNextPage,
    refetch: () => void query.refetch(),
  }
}

/** Pages as one sequence without copying them. */
function indexPages(pages: readonly LeadRow[][]) {
  const starts: number[] = []
  let length = 0
  for (const page of pages) {
    starts.push(length)
    length += page.length
  }
  return {
    length,
    at(index: number): LeadRow | undefined {
      if (index < 0 || index >= length) return undefined
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= index) low = middle
        else high = middle - 1
      }
      return pages[low]?.[index - (starts[low] ?? 0)]
    },
    indexOf(id: string): number {
      for (const [i, page] of pages.entries()) {
        const at = placesIn(page).get(id)
        if (at !== undefined) return (starts[i] ?? 0) + at
      }
      return -1
    },
  }
}

const places = new WeakMap<LeadRow[], ReadonlyMap<string, number>>()

function placesIn(page: LeadRow[]): ReadonlyMap<string, number> {
  let known = places.get(page)
  if (!known) {
    known = new Map(page.map((row, at) => [row.id, at]))
    places.set(page, known)
  }
  return known
}
