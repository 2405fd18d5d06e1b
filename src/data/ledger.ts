import type { Lead, Task } from '#model/lead.ts'
import { withoutSuperseded, type Operation } from '#model/operation.ts'
import { Store } from '@tanstack/react-store'

/**
 * What was done here that the server's lists may not show yet: operations on their way, leads as the server last
 * answered them to a write, leads made, deleted and merged away. Screens read server state through it. The
 * operations are a mirror of the log on disk, which all tabs share (see `log.ts`).
 */
export type Ledger = {
  operations: readonly Operation[]
  /** The newest whole answer to a write or a read of one lead. */
  known: ReadonlyMap<string, Lead>
  created: readonly { lead: Lead; at: number }[]
  /** Leads that are gone for this person: deleted (perhaps not sent yet), or merged into the named lead. */
  gone: ReadonlyMap<string, Gone>
  /** Notes and calls as the server last answered them to a write, and when, by id; null when they were deleted. */
  activities: ReadonlyMap<
    string,
    { leadId: string; activity: Readonly<Record<string, unknown>> | null; at: number }
  >
  /** Tasks completed lately, as the server answered it, by id: a whole lead carries its open tasks only. */
  doneTasks: ReadonlyMap<string, Task>
}
export type Gone = { kind: 'deleted' } | { kind: 'merged'; into: string }

/** How long a list may lag behind a write, in milliseconds. Source: contract 3, "read-your-writes". */
export const LIST_LAG_MS = 60_000

const EMPTY: Ledger = {
  operations: [],
  known: new Map(),
  created: [],
  gone: new Map(),
  activities: new Map(),
  doneTasks: new Map(),
}

export const ledger = new Store<Ledger>(EMPTY)

/** A change of the operations that was made here, for the log to keep and the other tabs to follow. */
export type OperationChange = { put: readonly Operation[]; drop: readonly string[] }
const listeners = new Set<(change: OperationChange) => void>()

