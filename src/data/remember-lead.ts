import type { Lead } from '#model/lead.ts'
import type { QueryClient } from '@tanstack/react-query'

import { leadKeys } from './keys.ts'

/** Puts a whole lead into the cache unless a newer one is there. */
export function rememberLead(client: QueryClient, lead: Lead): void {
  client.setQueryData<Lead>(leadKeys.detail(lead.id), (before) =>
    before && before.date_updated > lead.date_updated ? before : lead,
  )
}
