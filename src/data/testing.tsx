import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'

import { startLog } from './log.ts'

let opened = 0

/** A cache without retries and the wrapper that provides it, for tests of hooks; what is done there is sent. */
export function testClient(): {
  client: QueryClient
  wrapper: (props: { children: ReactNode }) => ReactNode
} {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
  onTestFinished(startLog(client, `test-${(opened += 1)}`))
  return {
    client,
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  }
}
