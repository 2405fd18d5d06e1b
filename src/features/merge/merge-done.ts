import type { Lead } from '#model/lead.ts'
import type { MergeCheck } from '#model/merge-preview.ts'

/** A finished merge: what was promised, held against what the server has. */
export type MergeDone = {
  sourceName: string
  after: Lead
  checks: MergeCheck[]
  /** False when the server was still at work after the longest wait. */
  isComplete: boolean
}
