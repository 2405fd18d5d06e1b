import { isUnsettled } from '#model/operation.ts'
import { useIsMutating } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'

import { ledger } from './ledger.ts'

/** How much of what was done here is not on the server: still on its way, and left for the person to decide. */
export function useUnsent(): { waiting: number; failed: number } {
  const failed = useSelector(ledger, ({ operations }) => operations.filter(isUnsettled).length)
  const all = useSelector(ledger, ({ operations }) => operations.length)
  // Not every write is an operation on a lead: a new lead, a merge, settings.
  return { waiting: all - failed + useIsMutating(), failed }
}
