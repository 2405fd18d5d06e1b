import { countOutcomes, rowOutcomes, type OutcomeCounts } from '#model/import-check.ts'
import { useMemo } from 'react'

import type { Check } from './import-store.ts'

/** What happens to the rows under the present decisions. */
export function useOutcomes({ rows, found, decisions }: Check): OutcomeCounts {
  return useMemo(() => countOutcomes(rowOutcomes(rows, found, decisions)), [rows, found, decisions])
}
