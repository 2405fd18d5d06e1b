// @vitest-environment happy-dom
import { BUILT_IN_COLUMNS } from '#model/lead-column.ts'
import type { LeadView } from '#model/search.ts'
import { installTestServer, type TestServer } from '#mocks/node.ts'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { deleteLeadSoon } from './lead-deletion.ts'
import { sendEdit } from './send-edit.ts'
import { useCreateLead } from './lead-mutations.ts'
import { clearLedger } from './ledger.ts'
import { testClient } from './testing.tsx'
import { useShownRow } from './use-lead.ts'
import { useLeadList, type LeadList } from './use-lead-list.ts'

let server: TestServer & { uninstall(): void }
afterEach(() => {
  cleanup()
  server.uninstall()
  clearLedger()
  localStorage.clear()
})

const PLAIN: LeadView = { q: '', filters: [], sort: null }

function renderList(view: LeadView = PLAIN) {
  const { client, wrapper } = testClient()
  const rendered = renderHook(() => useLeadList(view, BUILT_IN_COLUMNS, BUILT_IN_COLUMNS), { wrapper })
  const list = () => rendered.result.current
  /** The name of the lead at a position, as its row shows it. */
  const nameAt = (index: number) => {
    const row = list().rowAt(index) ?? { id: '' }
    return renderHook(() => useShownRow(row), { wrapper }).result.current.name
  }
  return { client, wrapper, list, nameAt }
}

async function loadAll(list: () => LeadList) {
  await waitFor(() => expect(list().count).toBeDefined())
  const count = list().count ?? 0
  while (list().loaded < count) {
    const before = list().loaded
    act(() => list().reach(count - 1))
    await waitFor(() => expect(list().loaded).toBeGreaterThan(before))
  }
  return Array.from({ length: count }, (_, index) => list().rowAt(index)?.id)
}

test('walks every lead once, 200 a page', async () => {
  server = installTestServer({ leads: 450 })
  const { list } = renderList()
  const ids = await loadAll(list)
  expect(new Set(ids).size).toBe(450)
  expect(list().indexOf(ids[444] ?? '')).toBe(444)
})

test.each<[string, LeadView]>([
  ['by date, from the last lead on', PLAIN],
  ['in any other order, by walking again', { ...PLAIN, sort: { field: 'status_id', direction: 'asc' } }],
])('a walk whose cursor died is taken up again %s', async (_how, view) => {
  server = installTestServer({ leads: 450 })
  const { list } = renderList(view)
  await waitFor(() => expect(list().loaded).toBe(200))
  const later = Date.now() + 60_000
  vi.spyOn(Date, 'now').mockImplementation(() => later)
  const ids = await loadAll(list)
  expect(new Set(ids).size).toBe(450)
})

test('an edit shows in the row at once and stays when the list is read again before the server took it', async () => {
  server = installTestServer({ leads: 5 })
  const { client, list, nameAt } = renderList()
  await waitFor(() => expect(list().loaded).toBe(5))
  const id = list().rowAt(2)?.id ?? ''
  server.setLatency(60)
  let sent: Promise<unknown> = Promise.resolve()
  act(() => {
    sent = sendEdit(client, id, { name: 'Renamed' })
    list().refetch()
  })
  expect(nameAt(2)).toBe('Renamed')
  await act(() => sent)
  await waitFor(() => expect(list().isFetching).toBe(false))
  expect(nameAt(2)).toBe('Renamed')
})

test('what was written stays although lists lag behind', async () => {
  server = installTestServer({ leads: 5, switches: { staleReadsMs: 60_000 } })
  const { client, wrapper, list, nameAt } = renderList()
  await waitFor(() => expect(list().loaded).toBe(5))
  const [edited, deleted] = [list().rowAt(0)?.id ?? '', list().rowAt(1)?.id ?? '']

  const create = renderHook(() => useCreateLead(), { wrapper })
  let made = ''
  await act(async () => {
    await sendEdit(client, edited, { name: 'Renamed' })
    made = (await create.result.current.mutateAsync({ name: 'Brand new' })).id
    deleteLeadSoon(client, deleted)
    dispatchEvent(new Event('pagehide'))
  })
  await act(async () => list().refetch())
  await waitFor(() => expect(list().isFetching).toBe(false))

  const ids = Array.from({ length: list().loaded }, (_, index) => list().rowAt(index)?.id)
  expect(ids[0]).toBe(made)
  expect(ids).not.toContain(deleted)
  expect(nameAt(ids.indexOf(edited))).toBe('Renamed')
})

test('a search that the server refuses is an error with its words', async () => {
  server = installTestServer({ leads: 5, faults: 'POST /data/search/ 500' })
  const { list } = renderList()
  await waitFor(() => expect(list().error).not.toBeNull())
  expect(list().error?.message).toMatch(/server/i)
})
