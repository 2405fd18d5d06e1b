import type { Failure } from './failure.ts'
import { applyLeadPatch, patchedFields, type Patch } from './lead-patch.ts'

/** What hangs below a lead and has an endpoint of its own. Source: contract 10 to 13. */
export type ChildType = 'contact' | 'task' | 'opportunity' | 'note' | 'call'
export type ObjectType = 'lead' | ChildType

type Fields = Readonly<Record<string, unknown>>

/**
 * What a person wanted of a lead or of something below it, as an intent and not as a copy of the record. It is
 * drawn on top of the server's answer until the server has acknowledged it, so no refetch can hide it, and it
 * stops being drawn when it is refused, so nothing needs to be rolled back. It is plain data: it is kept on
 * disk until it is settled, and any tab can send it.
 */
export type Operation = Update | Creation | Deletion

type Common = {
  /** Sorts by the moment it was made, then by the order within one tab. */
  id: string
  leadId: string
  /** The page that it was made in: that one can undo it. */
  tab: string
  /** When it was made, and the moment before which it is not sent, in milliseconds since the epoch. */
  at: number
  notBefore: number
  object: ObjectType
  /** The object that it is about; for a creation an id of our own until the server gives one. */
  objectId: string
  /** What people call the lead, the object and its field, for sentences about it. */
  about: { lead: string; object?: string; field?: string }
  /** How often it was sent without an answer that settled it: then it may have happened. */
  tries: number
  /** Sent by itself since a request that carried others too was refused. */
  isAlone?: boolean
  /** The person took it back while it was being sent: when the server has it, it is reversed. */
  isTakenBack?: boolean
  /** It undoes or repeats an earlier operation; where that is not possible any more it ends quietly. */
  by?: 'undo' | 'redo'
  state: OperationState
}

export type OperationState =
  /** `stalled` says why the last attempt did not reach the server or was put off; it is tried again by itself. */
  | { kind: 'waiting'; stalled?: Failure }
  | { kind: 'sending' }
  | { kind: 'failed'; failure: Failure }
  /** Somebody changed the same field meanwhile; `theirs` has the field as it is now on the server. */
  | { kind: 'conflict'; theirs: Fields }

/** Changes fields of an object. */
export type Update = Common & {
  do: 'update'
  patch: Patch
  /** The fields of the patch as the server had them when the person changed them; without those not known. */
  base: Fields
}

/** Makes something below a lead. */
export type Creation = Common & {
  do: 'create'
  object: ChildType
  body: Fields
  /** Ids of the objects of its kind that were there before: with these it can be told whether a lost request arrived. */
  known: readonly string[]
  /** The id that the object had before its deletion, when this undoes that. */
  as?: string
}

export type Deletion = Common & {
  do: 'delete'
  /** The object as it was, so that it can be named and made again. */
  was: Fields
}

/** What a field is doing, and the operations behind it where there is something to decide. */
export type FieldState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** Not sent yet: no connection, a busy server, or an earlier change comes first. */
  | { kind: 'waiting'; stalled: Failure }
  | { kind: 'failed'; failure: Failure; edits: Update[] }
  | { kind: 'conflict'; edits: Update[]; mine: unknown; theirs: unknown; base: unknown }

/** Where a whole lead carries its children of a kind. Notes and calls are activities, which it does not carry. */
export const LIST_OF: Readonly<Partial<Record<ObjectType, string>>> = {
  contact: 'contacts',
  task: 'tasks',
  opportunity: 'opportunities',
}

/** Whether it is on its way: it shows on the screen and nobody has to decide anything. */
export function isOnItsWay({ state }: Operation): boolean {
  return state.kind === 'waiting' || state.kind === 'sending'
}

/** Whether a person has to decide what becomes of it. */
export function isUnsettled({ state }: Operation): boolean {
  return state.kind === 'failed' || state.kind === 'conflict'
}

/** A lead (or row of one) with what is on its way on top; the same object when there is nothing. */
export function withOperations<T extends Fields>(lead: T, operations: readonly Operation[]): T {
  let shown = lead
  for (const operation of operations) if (isOnItsWay(operation)) shown = withOperation(shown, operation)
  return shown
}

