import type { Lead } from '#model/lead.ts'
import { withEdits } from '#model/lead-edit.ts'
import type { QueryClient } from '@tanstack/react-query'

import { leadKeys } from './keys.ts'
import { ledger } from './ledger.ts'

/**
 * The whole lead as this tab knows it at this moment, waiting edits included; undefined when it was never read.
 * For an edit that has to send a whole list, made from what is there when it is sent.
 */
export function latestLead(client: QueryClient, id: string): Lead | undefined {
  const answer = client.getQueryData<Lead>(leadKeys.detail(id))
  const known = ledger.state.known.get(id)
  const newest =
    answer && known ? (known.date_updated >= answer.date_updated ? known : answer) : (answer ?? known)
  return (
    newest &&
    withEdits(
      newest,
      ledger.state.edits.filter((edit) => edit.leadId === id),
    )
  )
}
