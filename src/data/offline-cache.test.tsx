// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { BUILT_IN_COLUMNS } from '#model/lead-column.ts'
import { ALL_ACTIVITIES } from '#model/activity.ts'
import { installTestServer, type TestServer } from '#mocks/node.ts'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'

import { activityQueries } from './activity-queries.ts'
import { clearLedger } from './ledger.ts'
import { leadListQuery } from './lead-list.ts'
import { leadQueries } from './lead-queries.ts'
import { startOfflineCache } from './offline-cache.ts'

let server: TestServer & { uninstall(): void }
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  server.uninstall()
  clearLedger()
  vi.useRealTimers()
})

const LIST = leadListQuery({ q: '', filters: [], sort: null }, BUILT_IN_COLUMNS, BUILT_IN_COLUMNS)
const WRITTEN_MS = 1_300
vi.setConfig({ testTimeout: 20_000 })

/** A page: its cache, filled from the disk. */
function open(name: string): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  stops.push(startOfflineCache(client, name))
  return client
}

const post = (path: string, body: unknown) =>
  fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('what one page read another shows without a network', async () => {
  server = installTestServer({ leads: 450 })
  const first = open('shown')
  const id = [...server.state.all('lead')][0]?.id ?? ''
  const lead = await first.fetchQuery(leadQueries.detail(id))
  await first.fetchInfiniteQuery({ ...LIST, pages: 3 })
  await wait(WRITTEN_MS)

  server.setFaults('* * network')
  const second = open('shown')
  await vi.waitFor(() => expect(second.getQueryData(leadQueries.detail(id).queryKey)).toEqual(lead))
  const list = second.getQueryData(LIST.queryKey)
  expect(list?.pages.map(({ rows }) => rows.length)).toEqual([200, 200])
  const state = second.getQueryState(leadQueries.detail(id).queryKey)
  expect(state?.dataUpdatedAt).toBe(first.getQueryState(leadQueries.detail(id).queryKey)?.dataUpdatedAt)
  expect(state?.isInvalidated).toBe(true) // whoever shows it reads it anew
})

test('the newest of what happened on a lead is there without a network, as the filters narrow it', async () => {
  server = installTestServer({ leads: 1 })
  const id = [...server.state.all('lead')][0]?.id ?? ''
  for (let i = 0; i < 130; i++) await post('/activity/note/', { lead_id: id, note: `Note ${i}` })
  const first = open('happened')
  const all = activityQueries.pages(id, ALL_ACTIVITIES)
  const calls = activityQueries.pages(id, { ...ALL_ACTIVITIES, types: ['Call'] })
  await first.fetchInfiniteQuery({ ...all, pages: 2 })
  await first.fetchInfiniteQuery(calls)
  await first.fetchInfiniteQuery(activityQueries.events(id))
  await wait(WRITTEN_MS)

  server.setFaults('* * network')
  const second = open('happened')
  await vi.waitFor(() => expect(second.getQueryData(all.queryKey)?.pages).toHaveLength(1))
  expect(second.getQueryData(all.queryKey)?.pages[0]?.data).toHaveLength(100)
  expect(second.getQueryData(activityQueries.events(id).queryKey)).toBeDefined()
  expect(second.getQueryData(calls.queryKey)).toBeUndefined() // all of them hold what it would
})

test('what was read meanwhile is not replaced by what is old', async () => {
  server = installTestServer({ leads: 2 })
  const id = [...server.state.all('lead')][0]?.id ?? ''
  const first = open('newer')
  await first.fetchQuery(leadQueries.detail(id))
  await wait(WRITTEN_MS)

  const second = open('newer')
  second.setQueryData(leadQueries.detail(id).queryKey, (old) => old)
  const newer = { ...(await second.fetchQuery(leadQueries.detail(id))), name: 'Newer' }
  second.setQueryData(leadQueries.detail(id).queryKey, newer)
  await wait(100)
  expect(second.getQueryData(leadQueries.detail(id).queryKey)?.name).toBe('Newer')
})

test('what is more than a week old is forgotten', async () => {
  server = installTestServer({ leads: 2 })
  const id = [...server.state.all('lead')][0]?.id ?? ''
  await open('old').fetchQuery(leadQueries.detail(id))
  await wait(WRITTEN_MS)

  const later = Date.now() + 8 * 24 * 3_600_000
  vi.spyOn(Date, 'now').mockImplementation(() => later)
  const second = open('old')
  await wait(100)
  vi.restoreAllMocks()
  expect(second.getQueryData(leadQueries.detail(id).queryKey)).toBeUndefined()
  const third = open('old')
  await wait(100)
  expect(third.getQueryData(leadQueries.detail(id).queryKey)).toBeUndefined()
})