function withOperation<T extends Fields>(lead: T, operation: Operation): T {
  if (operation.object === 'lead') {
    return operation.do === 'update' && operation.objectId === lead['id']
      ? applyLeadPatch(lead, operation.patch)
      : lead
  }
  const key = LIST_OF[operation.object]
  const list = key === undefined ? undefined : lead[key]
  if (key === undefined || !Array.isArray(list) || operation.leadId !== lead['id']) return lead
  return { ...lead, [key]: withChildOperation(list as Fields[], operation) }
}

/** A list of children of the operation's kind after it. */
export function withChildOperation<T extends Fields>(list: readonly T[], operation: Operation): T[] {
  const { objectId } = operation
  switch (operation.do) {
    case 'create':
      if (list.some((child) => child['id'] === objectId)) return [...list]
      return [...list, { ...operation.body, id: objectId, lead_id: operation.leadId } as Fields as T]
    case 'delete':
      return list.filter((child) => child['id'] !== objectId)
    case 'update':
      return list.flatMap((child) => {
        if (child['id'] !== objectId) return [child]
        const next = { ...applyLeadPatch(child, operation.patch), ...impliedBy(operation) }
        const movedTo = operation.patch['lead_id']
        return movedTo !== undefined && movedTo !== operation.leadId ? [] : [next]
      })
  }
}

/** What the server changes along with the fields of a patch. Source: contract 12, tasks without a date. */
function impliedBy({ object, patch }: Update): Fields {
  if (object !== 'task' || !('date' in patch)) return {}
  return { due_date: patch['date'], is_dateless: patch['date'] === null }
}

/** The updates of one field of one object, oldest first. */
export function fieldEdits(operations: readonly Operation[], objectId: string, field: string): Update[] {
  return operations.filter(
    (operation): operation is Update =>
      operation.do === 'update' &&
      operation.objectId === objectId &&
      patchedFields(operation.patch).includes(field),
  )
}

/** The state of one field, from its updates. What has to be decided outlives later edits until it is settled. */
export function fieldState(edits: readonly Update[], field: string): FieldState {
  const own = edits.filter((edit) => patchedFields(edit.patch).includes(field))
  const conflict = own.findLast((edit) => edit.state.kind === 'conflict')
  if (conflict?.state.kind === 'conflict') {
    return {
      kind: 'conflict',
      edits: own.filter((edit) => edit.state.kind === 'conflict'),
      mine: conflict.patch[field],
      theirs: conflict.state.theirs[field],
      base: conflict.base[field],
    }
  }
  const failed = own.filter((edit) => edit.state.kind === 'failed')
  const last = failed.at(-1)
  if (last?.state.kind === 'failed') return { kind: 'failed', failure: last.state.failure, edits: failed }
  const stalled = own.find((edit) => edit.state.kind === 'waiting' && edit.state.stalled)
  if (stalled?.state.kind === 'waiting' && stalled.state.stalled) {
    return { kind: 'waiting', stalled: stalled.state.stalled }
  }
  return own.length > 0 ? { kind: 'saving' } : { kind: 'saved' }
}

/**
 * The operations without unsettled ones that a later one has made pointless, since it sets the whole field: to
 * retry such an edit would undo what the person wanted last. Oldest first, of several leads perhaps.
 */
export function withoutSuperseded(operations: readonly Operation[]): readonly Operation[] {
  const kept = operations.filter(
    (operation, index) => !isUnsettled(operation) || !isReplaced(operation, operations, index),
  )
  return kept.length === operations.length ? operations : kept
}

function isReplaced(operation: Operation, all: readonly Operation[], index: number): boolean {
  if (operation.do !== 'update') return false
  const [field, ...more] = patchedFields(operation.patch)
  if (field === undefined || more.length > 0) return false
  return all.some(
    (other, i) =>
      i > index && other.objectId === operation.objectId && other.do === 'update' && field in other.patch,
  )
}
