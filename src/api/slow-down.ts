/*
 * The waits that the server asked for with a 429. A refused request was not executed, so it is sent again.
 */

const waits = new Set<number>()
const listeners = new Set<() => void>()

/** When the last of the waiting requests is sent again, in milliseconds since the epoch; null when none waits. */
export function slowDownUntil(): number | null {
  return waits.size > 0 ? Math.max(...waits) : null
}

/** Calls `listener` after each change; returns how to stop. */
export function subscribeToSlowDown(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Waits, for everyone to see. Rejects with the signal's reason when it aborts. */
export async function slowDown(ms: number, signal?: AbortSignal): Promise<void> {
  // Two waits may end in the same millisecond and still count as two.
  const until = Date.now() + ms + Math.random() / 1000
  waits.add(until)
  publish()
  try {
    await sleep(ms, signal)
  } finally {
    waits.delete(until)
    publish()
  }
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms)
    function end() {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    function stop() {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

function publish(): void {
  for (const listener of listeners) listener()
}
