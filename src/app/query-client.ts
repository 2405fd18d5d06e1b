import { isPassing, toFailure } from '#model/failure.ts'
import { QueryClient } from '@tanstack/react-query'

const SHORT_WAIT_MS = 400

/**
 * The cache of what the server said. A read that may pass is tried once more; a write never is, since a second
 * `POST` could do it twice: the person is told and decides.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 1 && isPassing(toFailure(error)),
        retryDelay: (_failures, error) => waitFor(error),
        networkMode: 'always', // the demo needs no network; without one a live request fails by itself
        gcTime: 15 * 60_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

function waitFor(error: unknown): number {
  const failure = toFailure(error)
  if (failure.kind === 'http' && failure.retryAfter !== null) return failure.retryAfter * 1000
  return SHORT_WAIT_MS
}
