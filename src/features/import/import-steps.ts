import { findLeadsByName } from '#data/lead-import.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { checkRow, firstDecisions, type CheckDecisions, type FoundLeads } from '#model/import-check.ts'
import { guessMapping } from '#model/import-guess.ts'
import { planColumns } from '#model/import-plan.ts'
import { rowContext } from '#model/import-row.ts'
import type { ReadOptions } from '#model/import-table.ts'
import type { ColumnMapping } from '#model/import-target.ts'
import type { QueryClient } from '@tanstack/react-query'

import { importStore, NO_FILE, type Surroundings } from './import-store.ts'
import { inSlices } from './in-slices.ts'
import { notCsv, readCsv } from './read-csv.ts'

/** What a person does until leads are made: each step reads the store, and leaves it at the next step. */

let working = new AbortController()

/** Back to choosing a file; what was under way is dropped. */
export function startOver(): void {
  working.abort()
  importStore.setState(() => NO_FILE)
}

/** Reads a file and guesses what its columns are. */
export async function chooseFile(client: QueryClient, file: File): Promise<void> {
  working.abort()
  const { signal } = (working = new AbortController())
  importStore.setState(() => ({ step: 'file', reading: file.name, problem: null }))
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const wrong = bytes.length === 0 ? 'The file is empty.' : notCsv(bytes)
    if (!signal.aborted && wrong) fail(wrong)
    else if (!signal.aborted) await readFile(client, file.name, bytes, {}, signal)
  } catch {
    if (!signal.aborted) fail('The file could not be read. Was it moved or is it open elsewhere?')
  }
}

/** Reads the same file in another way, and guesses again. The choice shows at once, its outcome when it is there. */
export async function readAgain(client: QueryClient, change: ReadOptions): Promise<void> {
  const { state } = importStore
  if (state.step !== 'map') return
  const file = { ...state.file, options: { ...state.file.options, ...change } }
  importStore.setState(() => ({ ...state, file }))
  working.abort()
  const { signal } = (working = new AbortController())
  await readFile(client, file.name, file.bytes, file.options, signal)
}

async function readFile(
  client: QueryClient,
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<void> {
  const [{ table, profiles }, around] = await Promise.all([readCsv(bytes, options), lookAround(client)])
  if (signal.aborted) return
  if ('problem' in around) return fail(around.problem)
  if (table.headers.length === 0) return fail('The file has no columns.')
  if (table.rows.length === 0 && options.hasHeader !== false) {
    return fail('The file has headers but no rows.')
  }
  const mappings = guessMapping(table.headers, profiles, around)
  importStore.setState(() => ({
    step: 'map',
    file: { name, bytes, options, table, profiles },
    around,
    mappings,
  }))
}

function fail(problem: string): void {
  importStore.setState(() => ({ step: 'file', reading: null, problem }))
}

/** The fields, statuses and users that cells are matched with. */
async function lookAround(client: QueryClient): Promise<Surroundings | { problem: string }> {
  try {
    const [fields, organization, users] = await Promise.all([
      client.fetchQuery(settingsQueries.leadSchema()),
      client.fetchQuery(settingsQueries.organization()),
      client.fetchQuery(settingsQueries.users()),
    ])
    return { fields, statuses: organization.lead_statuses, users }
  } catch (error) {
    const why = describeFailure(toFailure(error))
    return { problem: `The custom fields and statuses could not be loaded. ${why}` }
  }
}

/** Changes what one column is imported as. */
export function setMapping(at: number, mapping: ColumnMapping): void {
  importStore.setState((state) =>
    state.step === 'map'
      ? { ...state, mappings: state.mappings.map((old, i) => (i === at ? mapping : old)) }
      : state,
  )
}

/** Checks every row against what the organisation has now, without writing anything. */
export async function check(client: QueryClient): Promise<void> {
  const { state } = importStore
  if (state.step !== 'map' && state.step !== 'check') return
  const { file, mappings } = state
  working.abort()
  const { signal } = (working = new AbortController())
  const tell = (around: Surroundings, done: number, doing: 'rows' | 'leads') =>
    importStore.setState(() => ({ step: 'checking', file, around, mappings, progress: { done, doing } }))

  tell(state.around, 0, 'rows')
  // Fields may have been made meanwhile, by a colleague or by an import that was stopped.
  await client.invalidateQueries({ queryKey: settingsQueries.leadSchema().queryKey, refetchType: 'none' })
  const fresh = await lookAround(client)
  const around = 'problem' in fresh ? state.around : fresh
  const plan = planColumns(file.table.headers, mappings, file.profiles, around.fields)
  const context = rowContext(plan, around.statuses, around.users)
  const rows = await inSlices(file.table.rows, (row, index) => checkRow(row, index, context), {
    signal,
    onSlice: (done) => !signal.aborted && tell(around, done, 'rows'),
  })
  if (signal.aborted) return
  tell(around, rows.length, 'leads')
  let found: FoundLeads = new Map()
  let lookupProblem: string | null = null
  try {
    const nameAt = plan.find(({ target }) => target.kind === 'lead' && target.field === 'name')?.at
    const names = nameAt === undefined ? [] : file.table.rows.map(({ cells }) => cells[nameAt] ?? '')
    found = await findLeadsByName(names, signal)
  } catch (error) {
    if (signal.aborted) return
    lookupProblem = describeFailure(toFailure(error))
  }
  if (signal.aborted) return
  const decisions = firstDecisions(rows, around.fields)
  importStore.setState(() => ({
    step: 'check',
    file,
    around,
    mappings,
    check: { plan, rows, found, lookupProblem, decisions },
  }))
}

/** Decides about something that the check found. */
export function decide(change: Partial<CheckDecisions>): void {
  importStore.setState((state) =>
    state.step === 'check'
      ? { ...state, check: { ...state.check, decisions: { ...state.check.decisions, ...change } } }
      : state,
  )
}

/** Back to the mapping. */
export function backToMapping(): void {
  working.abort()
  importStore.setState((state) =>
    state.step === 'check' || state.step === 'checking'
      ? { step: 'map', file: state.file, around: state.around, mappings: state.mappings }
      : state,
  )
}
