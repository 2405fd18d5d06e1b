import { isUnsettled, type Operation } from './operation.ts'

/** A save of the usual length is not worth a word, in milliseconds. */
const QUIET_MS = 1_500

export type QueueCount = {
  /** On their way, and nobody has to do anything. */
  waiting: number
  /** Refused, or in conflict: a person has to decide. */
  decide: number
}

/**
 * What the queue shows at `now` (milliseconds since the epoch): nothing of what is being saved as usual or can
 * still be taken back. `wakeAt` is when that may change by itself; null when only with an operation.
 */
export function shownQueue(
  operations: readonly Operation[],
  now: number,
  isOnline: boolean,
): { count: QueueCount; wakeAt: number | null } {
  const decide = operations.filter(isUnsettled).length
  const waiting = operations.filter((one) => !isUnsettled(one))
  const isStalled = waiting.some(({ state }) => state.kind === 'waiting' && state.stalled !== undefined)
  if (isStalled || (!isOnline && waiting.length > 0)) {
    return { count: { waiting: waiting.length, decide }, wakeAt: null }
  }
  const dueAt = (one: Operation) => Math.max(one.at, one.notBefore) + QUIET_MS
  const late = waiting.filter((one) => dueAt(one) <= now)
  const next = Math.min(...waiting.map(dueAt).filter((at) => at > now))
  return { count: { waiting: late.length, decide }, wakeAt: Number.isFinite(next) ? next : null }
}

/** Says it in a few words, what needs the person first; null when there is nothing to say. */
export function queueText({ waiting, decide }: QueueCount): string | null {
  if (decide > 0) return decide === 1 ? '1 needs you' : `${decide} need you`
  if (waiting === 0) return null
  return waiting === 1 ? '1 change waiting' : `${waiting} changes waiting`
}
