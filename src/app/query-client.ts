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
        retry: (failures, error) => failures < 1 && mayPass(error),
        retryDelay: SHORT_WAIT_MS,
        networkMode: 'always', // the demo needs no network; without one a live request fails by itself
        refetchOnReconnect: true, // 'always' would switch it off
        gcTime: 15 * 60_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Too many requests were waited out already, as far as that makes sense. */
function mayPass(error: unknown): boolean {
  const failure = toFailure(error)
  return isPassing(failure) && !(failure.kind === 'http' && failure.status === 429)
}
