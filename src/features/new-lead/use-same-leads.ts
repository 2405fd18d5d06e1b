import { leadQueries } from '#data/lead-queries.ts'
import { useDebounced } from '#lib/use-debounced.ts'
import type { LeadRow } from '#model/lead.ts'
import { sameLeadQuery } from '#model/search.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

const TYPING_MS = 300
const NONE: LeadRow[] = []

/** Leads that share the name, web domain or an e-mail, once the person has stopped typing. */
export function useSameLeads(likeness: { name: string; url: string; emails: string[] }): LeadRow[] {
  const settled = useDebounced(JSON.stringify(likeness), TYPING_MS)
  const query = useMemo(() => sameLeadQuery(JSON.parse(settled) as typeof likeness), [settled])
  const found = useQuery(leadQueries.find(query, 6))
  return query === null || found.isPlaceholderData ? NONE : (found.data ?? NONE)
}
