import { countOutcomes, rowOutcomes, type OutcomeCounts, type RowOutcome } from '#model/import-check.ts'
import { useMemo } from 'react'

import type { Check } from './import-store.ts'

/** What happens to each row under the present decisions, and how often. */
export function useOutcomes({ rows, found, decisions }: Check): {
  outcomes: RowOutcome[]
  counts: OutcomeCounts
} {
  return useMemo(() => {
    const outcomes = rowOutcomes(rows, found, decisions)
    return { outcomes, counts: countOutcomes(outcomes) }
  }, [rows, found, decisions])
}
