import type { Call } from './call.ts'
import { objectsOf } from './record.ts'
import type { Reader } from './state.ts'

/**
 * Work that outlasts the request which started it. It moves on when a later request comes in, as far as the
 * clock says it should have, see `advance-jobs.ts`.
 */
export type MergeJob = {
  kind: 'merge'
  /** The LeadMerge activity. */
  id: string
  source: string
  destination: string
  dueAt: number
  userId: string
}
/** A custom field that takes over `patch` with its new type. */
export type ConversionJob = {
  kind: 'conversion'
  /** The custom field. */
  id: string
  patch: Record<string, unknown>
  dueAt: number
  userId: string
}
type BulkJob = { kind: 'bulk'; id: string; userId: string }
type ExportJob = { kind: 'export'; id: string; userId: string }
export type Job = MergeJob | ConversionJob | BulkJob | ExportJob

export function runningJobs(reader: Reader): Job[] {
  return objectsOf(reader.get('meta', 'jobs'), 'running') as Job[] // only `startJob` writes them
}

export function runningMerges(reader: Reader): MergeJob[] {
  return runningJobs(reader).filter((job) => job.kind === 'merge')
}

export function startJob(call: Call, job: Job): void {
  call.tx.put('meta', { id: 'jobs', running: [...runningJobs(call.tx), job] })
}

export function endJob(call: Call, id: string): void {
  call.tx.put('meta', { id: 'jobs', running: runningJobs(call.tx).filter((job) => job.id !== id) })
}
