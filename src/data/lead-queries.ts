import { listActivities, listEvents } from '#api/activities.ts'
import { getLead, getLeadFields, searchLeads } from '#api/leads.ts'
import { ApiError } from '#model/failure.ts'
import type { LeadRow } from '#model/lead.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { QueryNode } from '#model/search.ts'

import { leadKeys } from './keys.ts'
import { isOvertaken, ledger, noteKnown } from './ledger.ts'

export const leadQueries = {
  /** A whole lead. An answer that is older than what a write was answered gives way to it. */
  detail: (id: string) =>
    queryOptions({
      queryKey: leadKeys.detail(id),
      queryFn: async ({ signal }) => {
        let start = performance.now()
        let lead = await getLead(id, signal)
        // An answer that was on its way during a write may be from before it.
        for (let again = 0; again < 3 && isOvertaken(id, start); again += 1) {
          start = performance.now()
          lead = await getLead(id, signal)
        }
        noteKnown(lead)
        return ledger.state.known.get(id) ?? lead
      },
      staleTime: 5_000,
    }),

  /** Named fields of a lead beyond the usual ones: its Smart Fields. */
  fields: (id: string, fields: readonly string[]) =>
    queryOptions({
      queryKey: [...leadKeys.detail(id), 'fields', fields] as const,
      queryFn: ({ signal }) => getLeadFields(id, fields, signal),
    }),

  /** A short search, for pickers and warnings; never pages. */
  find: (query: QueryNode | null, limit = 8) =>
    queryOptions<LeadRow[]>({
      queryKey: [...leadKeys.all, 'find', query, limit] as const,
      queryFn: async ({ signal }) => {
        if (query === null) return []
        const { data } = await searchLeads({ query, sort: [], fields: FOUND_FIELDS, limit }, signal)
        return data.filter((lead) => !ledger.state.gone.has(lead.id))
      },
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),

  /** A short search with the number of all leads that match, for the command palette. */
  quickFind: (query: QueryNode | null, limit = 8) =>
    queryOptions({
      queryKey: [...leadKeys.all, 'quick-find', query, limit] as const,
      queryFn: async ({ signal }): Promise<{ rows: LeadRow[]; total: number }> => {
        if (query === null) return { rows: [], total: 0 }
        const { data, count } = await searchLeads(
          { query, sort: [], fields: FOUND_FIELDS, limit, counts: true },
          signal,
        )
        const rows = data.filter((lead) => !ledger.state.gone.has(lead.id))
        return { rows, total: Math.max(count?.total ?? 0, rows.length) }
      },
      staleTime: 10_000,
    }),

  /** How much hangs below a lead besides what it carries itself: its activities, counted page by page. */
  activityCount: (id: string) =>
    queryOptions({
      queryKey: [...leadKeys.detail(id), 'activities', 'count'] as const,
      queryFn: async ({ signal }) => {
        let count = 0
        for (let skip = 0; skip < MAX_COUNTED; skip += PAGE) {
          const page = await listActivities({ leadId: id, limit: PAGE, skip }, signal)
          count += page.data.length
          if (!page.hasMore) return { count, more: false }
        }
        return { count, more: true }
      },
    }),

  /** Where a lead went that no longer exists: the survivor of its merge, or null. Source: contract 9, 19. */
  survivor: (id: string) =>
    queryOptions({
      queryKey: [...leadKeys.all, 'survivor', id] as const,
      queryFn: async ({ signal }) => {
        const gone = ledger.state.gone.get(id)
        if (gone?.kind === 'merged') return gone.into
        const events = await listEvents({ objectId: id, action: 'deleted' }, signal)
        const into = events.map((event) => event.meta?.['merge_destination_lead_id'])
        return into.find((leadId): leadId is string => typeof leadId === 'string' && leadId !== id) ?? null
      },
    }),
}

const FOUND_FIELDS = ['id', 'display_name', 'status_label', 'url', 'contacts', 'date_created', 'date_updated']
const PAGE = 100
const MAX_COUNTED = 1000

/** Whether the server says that the thing is not there (any more). */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.failure.kind === 'http' && error.failure.status === 404
}
