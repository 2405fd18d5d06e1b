import { applyLeadPatch } from '#model/lead-patch.ts'
import { LIST_OF, type Operation } from '#model/operation.ts'
import { isUnsent, reversalOf, reversed, whyNotUndone } from '#model/undo.ts'
import { withRealId } from '#model/operation-plan.ts'
import type { QueryClient } from '@tanstack/react-query'
import { Store } from '@tanstack/react-store'

import { knownLead } from './known-row.ts'
import { dropOperations, ledger, noteBack } from './ledger.ts'
import { onAcknowledged, onTooLate } from './log.ts'
import { refreshLists } from './lead-mutations.ts'
import { noteCreation, noteDeletion, noteUpdate, serverObject, TAB } from './operations.ts'

/*
 * What this tab did and the server took, newest last, to be taken back one by one. What was refused never comes
 * here; what has not been sent yet is undone by forgetting it. Undoing is an operation like any other, and the
 * reversal of that one is what repeating means.
 */

/** Enough for a day's afterthoughts. */
const MOST = 200

type Stacks = { undo: readonly Operation[]; redo: readonly Operation[] }
const EMPTY: Stacks = { undo: [], redo: [] }

/** What can be undone and repeated, newest last. */
export const undoStacks = new Store<Stacks>(EMPTY)

export type UndoResult =
  | { kind: 'none' }
  /** It was on its way to be sent and is forgotten. */
  | { kind: 'forgotten'; of: Operation }
  /** `by` is on its way to the server and tells how it ends. */
  | { kind: 'started'; of: Operation; by: Operation }
  /** The value has changed since, or the thing is gone. */
  | { kind: 'skipped'; of: Operation; reason: 'changed' | 'gone' }

/** Keeps account of what the server took. Returns the function that stops it. */
export function startUndo(client: QueryClient): () => void {
  const stops = [
    onAcknowledged((done, answer) => {
      for (const operation of done) push(operation, answer)
      for (const { id } of done) if (takenBack.delete(id)) reverseById(client, id)
    }),
    // It was forgotten too late: what the server took, or takes in this moment, is reversed instead.
    onTooLate((id) => {
      if (undoStacks.state.undo.some((one) => one.id === id)) reverseById(client, id)
      else takenBack.add(id)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    takenBack.clear()
    undoStacks.setState(() => EMPTY)
  }
}

const takenBack = new Set<string>()

function reverseById(client: QueryClient, id: string): void {
  const operation = undoStacks.state.undo.find((one) => one.id === id)
  if (!operation) return
  undoStacks.setState((now) => ({ ...now, undo: now.undo.filter((one) => one.id !== id) }))
  reverse(client, operation, 'undo')
}

/** What undoing would take back now, sent or not. */
export function nextUndo(): Operation | undefined {
  return unsentLast() ?? undoStacks.state.undo.at(-1)
}

/** What repeating would do again now. */
export function nextRedo(): Operation | undefined {
  return undoStacks.state.redo.at(-1)
}

/** The last thing done, if it was not sent yet. */
function unsentLast(): Operation | undefined {
  const unsent = ledger.state.operations.findLast((one) => one.tab === TAB && !one.by && isUnsent(one))
  const last = undoStacks.state.undo.at(-1)
  return unsent && (!last || unsent.id > last.id) ? unsent : undefined
}

/** Undoes what was done last in this tab. */
export function undoLast(client: QueryClient): UndoResult {
  const unsent = unsentLast()
  const last = undoStacks.state.undo.at(-1)
  if (unsent) {
    dropOperations([unsent.id])
    noteForgotten(unsent)
    if (unsent.object === 'lead' && unsent.do === 'delete') {
      noteBack(unsent.objectId)
      refreshLists(client)
    }
    return { kind: 'forgotten', of: unsent }
  }
  if (!last) return { kind: 'none' }
  undoStacks.setState((now) => ({ ...now, undo: now.undo.slice(0, -1) }))
  return reverse(client, last, 'undo')
}

/** Does again what was undone last. */
export function redoLast(client: QueryClient): UndoResult {
  const last = undoStacks.state.redo.at(-1)
  if (!last) return { kind: 'none' }
  undoStacks.setState((now) => ({ ...now, redo: now.redo.slice(0, -1) }))
  return reverse(client, last, 'redo')
}

function reverse(client: QueryClient, of: Operation, by: 'undo' | 'redo'): UndoResult {
  const { object, objectId, about } = of
  const movedTo = of.do === 'update' ? of.patch['lead_id'] : undefined
  const leadId = typeof movedTo === 'string' ? movedTo : of.leadId
  const place = { leadId, object, id: objectId }
  const reversal = reversalOf(of)
  // Of a lead that was not read, or a thing that it does not carry, the comparison at sending has to do.
  const isRead =
    object === 'lead' || (LIST_OF[object] !== undefined && knownLead(client, leadId) !== undefined)
  const reason = isRead ? whyNotUndone(of, serverObject(client, place)) : null
  if (reason || !reversal) return { kind: 'skipped', of, reason: reason ?? 'changed' }
  if (reversal.do === 'update') {
    return { kind: 'started', of, by: noteUpdate(client, place, reversal.patch, { about, by }) }
  }
  if (reversal.do === 'delete') {
    const was = of.do === 'create' ? { was: of.body } : {}
    return { kind: 'started', of, by: noteDeletion(client, place, { about, by, ...was }) }
  }
  if (object === 'lead') return { kind: 'skipped', of, reason: 'gone' }
  return {
    kind: 'started',
    of,
    by: noteCreation(client, { leadId, object }, reversal.body, { about, by, as: objectId }),
  }
}

/** What is forgotten before it was sent can be done again as if it had been sent and undone. */
function noteForgotten(of: Operation): void {
  if (of.do === 'delete') return
  const back = reversed(of, of.do === 'update' ? applyLeadPatch(of.base, of.patch) : of.body)
  if (back) undoStacks.setState((now) => ({ ...now, redo: [...now.redo, back].slice(-MOST) }))
}

function push(operation: Operation, answer: Readonly<Record<string, unknown>> | null): void {
  const realId = operation.do === 'create' ? answer?.['id'] : undefined
  const done = typeof realId === 'string' ? withRealId(operation, operation.objectId, realId) : operation
  if (!reversalOf(done)) return
  undoStacks.setState((now) => {
    // What was deleted and made again has another id from now on.
    const before =
      operation.do === 'create' && operation.as !== undefined && typeof realId === 'string'
        ? renamed(now, operation.as, realId)
        : now
    if (done.by === 'undo') {
      const others = before.redo.filter(({ id }) => id !== done.id)
      return { ...before, redo: [...others, done].slice(-MOST) }
    }
    return { undo: [...before.undo, done].slice(-MOST), redo: done.by === 'redo' ? before.redo : [] }
  })
}

function renamed({ undo, redo }: Stacks, before: string, now: string): Stacks {
  const rename = (entries: readonly Operation[]) => entries.map((entry) => withRealId(entry, before, now))
  return { undo: rename(undo), redo: rename(redo) }
}
