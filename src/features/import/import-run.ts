import {
  announceImport,
  importLeads,
  prepareFields,
  type ImportEnd,
  type ImportItem,
} from '#data/lead-import.ts'
import { onLeave } from '#data/leaving.ts'
import { describeFailure } from '#model/failure.ts'
import { missingChoices, rowOutcomes, whyNotSent } from '#model/import-check.ts'
import {
  wantedFields,
  withAddedChoices,
  withMadeFields,
  type PlannedColumn,
  type WantedField,
} from '#model/import-plan.ts'
import { readRow, rowContext, type RowContext } from '#model/import-row.ts'
import type { CsvRow } from '#model/import-table.ts'
import type { QueryClient } from '@tanstack/react-query'

import { rememberImport } from './import-memory.ts'
import { startOver } from './import-steps.ts'
import { countRun, importStore, type HeldRow, type ImportRun } from './import-store.ts'
import { inSlices } from './in-slices.ts'

/** What the run in the store works with and nobody sees. */
type Engine = {
  stop: AbortController
  plan: readonly PlannedColumn[]
  /** Custom fields to make and choices to add; null when that is done. */
  toPrepare: { wanted: WantedField[]; added: Map<string, string[]> } | null
  table: readonly CsvRow[]
  contextOf: (plan: readonly PlannedColumn[]) => RowContext
  /** When the import began, in milliseconds since the epoch. */
  startedAt: number
  /** Leads that are not those of a row whose answer was lost. */
  knownIds: Set<string>
}

let engine: Engine | null = null

const SHOW_EVERY_MS = 120

/** Makes the leads of all rows that the check let pass. Does nothing while an import runs. */
export async function startImport(client: QueryClient): Promise<void> {
  const { state } = importStore
  if (state.step !== 'check') return
  const { file, around, mappings, check } = state
  const outcomes = rowOutcomes(check.rows, check.found, check.decisions)
  const rows: number[] = []
  const held: HeldRow[] = []
  const skipped: HeldRow[] = []
  for (const [i, row] of check.rows.entries()) {
    const outcome = outcomes[i] ?? 'fail'
    const reason = whyNotSent(row, outcome, check.decisions, file.table.headers, around.fields, check.found)
    if (reason === null) rows.push(row.index)
    else (outcome === 'skip' ? skipped : held).push({ index: row.index, reason })
  }
  const sent = new Set(rows)
  const missing = missingChoices(check.rows.filter(({ index }) => sent.has(index)))
  engine = {
    stop: new AbortController(),
    plan: check.plan,
    toPrepare: {
      wanted: wantedFields(
        check.plan,
        rows.flatMap((index) => file.table.rows[index] ?? []),
      ),
      added: new Map(missing.map(({ fieldId, values }) => [fieldId, values])),
    },
    table: file.table.rows,
    contextOf: (plan) => rowContext(plan, around.statuses, around.users),
    startedAt: Date.now(),
    knownIds: new Set([...check.found.values()].flatMap((leads) => leads.map(({ id }) => id))),
  }
  const run: ImportRun = {
    phase: 'preparing',
    problem: null,
    rows,
    results: new Map(),
    version: 0,
    held,
    skipped,
    waitUntil: null,
    stretch: { startedAt: Date.now(), answered: 0, rows: rows.length },
  }
  importStore.setState(() => ({ step: 'run', file, around, mappings, check, run }))
  await send(client, engine, run, rows)
}

/** Stops after the requests that are on their way; the rest can be resumed. */
export function stopImport(): void {
  engine?.stop.abort()
  change((run) => (isBusy(run) ? { ...run, phase: 'stopping' } : run))
}

/** Goes on with the rows that have no answer yet, and with those that got none because the connection was lost. */
export async function resumeImport(client: QueryClient): Promise<void> {
  const run = currentRun()
  if (!engine || !run || isBusy(run)) return
  const isLeft = (index: number) => {
    const result = run.results.get(index)
    return !result || (result.kind === 'failed' && result.failure.kind === 'network')
  }
  await send(client, engine, run, run.rows.filter(isLeft))
}

/** Tries the failed rows again. Those that may have arrived are looked up first. */
export async function retryFailed(client: QueryClient): Promise<void> {
  const run = currentRun()
  if (!engine || !run || isBusy(run)) return
  await send(
    client,
    engine,
    run,
    run.rows.filter((index) => run.results.get(index)?.kind === 'failed'),
  )
}

