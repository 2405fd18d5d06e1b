import type { DemoDataSet } from '#lib/demo-controls.ts'
import type { EngineContext, EngineRequest } from '#mocks/engine/call.ts'
import { handle } from '#mocks/engine/engine.ts'
import { EngineState } from '#mocks/engine/state.ts'
import type { EngineSwitches } from '#mocks/engine/switches.ts'
import { SEED_VERSION, seedChanges } from '#mocks/seed/seed.ts'
import { readClock } from './clock.ts'
import type { Birth, DemoLog, LogEntry } from './demo-log.ts'
import type { DemoConditions } from './demo-protocol.ts'
import { readSwitches } from './named-switches.ts'
import { warmWhileIdle } from './warm-while-idle.ts'
import { encodeAnswer, type WireAnswer } from './wire.ts'

export type DemoServerOptions = {
  /** The log of a data set; must not reject (fall back on `createMemoryLog`). */
  openLog: (dataSet: DemoDataSet) => Promise<DemoLog>
  context: () => EngineContext
  /** Told while the leads are made. */
  onProgress?: (made: number, total: number) => void
  /** Told when a request found that another tab has started the data set over. */
  onReplaced?: () => void
}

export type DemoServer = {
  /** Moves to a data set, from its seed or from what tabs made of it. Requests that arrive meanwhile wait. */
  open(dataSet: DemoDataSet, options?: { startOver?: boolean }): Promise<{ isPersistent: boolean }>
  /** Drops every change made to the open data set. */
  startOver: () => Promise<void>
  /** Looks whether another tab has started the data set over, as any request would. */
  refresh: () => Promise<void>
  /** Named switches and the clock of this tab, from its next request on. Throws when they can't be read. */
  setConditions: (conditions: DemoConditions) => void
  /** Never rejects: what goes wrong inside is an answer with status 500. */
  answer: (request: EngineRequest) => Promise<WireAnswer>
}

/** One open data set: the leads, and how far they are in step with the log. */
type Session = { dataSet: DemoDataSet; log: DemoLog; state: EngineState; birthId: string; seq: number }

/**
 * The demo organisation of one tab. All tabs with the same data set share its log: each request first takes
 * over what other tabs wrote.
 */
export function createDemoServer({
  openLog,
  context: realContext,
  onProgress,
  onReplaced,
}: DemoServerOptions): DemoServer {
  let clock: (() => number) | undefined
  let switches = INITIAL_SWITCHES
  let start: (session: Promise<Session>) => void = () => {}
  let session = new Promise<Session>((resolve) => (start = resolve))
  session.catch(() => {}) // whoever asks for something hears of it
  let isOpen = false
  let latest: EngineState | undefined

  function context(): EngineContext {
    const real = realContext()
    return clock ? { ...real, now: clock() } : real
  }

  async function load(dataSet: DemoDataSet, log: DemoLog): Promise<Session> {
    const { birth, entries } = await log.open(newBirth(dataSet))
    const state = new EngineState()
    let made = 0
    for (const chunk of seedChanges(birth)) {
      state.apply(chunk.changes)
      made += chunk.leads
      if (made % PROGRESS_EVERY === 0 || made === birth.leads) onProgress?.(made, birth.leads)
    }
    const loaded = { dataSet, log, state, birthId: birth.id, seq: 0 }
    catchUp(loaded, entries)
    latest = state
    void warmWhileIdle(state, () => latest === state)
    return loaded
  }

  function newBirth({ leads, seed }: DemoDataSet): Birth {
    return { id: crypto.randomUUID(), seed, leads, now: context().now, version: SEED_VERSION }
  }

  /** Another tab started the data set over. The first request to notice loads it again, others wait for that. */
  function reload(old: Promise<Session>): void {
    if (session !== old) return
    session = old.then(({ dataSet, log }) => load(dataSet, log))
    onReplaced?.()
  }

  async function read(request: EngineRequest): Promise<WireAnswer | undefined> {
    for (;;) {
      const current = session
      const opened = await current
      const entries = await opened.log.read(opened)
      if (entries === 'replaced') {
        reload(current)
        continue
      }
      catchUp(opened, entries)
      const answer = handle(opened.state, request, context(), switches)
      return answer.changes.length > 0 ? undefined : encodeAnswer(answer)
    }
  }

  async function write(request: EngineRequest): Promise<WireAnswer> {
    for (;;) {
      const current = session
      const opened = await current
      const decide = (entries: LogEntry[]) => {
        catchUp(opened, entries)
        answer = handle(opened.state, request, context(), switches)
        return answer.changes.length > 0 ? answer.changes : undefined
      }
      let answer: ReturnType<typeof handle> | undefined
      const entry = await opened.log.write(opened, decide)
      if (entry === 'replaced' || !answer) {
        reload(current)
        continue
      }
      if (entry) catchUp(opened, [entry])
      return encodeAnswer(answer)
    }
  }

  return {
    async open(dataSet, { startOver = false } = {}) {
      const old = session
      session = (async () => {
        const log = await openLog(dataSet)
        if (startOver) await log.startOver(newBirth(dataSet))
        return load(dataSet, log)
      })()
      if (isOpen) void closeLog(old)
      isOpen = true
      start(session)
      const { log } = await session
      return { isPersistent: log.isPersistent }
    },

    async startOver() {
      const { dataSet, log } = await session
      await log.startOver(newBirth(dataSet))
      session = load(dataSet, log)
      await session
    },

    async refresh() {
      const current = session
      const opened = await current
      if ((await opened.log.read(opened)) === 'replaced') reload(current)
    },

    setConditions(conditions) {
      const given = readSwitches(conditions.switches)
      clock = conditions.now === '' ? undefined : readClock(conditions.now)
      switches = { ...INITIAL_SWITCHES, ...given }
    },

    async answer(request) {
      try {
        const answer = isRead(request) ? await read(request) : undefined
        return answer ?? (await write(request))
      } catch (error) {
        return encodeAnswer({
          status: 500,
          headers: {},
          body: { error: `The demo server could not finish this: ${String(error)}` },
        })
      }
    },
  }
}

/** Leads between two reports of progress. */
const PROGRESS_EVERY = 2000

/** The page of a demo has no key to send. */
const INITIAL_SWITCHES: EngineSwitches = { requireAuth: false }

/** Whether a request is expected to write nothing. One that does nevertheless is run again as a write. */
function isRead({ method, path, headers }: EngineRequest): boolean {
  return (
    method === 'GET' ||
    method === 'HEAD' ||
    headers['x-http-method-override']?.toUpperCase() === 'GET' ||
    /^\/+data\/+search\b/.test(path)
  )
}

async function closeLog(session: Promise<Session>): Promise<void> {
  try {
    const { log } = await session
    log.close()
  } catch {
    // it never opened
  }
}

function catchUp(session: Session, entries: LogEntry[]): void {
  for (const { seq, changes } of entries) {
    if (seq <= session.seq) continue
    session.state.apply(changes)
    session.seq = seq
  }
}
