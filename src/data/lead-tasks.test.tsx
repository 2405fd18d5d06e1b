// @vitest-environment happy-dom
import type { Task } from '#model/lead.ts'
import { installTestServer, type TestServer } from '#mocks/node.ts'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { deleteChildSoon } from './child-deletion.ts'
import { changeOperation, clearLedger, ledger } from './ledger.ts'
import { testClient } from './testing.tsx'
import { startUndo, undoLast, undoStacks } from './undo.ts'
import { useChildren } from './use-children.ts'
import { useLead } from './use-lead.ts'
import { useLeadTasks } from './use-lead-tasks.ts'

let server: TestServer & { uninstall(): void }
let stopUndo: () => void
afterEach(() => {
  stopUndo()
  cleanup()
  server.uninstall()
  clearLedger()
})

/** A lead with one task, its tasks as a screen shows them, and what the server holds of them. */
async function openLead(task: Record<string, unknown>) {
  server = installTestServer({ empty: true })
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { id: string }
  }
  const lead = await post('/lead/', { name: 'Sitwell Housing' })
  const { id } = await post('/task/', { text: 'Call Stan', ...task, lead_id: lead.id })
  const { client, wrapper } = testClient()
  stopUndo = startUndo(client)
  const rendered = renderHook(
    () => {
      const { lead: shown, refetch } = useLead(lead.id)
      const whole = shown ?? { ...NO_LEAD, id: lead.id }
      const ways = useChildren(lead.id, 'task')
      return { shown, refetch, ways, tasks: useLeadTasks(lead.id, whole.tasks, false).tasks }
    },
    { wrapper },
  )
  const now = () => rendered.result.current
  await waitFor(() => expect(now().tasks).toHaveLength(1))
  const stored = () => [...server.state.all('task')]
  const task0 = () => now().tasks[0] as Task
  return { client, leadId: lead.id, id, now, task: task0, stored }
}

const NO_LEAD = {
  display_name: '',
  addresses: [],
  contacts: [],
  opportunities: [],
  tasks: [],
  date_created: '',
  date_updated: '',
}

test('a completed task stays known when the lead no longer carries it, and can be taken back', async () => {
  const { client, id, now, task, stored } = await openLead({})
  await act(async () => void (await now().ways.update(id, { is_complete: true }, 'Call Stan')))
  await waitFor(() => expect(now().shown?.tasks).toEqual([]))
  expect(task()).toMatchObject({ id, is_complete: true })

  await waitFor(() => expect(undoStacks.state.undo).toHaveLength(1))
  act(() => void undoLast(client))
  expect(task()).toMatchObject({ id, is_complete: false })
  await waitFor(() => expect(stored()[0]?.['is_complete']).toBe(false))
  await waitFor(() => expect(now().shown?.tasks).toHaveLength(1))
  expect(now().tasks).toHaveLength(1)
})

test('a task without a date shows the one it gets at once, and undoing takes it away again', async () => {
  const { client, id, now, task, stored } = await openLead({})
  expect(task().is_dateless).toBe(true)
  let saved: Promise<unknown> = Promise.resolve()
  act(() => void (saved = now().ways.update(id, { date: '2026-06-12' }, 'Call Stan')))
  expect(task()).toMatchObject({ date: '2026-06-12', is_dateless: false })
  await act(() => saved)
  await waitFor(() => expect(undoStacks.state.undo).toHaveLength(1))
  act(() => void undoLast(client))
  await waitFor(() => expect(stored()[0]).toMatchObject({ is_dateless: true, due_date: null }))
  await waitFor(() => expect(task().is_dateless).toBe(true))
})

test('a deletion can be undone before it is sent', async () => {
  const { client, leadId, id, now, task, stored } = await openLead({})
  let undo = () => {}
  const child = { name: 'Call Stan', was: task() }
  act(() => void (undo = deleteChildSoon(client, { leadId, object: 'task', id }, child)))
  expect(now().tasks).toEqual([])
  act(() => undo())
  expect(task().id).toBe(id)
  expect(stored()).toHaveLength(1)
  expect(ledger.state.operations).toEqual([])
})

test('a deletion that was sent is undone by making the task again as it was', async () => {
  const { client, leadId, id, now, task, stored } = await openLead({ date: '2026-06-12' })
  let undo = () => {}
  const child = { name: 'Call Stan', was: task() }
  act(() => void (undo = deleteChildSoon(client, { leadId, object: 'task', id }, child)))
  await act(async () =>
    changeOperation(ledger.state.operations[0]?.id ?? '', (one) => ({ ...one, notBefore: 0 })),
  )
  await waitFor(() => expect(stored()).toEqual([]))
  act(() => undo())
  await waitFor(() => expect(stored()).toHaveLength(1))
  expect(stored()[0]).toMatchObject({ text: 'Call Stan', date: '2026-06-12', is_dateless: false })
  await waitFor(() => expect(now().tasks).toHaveLength(1))
})
