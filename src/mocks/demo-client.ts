import type { Ask, FromWorker, Reply, ToWorker } from './demo-protocol.ts'

/** The part of a `Worker` that is used here. */
export type WorkerPort = {
  postMessage(message: ToWorker): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export type DemoClient = {
  /** Resolves with the reply of the kind that belongs to the question; rejects when the worker can't give it. */
  ask<K extends Reply['kind']>(ask: Ask, expected: K): Promise<Extract<Reply, { kind: K }>>
}

export type DemoClientEvents = {
  onProgress(made: number, total: number): void
  onReplaced(): void
}

type Waiting = { resolve(reply: Reply): void; reject(error: Error): void }

/** The page's end of the line to the worker. */
export function createDemoClient(worker: WorkerPort, events: DemoClientEvents): DemoClient {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let broken: Error | undefined

  worker.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'progress':
        return events.onProgress(data.made, data.total)
      case 'replaced':
        return events.onReplaced()
      case 'reply':
        waiting.get(data.id)?.resolve(data.reply)
        waiting.delete(data.id)
    }
  }

  worker.onerror = (event) => {
    broken = new Error(`The demo server stopped: ${event.message || 'its worker could not be loaded'}.`)
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }

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
