import { fresher } from '#model/fresher.ts'
import type { Lead, LeadRow } from '#model/lead.ts'
import { withOperations } from '#model/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { useLeadOperations } from './lead-edits.ts'
import { leadQueries } from './lead-queries.ts'
import { ledger, type Gone } from './ledger.ts'

/**
 * One whole lead as the person should see it: the server's last answer with waiting edits on top. `gone` says
 * that this tab deleted it or merged it away.
 */
export function useLead(id: string): {
  lead: Lead | undefined
  error: Error | null
  isPending: boolean
  gone: Gone | undefined
  refetch: () => void
} {
  const query = useQuery(leadQueries.detail(id))
  const operations = useLeadOperations(id)
  const known = useSelector(ledger, (now) => now.known.get(id))
  const gone = useSelector(ledger, (now) => now.gone.get(id))
  const lead = useMemo(() => {
    const answer = query.data && known && known.date_updated >= query.data.date_updated ? known : query.data
    return answer && withOperations(answer, operations)
  }, [query.data, known, operations])
  return { lead, error: query.error, isPending: query.isPending, gone, refetch: () => void query.refetch() }
}

/**
 * A row of a list as the person should see it: as the server last told it, with waiting edits on top. It stays the
 * same object as long as nothing about the lead changes.
 */
export function useShownRow(row: LeadRow): LeadRow {
  const operations = useLeadOperations(row.id)
  const known = useSelector(ledger, (now) => now.known.get(row.id))
  return useMemo(() => withOperations(fresher(row, known), operations), [row, known, operations])
}
