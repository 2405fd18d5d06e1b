import type { Failure } from '#model/failure.ts'
import { useSelector } from '@tanstack/react-store'

import { ledger, type Ledger } from './ledger.ts'

/** Why what waits cannot be sent at the moment: while the line is held up nothing else is tried either. */
export function useStalled(): Failure | undefined {
  return useSelector(ledger, stalledBy)
}

function stalledBy({ operations }: Ledger): Failure | undefined {
  for (const { state } of operations) if (state.kind === 'waiting' && state.stalled) return state.stalled
  return undefined
}
