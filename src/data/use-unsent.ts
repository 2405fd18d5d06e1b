import { useIsMutating } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'

import { ledger } from './ledger.ts'

/** How much of what this tab did is not on the server: still on its way, and refused or lost. */
export function useUnsent(): { waiting: number; failed: number } {
  const failed = useSelector(
    ledger,
    ({ edits }) => edits.filter(({ state }) => state.kind === 'failed').length,
  )
  const waiting = useSelector(
    ledger,
    ({ edits }) => edits.filter(({ state }) => state.kind === 'waiting').length,
  )
  // Not every write is an edit: a new lead, a contact, a merge.
  return { waiting: Math.max(waiting, useIsMutating()), failed }
}