/** Calls `listener` with each change of the operations that this tab makes. Returns the function that stops it. */
export function onOperationChange(listener: (change: OperationChange) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Notes what the person just did; it shows at once, and takes the place of a refused setting of its field. */
export function noteOperation(operation: Operation): void {
  change((operations) => withoutSuperseded([...operations, operation]))
}

/** Forgets what was refused where a later operation sets the same field. */
export function dropSuperseded(): void {
  change(withoutSuperseded)
}

/** Changes one operation, e.g. one that is tried again. Nothing when it is gone meanwhile. */
export function changeOperation(id: string, next: (operation: Operation) => Operation): void {
  change((operations) => operations.map((one) => (one.id === id ? next(one) : one)))
}

/** Forgets operations that the person gave up, and with a thing that was never made all that was done to it. */
export function dropOperations(ids: readonly string[]): void {
  change((operations) => {
    const unmade = new Set(
      operations.flatMap((one) => (ids.includes(one.id) && one.do === 'create' ? [one.objectId] : [])),
    )
    return operations.filter(({ id, objectId }) => !ids.includes(id) && !unmade.has(objectId))
  })
}

/** Sends something again that failed, as it is or with another base after the person has seen what is there. */
export function retryOperation<T extends Operation>(operation: T, changes: Partial<T> = {}): void {
  changeOperation(operation.id, (one) => ({ ...one, ...changes, notBefore: 0, state: { kind: 'waiting' } }))
}

function change(next: (operations: readonly Operation[]) => readonly Operation[]): void {
  const before = ledger.state.operations
  const after = next(before)
  if (sameItems(before, after)) return
  ledger.setState((now) => ({ ...now, operations: after }))
  const had = new Set(before)
  const ids = new Set(after.map(({ id }) => id))
  const said: OperationChange = {
    put: after.filter((operation) => !had.has(operation)),
    drop: before.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  }
  bury(said.drop)
  for (const listener of listeners) listener(said)
}

/** Ids of operations that are over. What tabs tell each other may arrive late, and must not bring one back. */
const over = new Set<string>()
const MOST_OVER = 10_000

function bury(ids: readonly string[]): void {
  for (const id of ids) over.add(id)
  for (const id of over) {
    if (over.size <= MOST_OVER) break
    over.delete(id)
  }
}

/**
 * Takes over what the log says, from disk, from its sender or from another tab. With `lead`, the server's answer
 * comes in the same moment as its operations go, so the screen never shows the value before.
 */
export function mirrorOperations({ put, drop }: OperationChange, lead?: Lead): void {
  bury(drop)
  ledger.setState((now) => {
    const changed = new Map(put.map((operation) => [operation.id, operation]))
    const gone = new Set(drop)
    const kept = now.operations.flatMap((one) => (gone.has(one.id) ? [] : [changed.get(one.id) ?? one]))
    const there = new Set(kept.map(({ id }) => id))
    const added = put.filter(({ id }) => !there.has(id) && !over.has(id))
    const operations =
      added.length > 0 ? [...kept, ...added].toSorted((a, b) => (a.id < b.id ? -1 : 1)) : kept
    return {
      ...now,
      operations: sameItems(operations, now.operations) ? now.operations : operations,
      known: lead ? withKnown(now.known, lead) : now.known,
    }
  })
}

/** When the server last told about a lead, by id, in milliseconds since the epoch. */
export const heardAt = new Map<string, number>()

const realIds = new Map<string, string>()
const ownIds = new Map<string, string>()

/** Notes the id that the server gave to a thing that had one of our own. */
export function noteRealId(own: string, real: string): void {
  realIds.set(own, real)
  ownIds.set(real, own)
}

/** The id under which the server knows a thing, if it does by now. */
export function realId(id: string): string {
  return realIds.get(id) ?? id
}

/** A key for a list that stays the same when a new thing gets its id from the server, so that focus stays in its row. */
export function stableKey(id: string): string {
  return ownIds.get(id) ?? id
}

const writtenAt = new Map<string, number>()

/** Notes that the server took a write of this lead or of something below it. */
export function noteWritten(leadId: string): void {
  writtenAt.set(leadId, performance.now())
}

/** Whether a read that began at `start` (of `performance.now()`) may have missed a write. */
export function isOvertaken(leadId: string, start: number): boolean {
  return (writtenAt.get(leadId) ?? -1) > start
}

/** Notes a note or call as the server answered a write of it; null after its deletion. */
export function noteActivity(
  leadId: string,
  id: string,
  activity: Readonly<Record<string, unknown>> | null,
): void {
  ledger.setState((now) => ({
    ...now,
    activities: new Map(now.activities).set(id, { leadId, activity, at: Date.now() }),
  }))
}

/** Notes a task as the server answered a write of it; null after its deletion. */
export function noteTask(id: string, task: Task | null): void {
  if (!task?.is_complete && !ledger.state.doneTasks.has(id)) return
  ledger.setState((now) => {
    const doneTasks = new Map(now.doneTasks)
    if (task?.is_complete) doneTasks.set(id, task)
    else doneTasks.delete(id)
    return { ...now, doneTasks }
  })
}

/** Notes a lead as the server answered it, unless a newer answer is known. */
export function noteKnown(lead: Lead): void {
  ledger.setState((now) => ({ ...now, known: withKnown(now.known, lead) }))
}

/** Notes a lead that was just made, so that a lagging list shows it all the same. */
export function noteCreated(lead: Lead): void {
  const at = Date.now()
  ledger.setState((now) => ({
    ...now,
    known: withKnown(now.known, lead),
    created: [{ lead, at }, ...now.created.filter((entry) => at - entry.at < LIST_LAG_MS)],
  }))
}

/** Hides a lead that was deleted or merged away, whatever a stale list still says. */
export function noteGone(id: string, gone: Gone): void {
  ledger.setState((now) => ({ ...now, gone: new Map(now.gone).set(id, gone) }))
}

/** Shows a lead again: its deletion was undone or refused. */
export function noteBack(id: string): void {
  ledger.setState((now) => {
    const gone = new Map(now.gone)
    gone.delete(id)
    return { ...now, gone }
  })
}

/** Forgets everything: another organisation, another data set, a test. */
export function clearLedger(): void {
  dropOperations(ledger.state.operations.map(({ id }) => id))
  over.clear()
  heardAt.clear()
  writtenAt.clear()
  realIds.clear()
  ownIds.clear()
  ledger.setState(() => EMPTY)
}

function withKnown(known: ReadonlyMap<string, Lead>, lead: Lead): ReadonlyMap<string, Lead> {
  const before = known.get(lead.id)
  if (before && before.date_updated > lead.date_updated) return known
  heardAt.set(lead.id, Date.now())
  return new Map(known).set(lead.id, lead)
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
