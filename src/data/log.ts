import { deleteLead } from '#api/leads.ts'
import { getDemoControls } from '#lib/demo-controls.ts'
import { toFailure, type Failure } from '#model/failure.ts'
import type { Lead } from '#model/lead.ts'
import { isOnItsWay, type Operation } from '#model/operation.ts'
import type { QueryClient } from '@tanstack/react-query'

import { deliver, type Delivery } from './deliver.ts'
import { leadKeys } from './keys.ts'
import { onLeave } from './leaving.ts'
import { dropFromLists, refreshLists } from './lead-mutations.ts'
import {
  dropSuperseded,
  ledger,
  mirrorOperations,
  noteBack,
  noteGone,
  noteWritten,
  onOperationChange,
  type OperationChange,
} from './ledger.ts'
import { heardLately, leadAfter, noteIds, rememberAnswer } from './log-answers.ts'
import { openLog, type Log } from './log-store.ts'
import { TAB } from './operations.ts'
import { session } from './session.ts'
import { onTabMessage, tellTabs, type TabMessage } from './tabs.ts'

/*
 * Sends what waits in the log: in order for each lead, leads side by side. A lead's lock (Web Locks) keeps tabs
 * from sending for it at once, and the log on disk is the truth, so any tab can go on where another was closed.
 * What cannot be sent for lack of a network or a server waits and is tried again by itself; what the server
 * refuses is left to the person.
 */

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** Another tab sends its own; after this long it seems to be gone, in milliseconds. */
const ADOPT_AFTER_MS = 4_000

type Fields = Readonly<Record<string, unknown>>

type AcknowledgedListener = (done: readonly Operation[], answer: Fields | null) => void
const acknowledged = new Set<AcknowledgedListener>()
/** Calls `listener` with operations of this tab that the server took, and its answer. Returns the function that stops it. */
export function onAcknowledged(listener: AcknowledgedListener): () => void {
  acknowledged.add(listener)
  return () => acknowledged.delete(listener)
}

const skipped = new Set<(operation: Operation) => void>()
/** Calls `listener` when an undo or redo was left out because the value has changed since. */
export function onSkipped(listener: (operation: Operation) => void): () => void {
  skipped.add(listener)
  return () => skipped.delete(listener)
}

const tooLate = new Set<(id: string) => void>()
/**
 * Calls `listener` with the id of an operation that was taken back in the moment in which the server took it. Returns the function that stops it.
 */
export function onTooLate(listener: (id: string) => void): () => void {
  tooLate.add(listener)
  return () => tooLate.delete(listener)
}

let wakeNow: (() => void) | undefined
/** Tries at once what waits for the network. */
export function sendNow(): void {
  wakeNow?.()
}

/** The database with the log; each data set of the demo has one of its own. */
export function logName(): string {
  const demo = getDemoControls()?.getSettings()
  return `leadlight:${import.meta.env.MODE}:log${demo ? `:${demo.leads}-${demo.seed}` : ''}`
}

