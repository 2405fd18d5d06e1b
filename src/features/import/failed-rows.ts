import { describeFailure } from '#model/failure.ts'
import type { CsvRow } from '#model/import-table.ts'

import type { ImportState } from './import-store.ts'

export type FailedRow = { row: CsvRow; reason: string; isUncertain: boolean }

const UNCERTAIN = 'It is not known whether this lead was created; "Retry failed rows" looks first.'

/** Rows that did not become leads, in the order of the file: those the server refused and those never sent. */
export function failedRows({ file, run }: Extract<ImportState, { step: 'run' }>): FailedRow[] {
  const failed = new Map<number, Omit<FailedRow, 'row'>>()
  for (const { index, reason } of run.held) failed.set(index, { reason, isUncertain: false })
  for (const [index, result] of run.results) {
    if (result.kind !== 'failed') continue
    const { failure, isUncertain } = result
    const reason = describeFailure(failure)
    failed.set(index, { reason: isUncertain ? `${reason} ${UNCERTAIN}` : reason, isUncertain })
  }
  return [...failed]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, rest]) => {
      const row = file.table.rows[index]
      return row ? [{ row, ...rest }] : []
    })
}
