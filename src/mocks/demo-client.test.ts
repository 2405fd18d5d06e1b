import { expect, test, vi } from 'vitest'
import { createDemoClient, type WorkerPort } from './demo-client.ts'
import type { FromWorker, ToWorker } from './demo-protocol.ts'

const START_OVER = { kind: 'start-over' } as const

/** A worker that does nothing by itself. */
function createPort() {
  const listeners = new Map<string, (event: never) => void>()
  const sent: ToWorker[] = []
  const port: WorkerPort = {
    postMessage: (message) => sent.push(message),
    addEventListener: (type: string, listener: (event: never) => void) => listeners.set(type, listener),
  }
  const emit = (type: string, event: unknown) => listeners.get(type)?.(event as never)
  return { port, sent, emit, say: (data: FromWorker) => emit('message', { data }) }
}

const silent = { onProgress: () => {}, onReplaced: () => {} }

test('each ask gets its own reply, whatever the order', async () => {
  const { port, sent, say } = createPort()
  const client = createDemoClient(port, silent)
  const first = client.ask(START_OVER, 'started-over')
  const second = client.ask({ kind: 'open', dataSet: { leads: 1, seed: 1 }, startOver: false }, 'opened')
  expect(sent.map(({ ask }) => ask.kind)).toEqual(['start-over', 'open'])
  say({ kind: 'reply', id: sent[1]?.id ?? 0, reply: { kind: 'opened', isPersistent: true } })
  say({ kind: 'reply', id: sent[0]?.id ?? 0, reply: { kind: 'started-over' } })
  expect(await second).toEqual({ kind: 'opened', isPersistent: true })
  expect(await first).toEqual({ kind: 'started-over' })
})

test('a failed ask rejects with what the worker said', async () => {
  const { port, sent, say } = createPort()
  const answer = createDemoClient(port, silent).ask(START_OVER, 'started-over')
  say({ kind: 'reply', id: sent[0]?.id ?? 0, reply: { kind: 'failed', message: 'No room' } })
  await expect(answer).rejects.toThrow('No room')
})

test('a worker that breaks rejects all who wait and all who come', async () => {
  const { port, emit } = createPort()
  const client = createDemoClient(port, silent)
  const waiting = client.ask(START_OVER, 'started-over')
  emit('error', {})
  await expect(waiting).rejects.toThrow('could not be loaded')
  await expect(client.ask(START_OVER, 'started-over')).rejects.toThrow('could not be loaded')
})

test('news of the worker arrive', () => {
  const { port, say } = createPort()
  const events = { onProgress: vi.fn(), onReplaced: vi.fn() }
  createDemoClient(port, events)
  say({ kind: 'progress', made: 2, total: 5 })
  say({ kind: 'replaced' })
  expect(events.onProgress).toHaveBeenCalledWith(2, 5)
  expect(events.onReplaced).toHaveBeenCalledOnce()
})
