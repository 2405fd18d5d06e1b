import type { Ask, FromWorker, Reply, ToWorker } from './demo-protocol.ts'

/** The part of a `Worker` that is used here. */
export type WorkerPort = {
  postMessage: (message: ToWorker) => void
  addEventListener: {
    (type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void
    (type: 'error', listener: (event: { message?: string }) => void): void
  }
}

export type DemoClient = {
  /** Resolves with the reply of the kind that belongs to the ask; rejects when the worker can't give it. */
  ask: <K extends Reply['kind']>(ask: Ask, expected: K) => Promise<Extract<Reply, { kind: K }>>
}

export type DemoClientEvents = {
  onProgress: (made: number, total: number) => void
  onReplaced: () => void
}

type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void }

/** The page's end of the line to the worker. */
export function createDemoClient(worker: WorkerPort, events: DemoClientEvents): DemoClient {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let broken: Error | undefined

  worker.addEventListener('message', ({ data }) => {
    switch (data.kind) {
      case 'progress':
        return events.onProgress(data.made, data.total)
      case 'replaced':
        return events.onReplaced()
      case 'reply': {
        const asker = waiting.get(data.id)
        waiting.delete(data.id)
        return asker?.resolve(data.reply)
      }
    }
  })

  worker.addEventListener('error', ({ message }) => {
    broken = new Error(`The demo server stopped: ${message || 'its worker could not be loaded'}.`)
    for (const asker of waiting.values()) asker.reject(broken)
    waiting.clear()
  })

  function send(ask: Ask): Promise<Reply> {
    if (broken) return Promise.reject(broken)
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ask })
    })
  }

  return {
    async ask(ask, expected) {
      const reply = await send(ask)
      if (isKind(reply, expected)) return reply
      throw new Error(reply.kind === 'failed' ? reply.message : `The demo server replied ${reply.kind}.`)
    },
  }
}

function isKind<K extends Reply['kind']>(reply: Reply, kind: K): reply is Extract<Reply, { kind: K }> {
  return reply.kind === kind
}
