// @vitest-environment happy-dom
import { applyLeadPatch, type Patch } from '#model/lead-patch.ts'
import { installTestServer, type TestServer } from '#mocks/node.ts'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { deleteLeadSoon, sendWaitingDeletions } from './lead-deletion.ts'
import { useFieldState } from './lead-edits.ts'
import { useUpdateLead } from './send-edit.ts'
import { clearLedger, ledger } from './ledger.ts'
import { testClient } from './testing.tsx'
import { useLead } from './use-lead.ts'

let server: TestServer & { uninstall(): void }
afterEach(() => {
  cleanup()
  server.uninstall()
  clearLedger()
  localStorage.clear()
})

async function openLead(faults = '') {
  server = installTestServer({ leads: 3 })
  const id = [...server.state.all('lead')][0]?.id ?? ''
  const { client, wrapper } = testClient()
  const rendered = renderHook(
    () => ({ ...useLead(id), update: useUpdateLead(id), name: useFieldState(id, 'name') }),
    { wrapper },
  )
  await waitFor(() => expect(rendered.result.current.lead).toBeDefined())
  server.setFaults(faults)
  const stored = () => server.state.get('lead', id)
  return { id, client, now: () => rendered.result.current, stored }
}

test('an edit shows at once and is on the server when it is saved', async () => {
  const { now, stored } = await openLead()
  let saved: Promise<unknown> = Promise.resolve()
  act(() => void (saved = now().update({ name: 'Sitwell' })))
  expect(now().lead?.name).toBe('Sitwell')
  expect(now().name.kind).toBe('saving')
  await act(() => saved)
  expect(now().name.kind).toBe('saved')
  expect(stored()?.['name']).toBe('Sitwell')
})

test('a refusal undoes only the fields that it touched; the edits around it stay', async () => {
  const { now, stored } = await openLead('PUT /lead/* 500@1')
  const before = now().lead?.name
  await act(async () => {
    await Promise.all([now().update({ name: 'Refused' }), now().update({ description: 'Kept' })])
  })
  expect(now().lead?.name).toBe(before)
  expect(now().lead?.description).toBe('Kept')
  expect(stored()).toMatchObject({ name: before, description: 'Kept' })

  const failed = now().name
  if (failed.kind !== 'failed') throw new Error('The name should have failed')
  expect(failed.edits[0]?.patch).toEqual({ name: 'Refused' })

  await act(async () => failed.retry())
  await waitFor(() => expect(now().name.kind).toBe('saved'))
  expect(stored()?.['name']).toBe('Refused')
})

test('a discarded failure leaves nothing behind', async () => {
  const { now } = await openLead('PUT /lead/* 403@1')
  await act(async () => {
    await now().update({ name: 'Refused' })
  })
  expect(now().name.kind).toBe('failed')
  act(() => now().name.discard())
  expect(now().name.kind).toBe('saved')
  expect(ledger.state.operations).toEqual([])
})

test('a slower earlier edit never repaints over a later one', async () => {
  const { now, stored } = await openLead()
  server.setLatency(30)
  const seen: unknown[] = []
  let both: Promise<unknown> = Promise.resolve()
  act(() => {
    both = Promise.all([now().update({ name: 'First' }), now().update({ name: 'Second' })])
  })
  const stop = ledger.subscribe(() => seen.push(now().lead?.name))
  await act(() => both)
  stop.unsubscribe()
  expect(now().lead?.name).toBe('Second')
  expect(seen).not.toContain('First')
  expect(stored()?.['name']).toBe('Second')
})

test('quick edits of one lead reach the server in order and as they were meant', async () => {
  const { now, stored } = await openLead()
  const patches: Patch[] = [{ name: 'A' }, { url: 'https://a.example' }, { name: 'B' }, { description: 'c' }]
  await act(async () => {
    await Promise.all(patches.map((patch) => now().update(patch)))
  })
  expect(stored()).toMatchObject(patches.reduce<Record<string, unknown>>(applyLeadPatch, {}))
})

test('a deletion can be undone until it is sent; then nothing was sent', async () => {
  const { id, client, now } = await openLead()
  const deletion = deleteLeadSoon(client, id)
  await waitFor(() => expect(now().gone).toEqual({ kind: 'deleted' }))
  act(() => void deletion.undo())
  expect(await deletion.done).toBe('undone')
  expect(now().gone).toBeUndefined()
  expect(server.state.get('lead', id)).toBeDefined()
  expect(localStorage.length).toBe(0)
})

test('a deletion that is refused brings the lead back and says why', async () => {
  const { id, client, now } = await openLead('DELETE /lead/* 500')
  const deletion = deleteLeadSoon(client, id)
  await act(() => sendWaitingDeletions())
  expect(await deletion.done).toMatchObject({ kind: 'http', status: 500 })
  await waitFor(() => expect(now().gone).toBeUndefined())
})
