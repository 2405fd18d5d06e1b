import { fresher } from '#model/fresher.ts'
import type { Lead, LeadRow } from '#model/lead.ts'
import { withOperations } from '#model/operation.ts'
import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { leadKeys } from './keys.ts'
import { useLeadOperations } from './lead-edits.ts'
import type { LeadPage } from './lead-list.ts'
import { ledger } from './ledger.ts'

/**
 * What this tab already knows of a lead before its whole answer has come: the last answer to a write or read,
 * else its row in a list, where only the asked fields are there. Edits on their way are on top. It may stand
 * on the screen meanwhile and is never put into the cache as a whole lead.
 */
export function useKnownRow(id: string): LeadRow | undefined {
  const client = useQueryClient()
  const operations = useLeadOperations(id)
  const known = useSelector(ledger, (now) => now.known.get(id))
  const row = useMemo(() => knownLead(client, id) ?? knownRow(client, id), [client, id])
  return useMemo(() => row && withOperations(fresher(row, known), operations), [row, known, operations])
}

/** The whole lead as the server last answered it to a read or a write, without what is on its way. */
export function knownLead(client: QueryClient, id: string): Lead | undefined {
  const answer = client.getQueryData<Lead>(leadKeys.detail(id))
  const known = ledger.state.known.get(id)
  if (answer && known) return known.date_updated >= answer.date_updated ? known : answer
  return answer ?? known
}

/** A lead's row in any cached list, the one with most fields. */
export function knownRow(client: QueryClient, id: string): LeadRow | undefined {
  let best: LeadRow | undefined
  for (const [, data] of client.getQueriesData<InfiniteData<LeadPage>>({ queryKey: leadKeys.lists })) {
    for (const page of data?.pages ?? []) {
      const row = page.rows.find((row) => row.id === id)
      if (row && (!best || Object.keys(row).length > Object.keys(best).length)) best = row
    }
  }
  return best
}
