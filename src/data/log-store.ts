import { afterAnswer, planRequest, withRealId, type RequestPlan } from '#model/operation-plan.ts'
import type { Operation } from '#model/operation.ts'
import { reversed } from '#model/undo.ts'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

import type { OperationChange } from './ledger.ts'

interface LogSchema extends DBSchema {
  operations: { key: string; value: Operation; indexes: { leadId: string } }
  /** The ids that the server gave to things that had ids of our own. */
  ids: { key: string; value: string }
}

const NOTHING: OperationChange = { put: [], drop: [] }
const OWN_ID = /new_[\w-]+/g

/** The next request of a lead with what the log changed to make it. */
export type Claim = {
  batch: readonly Operation[]
  wakeAt: number | null
  change: OperationChange
  /** All that the log has of the lead. */
  operations: readonly Operation[]
}

/**
 * The log of operations on disk, in a database of this name. Each step is one transaction that reads what is
 * there, decides and writes, so tabs never work from different logs. Where the browser has no storage to give,
 * the log is kept in memory and lasts as long as the page.
 */
export async function openLog(name: string) {
  let db = await connect()
  const memory = { operations: new Map<string, Operation>(), ids: new Map<string, string>() }

  async function connect(): Promise<IDBPDatabase<LogSchema> | null> {
    try {
      return await openDB<LogSchema>(name, 1, {
        upgrade(fresh) {
          fresh.createObjectStore('operations', { keyPath: 'id' }).createIndex('leadId', 'leadId')
          fresh.createObjectStore('ids')
        },
        // Somebody deletes it, as signing out does.
        blocking: () => {
          db?.close()
          db = null
        },
        terminated: () => void connect().then((again) => (db = again)),
      })
    } catch {
      return null // no storage in this window
    }
  }

  /** What a transaction works with: the tables on disk, or in memory where there is no disk. */
  function begin() {
    const tx = db?.transaction(['operations', 'ids'], 'readwrite')
    const operations = tx?.objectStore('operations')
    const ids = tx?.objectStore('ids')
    return {
      get: async (id: string) => (operations ? operations.get(id) : memory.operations.get(id)),
      ofLead: async (leadId: string) =>
        operations
          ? operations.index('leadId').getAll(leadId)
          : [...memory.operations.values()].filter((one) => one.leadId === leadId),
      realId: async (own: string) => (ids ? ids.get(own) : memory.ids.get(own)),
      noteRealId(own: string, real: string) {
        if (ids) void ids.put(real, own)
        else memory.ids.set(own, real)
      },
      write({ put, drop }: OperationChange) {
        for (const operation of put) {
          if (operations) void operations.put(operation)
          else memory.operations.set(operation.id, operation)
        }
        for (const id of drop) {
          if (operations) void operations.delete(id)
          else memory.operations.delete(id)
        }
      },
      done: tx?.done ?? Promise.resolve(),
    }
  }
  type Work = ReturnType<typeof begin>

  /** Reads a lead's operations, lets `decide` change them, and stores what it changed. */
  async function change<T extends { operations: readonly Operation[] }>(
    leadId: string,
    decide: (before: readonly Operation[], work: Work) => T,
  ): Promise<T & { change: OperationChange }> {
    const work = begin()
    const kept = (await work.ofLead(leadId)).toSorted(byId)
    const before: Operation[] = []
    for (const operation of kept) before.push(await withRealIds(operation, work))
    const decided = decide(before, work)
    const said = difference(kept, decided.operations)
    work.write(said)
    await work.done
    return { ...decided, change: said }
  }

  /** What was done to a new thing in the moment before its real id was known here. */
  async function withRealIds(operation: Operation, work: Work): Promise<Operation> {
    let real = operation
    for (const own of new Set(JSON.stringify(operation).match(OWN_ID))) {
      const id = operation.do === 'create' && operation.objectId === own ? undefined : await work.realId(own)
      if (id !== undefined) real = withRealId(real, own, id)
    }
    return real
  }

  return {
    /** False when a closed window forgets what waits. */
    isKept: db !== null,

    /**
     * Keeps what a tab did. Resolves when it is on disk, with the ids of those to be dropped that are not there any
     * more: the server has them already. One that was sent, and may have arrived, is marked to be reversed when the server has it.
     */
    async keep({ put, drop }: OperationChange): Promise<string[]> {
      const work = begin()
      const late: string[] = []
      const marked: Operation[] = []
      for (const id of drop) {
        const operation = await work.get(id)
        if (!operation) late.push(id)
        else if (mayHaveArrived(operation)) marked.push({ ...operation, isTakenBack: true })
      }
      const kept = new Set([...late, ...marked.map(({ id }) => id)])
      work.write({ put: [...put, ...marked], drop: drop.filter((id) => !kept.has(id)) })
      await work.done
      return late
    },

    /** All operations, oldest first. */
    async all(): Promise<Operation[]> {
      return db ? db.getAll('operations') : [...memory.operations.values()].toSorted(byId)
    },

    /** Forgets everything. */
    async clear(): Promise<void> {
      memory.operations.clear()
      if (!db) return
      const tx = db.transaction(['operations', 'ids'], 'readwrite')
      void tx.objectStore('operations').clear()
      void tx.objectStore('ids').clear()
      await tx.done
    },

    /**
     * Takes a lead's next request out of the log. Its operations are marked as being sent before the request
     * leaves, so after a crash it is known that they may have arrived. Call it only with the lead's lock.
     */
    async claim(leadId: string, now: number): Promise<Claim> {
      return change(leadId, (before) => mark(planRequest(orphaned(before), now)))
    },

    /** Settles operations that the server took, with its answer; a new thing gets its id everywhere. */
    async acknowledge(
      done: readonly Operation[],
      answer: Readonly<Record<string, unknown>> | null,
    ): Promise<{ change: OperationChange; takenBack: ReadonlySet<string> }> {
      const [first] = done
      const takenBack = new Set<string>()
      if (!first) return { change: NOTHING, takenBack }
      const ids = new Set(done.map(({ id }) => id))
      const { change: said } = await change(first.leadId, (before, work) => {
        const reversals: Operation[] = []
        for (const operation of before) {
          if (!operation.isTakenBack || !ids.has(operation.id)) continue
          takenBack.add(operation.id)
          const reversal = reversed(operation, answer)
          if (reversal) reversals.push(reversal)
        }
        const rest = [...afterAnswer(before, done, answer), ...reversals]
        const realId = first.do === 'create' ? answer?.['id'] : undefined
        if (typeof realId !== 'string') return { operations: rest }
        work.noteRealId(first.objectId, realId)
        return { operations: rest.map((one) => withRealId(one, first.objectId, realId)) }
      })
      // Whatever the disk had: they are settled.
      return { change: { put: said.put, drop: [...new Set([...said.drop, ...ids])] }, takenBack }
    },

    /** Changes operations of a lead that are still there. */
    async update(
      leadId: string,
      ids: readonly string[],
      next: (operation: Operation) => Operation | null,
    ): Promise<OperationChange> {
      const { change: said } = await change(leadId, (before) => ({
        operations: before.flatMap((one) => (ids.includes(one.id) ? (next(one) ?? []) : [one])),
      }))
      return said
    },

    close(): void {
      db?.close()
    },
  }
}
export type Log = Awaited<ReturnType<typeof openLog>>

/** With the lead's lock held nobody else is sending: what says so was left by a page that is gone. */
function orphaned(operations: readonly Operation[]): readonly Operation[] {
  return operations.map((one) =>
    one.state.kind === 'sending'
      ? { ...one, tries: Math.max(one.tries, 1), state: { kind: 'waiting' } }
      : one,
  )
}

/** Whether it was sent and is not settled. */
function mayHaveArrived({ state, tries }: Operation): boolean {
  return state.kind === 'sending' || (state.kind === 'waiting' && tries > 0)
}

function mark({ operations, batch, wakeAt }: RequestPlan) {
  const ids = new Set(batch.map(({ id }) => id))
  const marked = operations.map((one) =>
    ids.has(one.id) ? { ...one, state: { kind: 'sending' as const } } : one,
  )
  return { operations: marked, batch: marked.filter(({ id }) => ids.has(id)), wakeAt }
}

function difference(before: readonly Operation[], after: readonly Operation[]): OperationChange {
  const had = new Set(before)
  const ids = new Set(after.map(({ id }) => id))
  return {
    put: after.filter((operation) => !had.has(operation)),
    drop: before.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  }
}

function byId(a: Operation, b: Operation): number {
  return a.id < b.id ? -1 : 1
}
