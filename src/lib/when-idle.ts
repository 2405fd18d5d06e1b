/**
 * Calls `work` when the browser has nothing better to do, at the earliest after `ms` milliseconds. Returns the
 * function that calls it off.
 */
export function whenIdle(work: () => void, ms: number): () => void {
  let idle: number | undefined
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work)
    else work() // Safari has no such call
  }, ms)
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
