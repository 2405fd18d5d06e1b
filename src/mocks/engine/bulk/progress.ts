import { numberOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'

/** How background work goes on with the clock [guess: the speed]. Source: contract 20. */

const PREPARE_MS = 200
const LOAD_MS = 200
const PER_SECOND = 2000
const SHORTEST_MS = 800

export type Progress = { status: 'created' | 'loading' | 'processing' | 'done'; processed: number }

/**
 * Where a bulk action of `total` objects should be at `now`: created, loading, then processing about 2000
 * objects a second, done. It never goes back. Counts from `resumed_at`, when `resumed_from` were processed.
 */
export function progressAt(action: Rec, total: number, now: number): Progress {
  const elapsed = now - (numberOf(action, 'resumed_at') ?? now)
  const before = numberOf(action, 'resumed_from') ?? 0
  if (before === 0 && elapsed < PREPARE_MS) return { status: 'created', processed: 0 }
  if (before === 0 && elapsed < PREPARE_MS + LOAD_MS) return { status: 'loading', processed: 0 }
  const worked = Math.max(0, elapsed - PREPARE_MS - LOAD_MS)
  const perMs = Math.min(PER_SECOND / 1000, Math.max(1, total) / SHORTEST_MS)
  const processed = Math.min(total, before + Math.floor(worked * perMs))
  const known = Math.max(processed, numberOf(action, 'n_objects_processed') ?? 0)
  return { status: known >= total ? 'done' : 'processing', processed: known }
}

/** Whether nothing moves until somebody says so. */
export function isPaused(action: Rec): boolean {
  return textOf(action, 'status') === 'paused'
}
