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
type Job = MergeJob | ConversionJob | BulkJob | ExportJob

/** All work that is not done yet. */
export function runningJobs(reader: Reader): Job[] {
  return objectsOf(reader.get('meta', 'jobs'), 'running') as Job[] // only `startJob` writes them
}

/** The merges among it. */
export function runningMerges(reader: Reader): MergeJob[] {
  return runningJobs(reader).filter((job) => job.kind === 'merge')
}

/** Notes work that later requests move on. */
export function startJob(call: Call, job: Job): void {
  call.tx.put('meta', { id: 'jobs', running: [...runningJobs(call.tx), job] })
}

/** Forgets work that is done, or whose object is gone. */
export function endJob(call: Call, id: string): void {
  call.tx.put('meta', { id: 'jobs', running: runningJobs(call.tx).filter((job) => job.id !== id) })
}

/** The key in `meta` of the record that tells which objects a bulk action or an export is about. */
export function objectsKey(id: string): string {
  return `objects/${id}`
}
