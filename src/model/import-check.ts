import type { CustomField } from './custom-field.ts'
import { readRow, type CellProblem, type RowContext, type RowReading } from './import-row.ts'
import type { CsvRow } from './import-table.ts'

/** What the check found out about one row. Bodies are not kept: they are read again when they are sent. */
export type CheckedRow = {
  /** Position in the table. */
  index: number
  problems: CellProblem[]
  newChoices: RowReading['newChoices']
  unknownStatus: string | null
  /** What duplicates are told by; null for a row without a name. */
  key: string | null
}

/** What a person decided about what the check found. */
export type CheckDecisions = {
  /** Rows with a status that does not exist: they fail, or get the default one. */
  unknownStatus: 'fail' | 'default'
  /** Custom fields that may get the new choices. */
  addChoices: ReadonlySet<string>
  /** Rows whose name an earlier row has. */
  repeated: 'import' | 'skip'
  /** Rows whose name a lead has already. */
  existing: 'import' | 'skip'
}

/** More than these look like free text in a field of choices, and are not added unless a person says so. */
const FEW_CHOICES = 50

/**
 * What is proposed until a person decides: no lead is made a second time, and a field gets the few choices that
 * it lacks. The page names both before anything is written.
 */
export function firstDecisions(rows: readonly CheckedRow[], fields: readonly CustomField[]): CheckDecisions {
  const few = missingChoices(rows).filter(
    ({ fieldId, values }) => values.length <= FEW_CHOICES && canAddChoices(fieldId, fields),
  )
  return {
    unknownStatus: 'fail',
    addChoices: new Set(few.map(({ fieldId }) => fieldId)),
    repeated: 'import',
    existing: 'skip',
  }
}

/** Whether an import may add choices to a field: not to one that other kinds of objects share. */
export function canAddChoices(fieldId: string, fields: readonly CustomField[]): boolean {
  return fields.some((field) => field.id === fieldId && field.is_shared !== true)
}

export type RowOutcome = 'ready' | 'warning' | 'fail' | 'skip'

/** A lead that has a name already when the import starts. */
export type FoundLead = { id: string; display_name: string }
export type FoundLeads = ReadonlyMap<string, readonly FoundLead[]>

/** Names are the same but for blanks and upper case. */
export function nameKey(name: unknown): string | null {
  if (typeof name !== 'string') return null
  return name.trim().replace(/\s+/g, ' ').normalize().toLowerCase() || null
}

/** Checks one row. */
export function checkRow(row: CsvRow, index: number, context: RowContext): CheckedRow {
  const { body, problems, newChoices, unknownStatus } = readRow(row.cells, context)
  const flaw: CellProblem[] = row.flaw ? [{ severity: 'warning', at: null, message: row.flaw }] : []
  return { index, problems: [...problems, ...flaw], newChoices, unknownStatus, key: nameKey(body['name']) }
}

/** What happens to each row under these decisions, in order. */
export function rowOutcomes(
  rows: readonly CheckedRow[],
  found: FoundLeads,
  decisions: CheckDecisions,
): RowOutcome[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (fails(row, decisions)) return 'fail'
    const isKnown = row.key !== null && found.has(row.key)
    const isRepeated = row.key !== null && seen.has(row.key)
    if (isKnown && decisions.existing === 'skip') return 'skip'
    if (isRepeated && decisions.repeated === 'skip') return 'skip'
    if (row.key !== null) seen.add(row.key)
    const isDoubtful = isKnown || isRepeated || row.unknownStatus !== null || row.problems.length > 0
    return isDoubtful ? 'warning' : 'ready'
  })
}

