/** Who waits for a request: a person at the screen, or work that goes on behind it. */
export type Lane = 'person' | 'background'

export type Queue = {
  /** Runs `task` when its turn comes. An abort takes it out of the line and rejects with the signal's reason. */
  run<T>(lane: Lane, task: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/**
 * Lets at most `most` tasks run at once, of them at most `mostBackground` of the background; what a person
 * waits for goes first.
 */
export function createQueue(most: number, mostBackground: number): Queue {
  const running: Record<Lane, number> = { person: 0, background: 0 }
  const waiting: Record<Lane, (() => void)[]> = { person: [], background: [] }

  function isFree(lane: Lane): boolean {
    if (running.person + running.background >= most) return false
    return lane === 'person' || running.background < mostBackground
  }

  function turn(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (isFree(lane)) {
      running[lane] += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        waiting[lane] = waiting[lane].filter((other) => other !== start)
        reject(signal?.reason)
      }
      waiting[lane].push(start)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  function done(lane: Lane): void {
    running[lane] -= 1
    for (const next of ['person', 'background'] as const) {
      const start = isFree(next) ? waiting[next].shift() : undefined
      if (!start) continue
      running[next] += 1
      start()
      return
    }
  }

  return {
    async run(lane, task, signal) {
      await turn(lane, signal)
      try {
        return await task()
      } finally {
        done(lane)
      }
    },
  }
}
