// @vitest-environment happy-dom
import { installTestServer } from '#mocks/node.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { settingsQueries, useOrderLeadFields } from './settings-queries.ts'

let server: ReturnType<typeof installTestServer>
beforeEach(() => {
  server = installTestServer({ leads: 1 })
})
afterEach(() => {
  cleanup()
  server.uninstall()
})

/** The fields in the cache: the first three names of every order they ever had, and what puts them in order. */
async function openFields() {
  const client = new QueryClient()
  const shown: string[] = []
  const { result } = renderHook(() => useOrderLeadFields(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  })
  const fields = await client.fetchQuery(settingsQueries.leadSchema())
  note()
  client.getQueryCache().subscribe(note)
  function note() {
    const now = client.getQueryData(settingsQueries.leadSchema().queryKey) ?? []
    const names = now
      .slice(0, 3)
      .map(({ name }) => name)
      .join(' ')
    if (names !== shown.at(-1)) shown.push(names)
  }
  const [a = '', b = '', c = '', ...rest] = fields.map(({ id }) => id)
  return {
    shown,
    idle: () => waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0)),
    order: result.current.mutateAsync,
    first: [b, a, c, ...rest],
    second: [b, c, a, ...rest],
  }
}

test('an order shows at once and is what the server keeps', async () => {
  const { shown, order, first, idle } = await openFields()
  await order(first)
  await idle()
  expect(shown).toEqual(['Industry Employees Owner', 'Employees Industry Owner'])
})

test('a later order is not painted over by the answer to an earlier one', async () => {
  const { shown, order, first, second, idle } = await openFields()
  server.setLatency(20)
  await Promise.all([order(first), order(second)])
  await idle()
  expect(shown).toEqual(['Industry Employees Owner', 'Employees Industry Owner', 'Employees Owner Industry'])
})

test('a refused order is put back', async () => {
  const { shown, order, first, idle } = await openFields()
  server.setFaults('PUT /custom_field_schema/lead/ 500')
  await expect(order(first)).rejects.toThrow()
  await idle()
  expect(shown).toEqual(['Industry Employees Owner', 'Employees Industry Owner', 'Industry Employees Owner'])
})

test('a refused order does not undo the later one that holds it', async () => {
  const { shown, order, first, second, idle } = await openFields()
  server.setFaults('PUT /custom_field_schema/lead/ 500@1')
  await Promise.allSettled([order(first), order(second)])
  await idle()
  expect(shown).toEqual(['Industry Employees Owner', 'Employees Industry Owner', 'Employees Owner Industry'])
})
