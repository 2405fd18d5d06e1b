import { advanceBulkAction } from './bulk/run.ts'
import type { Call } from './call.ts'
import { advanceExport } from './export/run.ts'
import { runningJobs } from './jobs.ts'
import { finishConversion } from './writes/convert-field.ts'
import { finishMerge } from './writes/merge.ts'

/** Moves background work on to where the clock says it is, on behalf of those who started it. */
export function advanceJobs(call: Call): void {
  for (const job of runningJobs(call.tx)) {
    const onBehalf = { ...call, callerId: job.userId }
    if (job.kind === 'merge' && call.now >= job.dueAt) finishMerge(onBehalf, job)
    if (job.kind === 'conversion' && call.now >= job.dueAt) finishConversion(onBehalf, job)
    if (job.kind === 'bulk') advanceBulkAction(onBehalf, job.id)
    if (job.kind === 'export') advanceExport(onBehalf, job.id)
  }
}
