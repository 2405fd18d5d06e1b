import { searchLeads } from '#api/leads.ts'
import { ApiError } from '#model/failure.ts'
import { fieldsFor, type LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import { DEFAULT_SORT, searchQuery, searchSort, type LeadView, type QueryNode } from '#model/search.ts'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'

import { leadKeys } from './keys.ts'
import { ledger } from './ledger.ts'

/*
 * How the table pages (contract 18): a search is walked by its cursor, 200 leads a page, in the order of the
 * sort. A cursor lives 30 s and a walk ends after 10,000 leads. So
 *  - pages are fetched only as far as someone scrolls;
 *  - when the cursor has died (the rep read for a while), the walk is taken up again: sorted by creation or
 *    update, by a new search that starts at the last lead's date; in any other order, by walking again with
 *    nothing but ids until the place is reached;
 *  - past 10,000 leads the same continuation by date goes on to the end; in other orders the table says that
 *    it ends there, since the API has no way to ask for the rest.
 * A lead that the continuation meets again is dropped by its id.
 */

export const LIST_PAGE = 200
const CURSOR_MS = 25_000
const WALK_LIMIT = 10_000

type PageParam = {
  cursor: string | null
  issuedAt: number
  /** Leads before this page, counted as the server sent them. */
  walked: number
  /** Leads before this page within the present cursor walk. */
  inWalk: number
  /** Sort value of the last lead, when the sort can continue by date. */
  after: string | null
  /** Ids that a continuation may meet again: those with the same date as `after`. */
  seen: readonly string[]
}

export type LeadPage = {
  rows: LeadRow[]
  /** Leads that match, as the first page was told; null on later pages. */
  total: number | null
  next: PageParam | null
}

const FIRST: PageParam = { cursor: null, issuedAt: 0, walked: 0, inWalk: 0, after: null, seen: [] }

/** The leads of a view, page by page. `columns` are all columns, `shown` the visible ones: only theirs are asked. */
export function leadListQuery(view: LeadView, columns: readonly LeadColumn[], shown: readonly LeadColumn[]) {
  const query = searchQuery(view, columns)
  const sort = searchSort(view.sort, columns)
  const fields = fieldsFor(shown)
  const sortField = view.sort?.field ?? DEFAULT_SORT.field
  const direction = view.sort?.direction ?? DEFAULT_SORT.direction
  const byDate = sortField === 'date_created' || sortField === 'date_updated' ? sortField : null

  return infiniteQueryOptions({
    queryKey: [...leadKeys.lists, { query, sort, fields }] as const,
    initialPageParam: FIRST,
    placeholderData: keepPreviousData,
    structuralSharing: false, // comparing thousands of rows deeply costs more than drawing thirty
    staleTime: 30_000,
    refetchOnWindowFocus: isShortList,
    getNextPageParam: (page: LeadPage) => page.next,
    queryFn: async ({ pageParam, signal }): Promise<LeadPage> => {
      const ask = (params: Pick<PageParam, 'cursor'>, rest: QueryNode, names = fields, counts = false) =>
        searchLeads(
          { query: rest, sort, fields: names, limit: LIST_PAGE, cursor: params.cursor, counts },
          signal,
        )

      if (pageParam.walked === 0) {
        const answer = await ask(pageParam, query, fields, true)
        return toPage(answer.data, answer.cursor, pageParam, answer.count?.total ?? answer.data.length)
      }
      const alive = pageParam.cursor !== null && Date.now() - pageParam.issuedAt < CURSOR_MS
      if (alive) {
        try {
          const answer = await ask(pageParam, query)
          return toPage(answer.data, answer.cursor, pageParam, null)
        } catch (error) {
          if (!isExpiredCursor(error)) throw error
        }
      }
      if (byDate && pageParam.after) {
        const rest = continueFrom(query, byDate, direction, pageParam.after)
        const answer = await ask({ cursor: null }, rest)
        return toPage(answer.data, answer.cursor, { ...pageParam, inWalk: 0 }, null)
      }
      let walked = 0
      let cursor: string | null = null
      while (walked < pageParam.walked) {
        const answer = await ask({ cursor }, query, ['id'])
        walked += answer.data.length
        cursor = answer.cursor ?? null
        if (!cursor) return { rows: [], total: null, next: null }
      }
      const answer = await ask({ cursor }, query)
      return toPage(answer.data, answer.cursor, pageParam, null)
    },
  })

  function toPage(
    data: LeadRow[],
    cursor: string | null | undefined,
    param: PageParam,
    total: number | null,
  ): LeadPage {
    const seen = new Set(param.seen)
    const gone = ledger.state.gone
    const rows = data.filter((row) => !seen.has(row.id) && !gone.has(row.id))
    const dropped = data.filter((row) => gone.has(row.id)).length
    const last = data.at(-1)
    const after = byDate ? (last?.[byDate] ?? null) : null
    const inWalk = param.inWalk + data.length
    const done = !last || (!cursor && !(after && inWalk >= WALK_LIMIT))
    const next: PageParam | null = done
      ? null
      : {
          cursor: cursor ?? null,
          issuedAt: Date.now(),
          walked: param.walked + data.length,
          inWalk,
          after,
          seen: after ? data.filter((row) => byDate && row[byDate] === after).map((row) => row.id) : [],
        }
    return { rows, total: total === null ? null : Math.max(0, total - dropped), next }
  }
}

/** The most leads that a walk in this order can reach; Infinity when it continues by date. */
export function reachOf(view: LeadView): number {
  const field = view.sort?.field ?? DEFAULT_SORT.field
  return field === 'date_created' || field === 'date_updated' ? Infinity : WALK_LIMIT
}

/** Whether a list is short enough to be read again at once; a long one waits until someone asks for it. */
export function isShortList(query: { state: { data: unknown } }): boolean {
  const data = query.state.data as { pages?: unknown[] } | undefined
  return (data?.pages?.length ?? 0) <= 3
}

function continueFrom(query: QueryNode, field: string, direction: 'asc' | 'desc', after: string): QueryNode {
  const moment = (value: string) => ({ type: 'fixed_utc', value })
  // The lower end is inclusive, the upper exclusive; so a descending walk reaches a millisecond further up and
  // drops what it has seen.
  const condition =
    direction === 'asc'
      ? { type: 'moment_range', on_or_after: moment(after), before: null }
      : { type: 'moment_range', on_or_after: null, before: moment(nextMillisecond(after)) }
  return {
    type: 'and',
    negate: false,
    queries: [
      query,
      {
        type: 'field_condition',
        negate: false,
        field: { type: 'regular_field', object_type: 'lead', field_name: field },
        condition,
      },
    ],
  }
}

function nextMillisecond(iso: string): string {
  return new Date(Date.parse(iso) + 1).toISOString().replace('Z', '+00:00')
}

function isExpiredCursor(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.failure.kind !== 'http' || error.failure.status !== 400)
    return false
  return error.failure.fields.some(({ path }) => path.includes('cursor'))
}
