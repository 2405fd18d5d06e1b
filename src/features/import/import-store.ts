import type { ItemResult } from '#data/lead-import.ts'
import type { CustomField } from '#model/custom-field.ts'
import type { CheckDecisions, CheckedRow, FoundLeads } from '#model/import-check.ts'
import type { PlannedColumn } from '#model/import-plan.ts'
import type { ColumnProfile } from '#model/import-profile.ts'
import type { CsvTable, ReadOptions } from '#model/import-table.ts'
import type { ColumnMapping } from '#model/import-target.ts'
import type { LeadStatus, User } from '#model/organization.ts'
import { Store } from '@tanstack/react-store'

/*
 * An import lives outside the page that shows it: it goes on while the person looks at something else, and a
 * mapping half done is there when they come back.
 */

export type ImportFile = {
  name: string
  bytes: Uint8Array
  /** How the person wants it read, where what was found out is wrong. */
  options: ReadOptions
  table: CsvTable
  profiles: ColumnProfile[]
}

/** What the organisation has, as it was when it was last asked. */
export type Surroundings = {
  fields: readonly CustomField[]
  statuses: readonly LeadStatus[]
  users: readonly User[]
}

export type Check = {
  plan: readonly PlannedColumn[]
  rows: CheckedRow[]
  found: FoundLeads
  /** Why it is not known which leads exist already; null when it is. */
  lookupProblem: string | null
  decisions: CheckDecisions
}

export type HeldRow = { index: number; reason: string }

export type ImportRun = {
  phase: 'preparing' | 'running' | 'stopping' | 'stopped' | 'halted' | 'done'
  /** Why it halted, or could not begin. */
  problem: string | null
  /** Rows to send, in order. */
  rows: readonly number[]
  /** Filled as answers come; `version` changes with it. */
  results: Map<number, ItemResult>
  version: number
  /** Rows that the check did not let pass. */
  held: readonly HeldRow[]
  /** Rows left out because a lead or an earlier row has their name. */
  skipped: readonly HeldRow[]
  /** The server asked to wait until then, in milliseconds since the epoch. */
  waitUntil: number | null
  /** The present stretch of sending: when it began, its rows, and how many of them have an answer. */
  stretch: { startedAt: number; answered: number; rows: number }
}

export type ImportState =
  | { step: 'file'; reading: string | null; problem: string | null }
  | { step: 'map'; file: ImportFile; around: Surroundings; mappings: ColumnMapping[] }
  | {
      step: 'checking'
      file: ImportFile
      around: Surroundings
      mappings: ColumnMapping[]
      progress: { done: number; doing: 'rows' | 'leads' }
    }
  | { step: 'check'; file: ImportFile; around: Surroundings; mappings: ColumnMapping[]; check: Check }
  | {
      step: 'run'
      file: ImportFile
      around: Surroundings
      mappings: ColumnMapping[]
      check: Check
      run: ImportRun
    }

export const NO_FILE: ImportState = { step: 'file', reading: null, problem: null }

export const importStore = new Store<ImportState>(NO_FILE)

/** Whether leads are being made right now. */
export function isImporting(state: ImportState = importStore.state): boolean {
  return state.step === 'run' && ['preparing', 'running', 'stopping'].includes(state.run.phase)
}

export type RunCounts = {
  total: number
  imported: number
  failed: number
  /** Rows that were to be sent and have no answer yet. */
  left: number
}

/** How far a run is. */
export function countRun(run: ImportRun): RunCounts {
  let failed = 0
  for (const result of run.results.values()) if (result.kind === 'failed') failed += 1
  const imported = run.results.size - failed
  return { total: run.rows.length, imported, failed, left: run.rows.length - run.results.size }
}
