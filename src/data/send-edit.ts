import type { Patch } from '#model/lead-patch.ts'
import type { Operation } from '#model/operation.ts'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { noteUpdate, settled } from './operations.ts'

/**
 * Patches one lead. The screen changes at once; when the server refuses, only the fields of this patch fall
 * back, and the edit stays in the ledger with the reason until it is retried or discarded. The promise tells
 * how it went and never rejects; it waits as long as there is no connection.
 */
export async function sendEdit(
  client: QueryClient,
  leadId: string,
  patch: Patch,
  about?: Partial<Operation['about']>,
): Promise<'saved' | 'failed'> {
  const edit = noteUpdate(client, { leadId, object: 'lead', id: leadId }, patch, about && { about })
  return (await settled(edit)) === 'settled' ? 'saved' : 'failed'
}

/** The one way to change fields of a lead; see `sendEdit`. Stable for a lead. */
export function useUpdateLead(leadId: string): (patch: Patch) => Promise<'saved' | 'failed'> {
  const client = useQueryClient()
  return useMemo(() => (patch: Patch) => sendEdit(client, leadId, patch), [client, leadId])
}
