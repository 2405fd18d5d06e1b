import type { Failure } from './failure.ts'
import { applyLeadPatch, patchedFields, type Patch } from './lead-patch.ts'

/**
 * One edit of a lead as an intent: what the person wanted, not a copy of the record. It is drawn on top of the
 * server's answer until the server has acknowledged it, so no refetch can hide it, and it is dropped when
 * refused, so nothing needs to be rolled back.
 */
export type LeadEdit = {
  key: number
  leadId: string
  patch: Patch
  state: { kind: 'waiting' } | { kind: 'failed'; failure: Failure }
}

/** What a field is doing: nothing, on its way, or refused with the value that was wanted. */
export type FieldState =
  { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; failure: Failure; edits: LeadEdit[] }

/** A lead (or row of one) with the waiting edits on top; the same object when there are none. */
export function withEdits<T extends Readonly<Record<string, unknown>>>(
  lead: T,
  edits: readonly LeadEdit[],
): T {
  let shown = lead
  for (const edit of edits) {
    if (edit.state.kind === 'waiting') shown = applyLeadPatch(shown, edit.patch)
  }
  return shown
}

/** The state of one field, from the edits of its lead. A failure outlives later edits until it is settled. */
export function fieldState(edits: readonly LeadEdit[], field: string): FieldState {
  const own = edits.filter((edit) => patchedFields(edit.patch).includes(field))
  const failed = own.filter((edit) => edit.state.kind === 'failed')
  const last = failed.at(-1)
  if (last?.state.kind === 'failed') return { kind: 'failed', failure: last.state.failure, edits: failed }
  return own.length > 0 ? { kind: 'saving' } : { kind: 'saved' }
}

/**
 * The fresher of two copies of a lead, by `date_updated`; a tie goes to `known`. A row keeps only the fields
 * it was asked for, so that a list never shows more than it loaded. Lists and searches lag behind writes by up
 * to a minute (contract 3, 18).
 */
export function fresher<T extends Readonly<Record<string, unknown>>>(
  row: T,
  known: Readonly<Record<string, unknown>> | undefined,
): T {
  if (!known || known === row) return row
  const knownAt = known['date_updated']
  const rowAt = row['date_updated']
  if (typeof knownAt !== 'string' || (typeof rowAt === 'string' && rowAt > knownAt)) return row
  const merged: Record<string, unknown> = { ...row }
  for (const key of Object.keys(row)) if (!key.startsWith('custom.')) merged[key] = known[key] ?? row[key]
  for (const key of [...Object.keys(row), ...Object.keys(known)]) {
    if (!key.startsWith('custom.')) continue
    if (known[key] === undefined) delete merged[key]
    else merged[key] = known[key]
  }
  return merged as T
}

/**
 * The edits without refused ones that a later edit has made pointless, since it sets the whole field: to retry
 * such an edit would undo what the person wanted last. `edits` may be of several leads, oldest first.
 */
export function withoutSuperseded(edits: readonly LeadEdit[]): readonly LeadEdit[] {
  const kept = edits.filter(
    (edit, index) => edit.state.kind !== 'failed' || !isReplaced(edit, edits.slice(index + 1)),
  )
  return kept.length === edits.length ? edits : kept
}

function isReplaced(edit: LeadEdit, later: readonly LeadEdit[]): boolean {
  const [field, ...more] = patchedFields(edit.patch)
  if (field === undefined || more.length > 0) return false
  return later.some((other) => other.leadId === edit.leadId && field in other.patch)
}
