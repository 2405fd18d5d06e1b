import type { EngineState } from '#mocks/engine/state.ts'
import type { Switches } from '#mocks/engine/switches.ts'
import { Refusal } from './refusal.ts'

const LIMIT = 240
const WINDOW_SECONDS = 8

type Count = { calls: number; window: number; inWindow: number }

/** How many calls a state has answered. It is not part of the data: it restarts with the server. */
const counts = new WeakMap<EngineState, Count>()

/**
 * Counts a call and gives the `RateLimit` header's value for it: 240 calls in each window of 8 s, `reset` in
 * whole seconds. Running out has no consequence; only the `rateLimitEvery` switch refuses, with 429 and
 * `Retry-After`. Source: Rate Limits; contract 5.
 */
export function countCall(state: EngineState, now: number, switches: Switches): string {
  const window = Math.floor(now / (WINDOW_SECONDS * 1000))
  const count = counts.get(state) ?? { calls: 0, window, inWindow: 0 }
  counts.set(state, count)
  if (count.window !== window) Object.assign(count, { window, inWindow: 0 })
  count.calls += 1
  count.inWindow += 1
  const reset = WINDOW_SECONDS - Math.floor((now / 1000) % WINDOW_SECONDS)
  const header = `limit=${LIMIT}, remaining=${Math.max(0, LIMIT - count.inWindow)}, reset=${reset}`
  if (switches.rateLimitEvery > 0 && count.calls % switches.rateLimitEvery === 0) throw tooMany(reset)
  return header
}

function tooMany(reset: number): Refusal {
  return new Refusal(
    429,
    {
      error: {
        message: 'API call count exceeded for this period',
        rate_limit: LIMIT,
        rate_limit_type: 'key',
        rate_reset: reset,
        rate_window: WINDOW_SECONDS,
      },
    },
    { ratelimit: `limit=${LIMIT}, remaining=0, reset=${reset}`, 'retry-after': String(reset) },
  )
}
