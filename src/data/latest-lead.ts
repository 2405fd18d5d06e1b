import type { Lead } from '#model/lead.ts'
import { withOperations } from '#model/operation.ts'
import type { QueryClient } from '@tanstack/react-query'

import { knownLead } from './known-row.ts'
import { ledger } from './ledger.ts'

/**
 * The whole lead as this tab knows it at this moment, what is on its way included; undefined when it was never
 * read. For an edit that has to send a whole list, made from what is there when it is sent.
 */
export function latestLead(client: QueryClient, id: string): Lead | undefined {
  const newest = knownLead(client, id)
  return (
    newest &&
    withOperations(
      newest,
      ledger.state.operations.filter((operation) => operation.leadId === id),
    )
  )
}