onLeave(() => {
  stopImport()
  window.removeEventListener('beforeunload', askToStay)
  startOver()
  rememberImport(null)
})

async function send(
  client: QueryClient,
  engine: Engine,
  { results }: ImportRun,
  indexes: readonly number[],
): Promise<void> {
  engine.stop = new AbortController()
  const { signal } = engine.stop
  const stretch = { startedAt: Date.now(), answered: 0, rows: indexes.length }
  change((run) => ({ ...run, phase: 'preparing', problem: null, stretch }))
  window.addEventListener('beforeunload', askToStay)
  const onWait = (waitUntil: number | null) => change((run) => ({ ...run, waitUntil }))

  const problem = await prepare(client, engine, { signal, onWait })
  let end: ImportEnd = { kind: 'stopped' }
  if (problem === null && !signal.aborted) {
    const context = engine.contextOf(engine.plan)
    const items = await inSlices(indexes, (index): ImportItem => {
      const before = results.get(index)
      const { body } = readRow(engine.table[index]?.cells ?? [], context)
      return { index, body, isUncertain: before?.kind === 'failed' && before.isUncertain }
    })
    change((run) => (run.phase === 'preparing' ? { ...run, phase: 'running' } : run))
    end = await importLeads(items, {
      signal,
      startedAt: engine.startedAt,
      knownIds: engine.knownIds,
      onWait,
      onResult: (index, result) => {
        results.set(index, result)
        stretch.answered += 1
        showSoon()
      },
    })
  }
  window.removeEventListener('beforeunload', askToStay)
  change((run) => ({ ...run, waitUntil: null, version: run.version + 1, ...ending(end, problem) }))
  remember()
  announceImport(client)
}

/** Makes custom fields and adds choices, once for an import; answers why that failed. */
async function prepare(
  client: QueryClient,
  engine: Engine,
  options: Parameters<typeof prepareFields>[3],
): Promise<string | null> {
  if (!engine.toPrepare) return null
  const { wanted, added } = engine.toPrepare
  const prepared = await prepareFields(client, wanted, added, options)
  if (prepared.kind === 'stopped') return null
  if (prepared.kind === 'failed') {
    const what = prepared.name === null ? 'The custom fields' : `The custom field "${prepared.name}"`
    return `${what} could not be made, so no lead was sent. ${describeFailure(prepared.failure)}`
  }
  engine.plan = withAddedChoices(withMadeFields(engine.plan, prepared.made), added)
  engine.toPrepare = null
  return null
}

function ending(end: ImportEnd, problem: string | null): Pick<ImportRun, 'phase' | 'problem'> {
  if (problem !== null) return { phase: 'halted', problem }
  switch (end.kind) {
    case 'complete':
      return { phase: 'done', problem: null }
    case 'stopped':
      return { phase: 'stopped', problem: null }
    case 'halted':
      return { phase: 'halted', problem: describeFailure(end.failure) }
  }
}

function isBusy(run: ImportRun): boolean {
  return run.phase === 'preparing' || run.phase === 'running' || run.phase === 'stopping'
}

function currentRun(): ImportRun | null {
  const { state } = importStore
  return state.step === 'run' ? state.run : null
}

function change(next: (run: ImportRun) => ImportRun): void {
  importStore.setState((state) => (state.step === 'run' ? { ...state, run: next(state.run) } : state))
}

let timer: ReturnType<typeof setTimeout> | null = null

/** Hundreds of answers a second are drawn a few times a second. */
function showSoon(): void {
  timer ??= setTimeout(() => {
    timer = null
    change((run) => ({ ...run, version: run.version + 1 }))
    remember()
  }, SHOW_EVERY_MS)
}

function remember(): void {
  const { state } = importStore
  if (state.step !== 'run') return
  const { total, imported, failed, left } = countRun(state.run)
  rememberImport({
    fileName: state.file.name,
    total: total + state.run.held.length + state.run.skipped.length,
    imported,
    failed: failed + state.run.held.length,
    skipped: state.run.skipped.length,
    isComplete: left === 0,
    at: Date.now(),
  })
}

function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
