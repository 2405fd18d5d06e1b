import type { DemoDataSet } from '#lib/demo-controls.ts'
import { demoDbName, openDemoDb } from './demo-db.ts'
import { createMemoryLog, type DemoLog } from './demo-log.ts'
import type { Ask, FromWorker, Reply, ToWorker } from './demo-protocol.ts'
import { createDemoServer } from './demo-server.ts'
import { createCryptoRandom, createNewId } from './ids.ts'

/** Runs the demo server off the page's thread: it owns all data and answers what the page posts. */

const newId = createNewId(createCryptoRandom())
const encoder = new TextEncoder()
/** Tells tabs with the same data set that it was started over; the message is the name of its database. */
const restarts = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('leadlight-demo')
let openName = ''

const server = createDemoServer({
  openLog,
  context: () => ({ now: Date.now(), newId }),
  onProgress: (made, total) => post({ kind: 'progress', made, total }),
  onReplaced: () => post({ kind: 'replaced' }),
})

async function openLog(dataSet: DemoDataSet): Promise<DemoLog> {
  try {
    return await openDemoDb(dataSet)
  } catch {
    return createMemoryLog()
  }
}

async function reply(ask: Ask): Promise<Reply> {
  switch (ask.kind) {
    case 'set-conditions':
      server.setConditions(ask.conditions)
      return { kind: 'conditions-set' }
    case 'open': {
      openName = demoDbName(ask.dataSet)
      const { isPersistent } = await server.open(ask.dataSet, { startOver: ask.startOver })
      if (ask.startOver) restarts?.postMessage(openName)
      return { kind: 'opened', isPersistent }
    }
    case 'start-over':
      await server.startOver()
      restarts?.postMessage(openName)
      return { kind: 'started-over' }
    case 'request': {
      const { status, headers, body } = await server.answer(ask.request)
      return {
        kind: 'answer',
        status,
        headers,
        body: body === undefined ? undefined : encoder.encode(body).buffer,
      }
    }
  }
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const { id, ask } = event.data
  const failed = (error: unknown): Reply => ({
    kind: 'failed',
    message: error instanceof Error ? error.message : String(error),
  })
  void reply(ask)
    .catch(failed)
    .then((reply) => {
      const body = reply.kind === 'answer' ? reply.body : undefined
      post({ kind: 'reply', id, reply }, body ? [body] : [])
    })
})

restarts?.addEventListener('message', (event: MessageEvent<string>) => {
  if (event.data === openName) void server.refresh()
})