/** Why a row is not sent, in a sentence; null when it is. `headers` name the columns. */
export function whyNotSent(
  row: CheckedRow,
  outcome: RowOutcome,
  decisions: CheckDecisions,
  headers: readonly string[],
  fields: readonly CustomField[],
  found: FoundLeads,
): string | null {
  if (outcome === 'skip') {
    return row.key !== null && found.has(row.key)
      ? 'Skipped: a lead of this name exists.'
      : 'Skipped: an earlier row has this name.'
  }
  if (outcome !== 'fail') return null
  const reasons = row.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ at, message }) => (at === null ? message : `${headers[at] ?? ''}: ${message}`))
  if (row.unknownStatus !== null && decisions.unknownStatus === 'fail') {
    reasons.push(`There is no status "${row.unknownStatus}".`)
  }
  const unknown = row.newChoices.filter(({ fieldId }) => !decisions.addChoices.has(fieldId))
  for (const id of new Set(unknown.map(({ fieldId }) => fieldId))) {
    const values = unknown.flatMap(({ fieldId, value }) => (fieldId === id ? `"${value}"` : []))
    const name = fields.find((field) => field.id === id)?.name ?? id
    reasons.push(
      `${values.join(', ')} ${values.length === 1 ? 'is no choice' : 'are no choices'} of ${name}.`,
    )
  }
  return reasons.join(' ')
}

export type OutcomeCounts = Record<RowOutcome, number>

/** How many rows each outcome has. */
export function countOutcomes(outcomes: readonly RowOutcome[]): OutcomeCounts {
  const counts: OutcomeCounts = { ready: 0, warning: 0, fail: 0, skip: 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}

/** The same problem in many rows, errors first and then by how often it occurs. */
export type ProblemGroup = CellProblem & { rows: number[] }

/** Problems gathered by column and message; `rows` are positions in the table. */
export function groupProblems(rows: readonly CheckedRow[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const { index, problems } of rows) {
    for (const problem of problems) {
      const key = JSON.stringify([problem.severity, problem.at, problem.message])
      const group = groups.get(key)
      if (group) group.rows.push(index)
      else groups.set(key, { ...problem, rows: [index] })
    }
  }
  const rank = ({ severity }: ProblemGroup) => (severity === 'error' ? 0 : 1)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length)
}

/** Values that fields would have to get as choices, and in how many rows they stand. */
export function missingChoices(
  rows: readonly CheckedRow[],
): { fieldId: string; values: string[]; rows: number }[] {
  const byField = new Map<string, { values: Set<string>; rows: Set<number> }>()
  for (const { index, newChoices } of rows) {
    for (const { fieldId, value } of newChoices) {
      const entry = byField.get(fieldId) ?? { values: new Set(), rows: new Set() }
      entry.values.add(value)
      entry.rows.add(index)
      byField.set(fieldId, entry)
    }
  }
  return [...byField].map(([fieldId, { values, rows }]) => ({
    fieldId,
    values: [...values],
    rows: rows.size,
  }))
}

/** Status labels that do not exist, with how many rows have them. */
export function unknownStatuses(rows: readonly CheckedRow[]): { label: string; rows: number }[] {
  const counts = new Map<string, number>()
  for (const { unknownStatus } of rows) {
    if (unknownStatus !== null) counts.set(unknownStatus, (counts.get(unknownStatus) ?? 0) + 1)
  }
  return [...counts].map(([label, rows]) => ({ label, rows })).sort((a, b) => b.rows - a.rows)
}

/** How many rows repeat the name of an earlier one, and how many have the name of a lead. */
export function countDuplicates(rows: readonly CheckedRow[], found: FoundLeads) {
  const seen = new Set<string>()
  let [repeated, existing] = [0, 0]
  for (const { key } of rows) {
    if (key === null) continue
    if (found.has(key)) existing += 1
    if (seen.has(key)) repeated += 1
    seen.add(key)
  }
  return { repeated, existing }
}

function fails(row: CheckedRow, decisions: CheckDecisions): boolean {
  return (
    row.problems.some(({ severity }) => severity === 'error') ||
    (row.unknownStatus !== null && decisions.unknownStatus === 'fail') ||
    row.newChoices.some(({ fieldId }) => !decisions.addChoices.has(fieldId))
  )
}