/** Opens the log and sends what waits there from now on. Returns the function that stops it, as closing the tab does. */
export function startLog(client: QueryClient, name = logName()): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  const sending = new Map<string, 'once' | 'again'>()
  let log: Log | undefined
  let failures = 0
  let heldUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let timerAt = Infinity

  const early: OperationChange[] = [{ put: ledger.state.operations, drop: [] }]
  /** Leads with something that was taken back after it was sent: no screen shows it, and it has to be settled. */
  const hidden = new Set<string>()
  const stops = [
    onOperationChange((change) => {
      tellTabs({ kind: 'log', owner: session.state.me?.id ?? null, change, done: [], answer: null })
      if (log) void keep(log, change)
      else early.push(change)
    }),
    onTabMessage((message) => {
      // What somebody else does at the gateway in another tab is theirs, to see and to send.
      if (message.kind === 'log' && message.owner === (session.state.me?.id ?? null)) hear(message)
    }),
    session.subscribe(wakeAll).unsubscribe,
  ]
  const onOnline = () => {
    heldUntil = 0
    wakeAll()
  }
  const onHidden = () => {
    if (log) for (const id of deletionsToSend()) deleteLead(id, { keepalive: true }).catch(() => {})
  }
  globalThis.addEventListener?.('online', onOnline)
  globalThis.addEventListener?.('pagehide', onHidden)
  wakeNow = onOnline
  const adoption = setInterval(adopt, ADOPT_AFTER_MS)

  void open()

  async function open(): Promise<void> {
    const me = await currentUser()
    if (signal.aborted) return
    // A log for each person: nobody sends what somebody else left.
    if (me !== undefined) name = `${name}:${me}`
    const opened = await openLog(name)
    if (signal.aborted) return opened.close()
    const kept = await opened.all()
    if (signal.aborted) return opened.close()
    // In their order, before anything newer.
    for (let change = early.shift(); change; change = early.shift()) await keep(opened, change)
    log = opened
    // What was heard while the disk was read is newer than what was read.
    const known = new Set(ledger.state.operations.map(({ id }) => id))
    for (const { leadId, isTakenBack } of kept) if (isTakenBack) hidden.add(leadId)
    mirror({ put: kept.filter(({ id, isTakenBack }) => !known.has(id) && !isTakenBack), drop: [] })
    wakeAll()
  }

  async function keep(log: Log, change: OperationChange): Promise<void> {
    const kept = log.keep(change)
    for (const { leadId } of change.put) wake(leadId)
    const late = await kept.catch(() => NOTHING_LATE)
    for (const id of late) for (const listener of tooLate) listener(id)
  }

  /** In live use nothing is sent, or shown, before it is known who is at the page. */
  function currentUser(): Promise<string | undefined> {
    if (import.meta.env.MODE === 'demo' || import.meta.env.MODE === 'test') return Promise.resolve(undefined)
    return new Promise((resolve) => {
      const look = () => {
        const id = session.state.me?.id
        if (id === undefined && !signal.aborted) return false
        watch?.unsubscribe()
        resolve(id)
        return true
      }
      let watch: { unsubscribe(): void } | undefined
      if (!look()) watch = session.subscribe(look)
    })
  }

  function wakeAll(): void {
    const leads = ledger.state.operations.filter(isOnItsWay).map(({ leadId }) => leadId)
    for (const leadId of new Set([...leads, ...hidden])) wake(leadId)
  }

  /** What other tabs left waiting is taken up when they seem to be gone; the lock tells when they are not. */
  function adopt(): void {
    const before = Date.now() - ADOPT_AFTER_MS
    for (const operation of ledger.state.operations) {
      if (
        isOnItsWay(operation) &&
        operation.tab !== TAB &&
        Math.max(operation.at, operation.notBefore) < before
      ) {
        wake(operation.leadId)
      }
    }
  }

  function wake(leadId: string): void {
    if (!log || signal.aborted) return
    if (sending.has(leadId)) return void sending.set(leadId, 'again')
    sending.set(leadId, 'once')
    const opened = log
    void withLock(`${name}:${leadId}`, signal, () => drain(opened, leadId))
      .catch(() => {
        // It was stopped, or the disk failed.
        wakeLater(Date.now() + LONGEST_WAIT_MS)
      })
      .then(() => {
        const again = sending.get(leadId) === 'again'
        sending.delete(leadId)
        if (again) wake(leadId)
      })
  }

  function wakeLater(at: number): void {
    if (at >= timerAt || signal.aborted) return
    clearTimeout(timer)
    timerAt = at
    timer = setTimeout(
      () => {
        timerAt = Infinity
        wakeAll()
      },
      Math.max(0, at - Date.now()),
    )
  }

  /** Sends a lead's requests one after another until nothing can be sent. */
  async function drain(log: Log, leadId: string): Promise<void> {
    while (!signal.aborted && session.state.phase === 'open') {
      if (Date.now() < heldUntil) return wakeLater(heldUntil)
      const { batch, wakeAt, change, operations } = await log.claim(leadId, Date.now())
      share(change)
      dropGhosts(leadId, operations)
      if (operations.some(({ isTakenBack }) => isTakenBack)) hidden.add(leadId)
      else hidden.delete(leadId)
      if (wakeAt !== null) wakeLater(wakeAt)
      if (batch.length === 0 || !(await send(log, leadId, batch))) return
    }
  }

  /** Forgets what a tab told of that the log does not have, e.g. since that tab was closed before it was on disk. */
  function dropGhosts(leadId: string, kept: readonly Operation[]): void {
    const ids = new Set(kept.map(({ id }) => id))
    const before = Date.now() - ADOPT_AFTER_MS
    const ghosts = ledger.state.operations.filter(
      (one) => one.leadId === leadId && one.tab !== TAB && one.at < before && !ids.has(one.id),
    )
    if (ghosts.length > 0) mirrorOperations({ put: [], drop: ghosts.map(({ id }) => id) })
  }

  /** Sends one batch; false when this lead has to wait. */
  async function send(log: Log, leadId: string, batch: readonly Operation[]): Promise<boolean> {
    let delivery: Delivery
    try {
      delivery = await deliver(batch, {
        heard: (one) => heardLately(client, one),
        me: session.state.me?.id,
        signal,
      })
    } catch (error) {
      if (signal.aborted) return false
      return refuse(log, leadId, batch, toFailure(error))
    }
    if (signal.aborted) return false
    if (failures > 0) {
      failures = 0
      heldUntil = 0
      setTimeout(wakeAll) // the server is back
    }
    const { done, conflicts, answer } = delivery
    if (done.length > 0) {
      const { change, takenBack } = await log.acknowledge(done, answer)
      const marked = done.map((one) => (takenBack.has(one.id) ? { ...one, isTakenBack: true } : one))
      settle(change, marked, answer)
    }
    if (conflicts.length > 0) await leaveConflicts(log, leadId, batch, conflicts)
    return true
  }

  async function refuse(
    log: Log,
    leadId: string,
    batch: readonly Operation[],
    failure: Failure,
  ): Promise<boolean> {
    const ids = batch.map(({ id }) => id)
    const isSure = failure.kind === 'http' && failure.status < 500
    const tried = (one: Operation) => (isSure ? one.tries : one.tries + 1)
    if (isOutage(failure)) {
      failures += 1
      const usual =
        Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.75 + Math.random() / 4)
      const asked = failure.kind === 'http' ? (failure.retryAfter ?? 0) * 1000 : 0
      heldUntil = Date.now() + Math.max(usual, asked)
      const change = await log.update(leadId, ids, (one) => ({
        ...one,
        tries: tried(one),
        state: { kind: 'waiting', stalled: failure },
      }))
      if (change.put.some(({ isTakenBack }) => isTakenBack)) hidden.add(leadId)
      share(change)
      wakeLater(heldUntil)
      return false
    }
    const change = await log.update(leadId, ids, (one) =>
      one.isTakenBack
        ? null
        : {
            ...one,
            tries: tried(one),
            // Which of several was refused? Each by itself will tell.
            ...(batch.length > 1
              ? { isAlone: true, state: { kind: 'waiting' } }
              : { state: { kind: 'failed', failure } }),
          },
    )
    for (const { do: act, object, objectId } of batch) {
      if (act !== 'delete' || object !== 'lead') continue
      noteBack(objectId)
      refreshLists(client)
    }
    share(change)
    dropSuperseded()
    return true
  }

  async function leaveConflicts(
    log: Log,
    leadId: string,
    batch: readonly Operation[],
    conflicts: Delivery['conflicts'],
  ): Promise<void> {
    const theirs = new Map(conflicts.map((conflict) => [conflict.update.id, conflict.theirs]))
    const ids = batch.map(({ id }) => id)
    const change = await log.update(leadId, ids, (one) => {
      const found = theirs.get(one.id)
      if (!found) return { ...one, state: { kind: 'waiting' } }
      return one.by || one.isTakenBack ? null : { ...one, state: { kind: 'conflict', theirs: found } }
    })
    share(change)
    dropSuperseded()
    for (const { update } of conflicts) {
      if (update.by) for (const listener of skipped) listener(update)
    }
    void client.invalidateQueries({ queryKey: leadKeys.detail(leadId) })
  }

  /** The answer takes the place of its operations, here and in the other tabs. */
  function settle(change: OperationChange, done: readonly Operation[], answer: Fields | null): void {
    const [first] = done
    if (!first) return
    noteWritten(first.leadId)
    noteIds(first, answer)
    const lead = leadAfter(client, first, answer)
    mirror(change, lead)
    tellTabs({ kind: 'log', owner: session.state.me?.id ?? null, change, done, answer })
    rememberAnswer(client, done, lead, answer)
    tellOwn(done, answer)
  }

  function tellOwn(done: readonly Operation[], answer: Fields | null): void {
    const own = done.filter(({ tab, isTakenBack }) => tab === TAB && !isTakenBack)
    if (own.length > 0) for (const listener of acknowledged) listener(own, answer)
  }

  function hear({ change, done, answer }: Extract<TabMessage, { kind: 'log' }>): void {
    if (done[0]) {
      noteWritten(done[0].leadId)
      noteIds(done[0], answer)
    }
    const isDone = new Set(done.map(({ id }) => id))
    for (const operation of ledger.state.operations) {
      const isTakenBack = change.drop.includes(operation.id) && !isDone.has(operation.id)
      if (operation.do === 'delete' && operation.object === 'lead' && isTakenBack)
        noteBack(operation.objectId)
    }
    const lead = done[0] && leadAfter(client, done[0], answer)
    mirror(change, lead)
    rememberAnswer(client, done, lead, answer)
    tellOwn(done, answer)
  }

  function share(change: OperationChange): void {
    if (change.put.length === 0 && change.drop.length === 0) return
    mirror(change)
    tellTabs({ kind: 'log', owner: session.state.me?.id ?? null, change, done: [], answer: null })
  }

  function mirror(change: OperationChange, lead?: Lead): void {
    mirrorOperations(change, lead)
    for (const operation of change.put) {
      if (operation.do !== 'delete' || operation.object !== 'lead' || !isOnItsWay(operation)) continue
      if (ledger.state.gone.has(operation.objectId)) continue
      noteGone(operation.objectId, { kind: 'deleted' })
      dropFromLists(client, operation.objectId)
    }
  }

  /** Deletions of this tab that could still be taken back: the page goes, and with it the chance. */
  function deletionsToSend(): string[] {
    return ledger.state.operations.flatMap((one) =>
      one.do === 'delete' && one.object === 'lead' && one.tab === TAB && one.state.kind === 'waiting'
        ? [one.objectId]
        : [],
    )
  }

  stops.push(
    onLeave(() => {
      void log?.clear().catch(() => {})
      stop()
    }),
  )
  return stop

  function stop(): void {
    stopping.abort()
    clearTimeout(timer)
    clearInterval(adoption)
    globalThis.removeEventListener?.('online', onOnline)
    globalThis.removeEventListener?.('pagehide', onHidden)
    wakeNow = undefined
    for (const end of stops) end()
    log?.close()
  }
}

/** Of a disk that fails nothing is known: what is on the screen stays there, and looking again later may do better. */
const NOTHING_LATE: string[] = []

/** Whether the network or the server is down or busy, so that the same request may do well later. */
export function isOutage(failure: Failure): boolean {
  return failure.kind === 'network' || (failure.kind === 'http' && OUTAGES.has(failure.status))
}

const OUTAGES = new Set([408, 425, 429, 502, 503, 504])

/** Runs `work` while no other tab does so under this name. */
async function withLock(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks
  if (!locks) return work() // an old browser: tabs may then send the same twice, which only a creation notices
  await locks.request(name, { signal }, work)
}
