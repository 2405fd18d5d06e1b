import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** A cache without retries and the wrapper that provides it, for tests of hooks. */
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
  return {
    client,
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  }
}
