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

const shownRows = new WeakMap<LeadRow, { known: Lead | undefined; row: LeadRow }>()

/**
 * A row of a list as the person should see it; the same object as long as nothing about it changes, so that
 * its cells need not draw again. Call it with the ledger's present state.
 */
export function shownRow(row: LeadRow, now: typeof ledger.state): LeadRow {
  const known = now.known.get(row.id)
  const cached = shownRows.get(row)
  const fresh = cached && cached.known === known ? cached.row : fresher(row, known)
  if (fresh !== cached?.row) shownRows.set(row, { known, row: fresh })
  const own = now.operations.filter((operation) => operation.leadId === row.id)
  return own.length > 0 ? withOperations(fresh, own) : fresh
}
