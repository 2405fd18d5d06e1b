import { parsePatchKey } from './custom-key.ts'
import { fieldValue } from './field-value.ts'
import { asList, patchedFields, type Patch } from './lead-patch.ts'
import { fieldEdits, isOnItsWay, type Creation, type Operation, type Update } from './operation.ts'

/*
 * What to send next for one lead, out of everything that waits there. Rules, each exact:
 *  - one request at a time, in the order in which things were wanted of an object;
 *  - of several settings of one field only the last is sent, against the base of the first; an added value that
 *    is removed again is not sent at all, unless it was there before; what is changed of a thing that does not
 *    exist yet goes with its creation;
 *  - changes of different fields of one object share a request. The API takes one value per `.add` and
 *    `.remove` (contract 8.6), so two values of one field need two requests, never the whole list;
 *  - an operation that was sent without an answer is never folded into another: it may have happened.
 */

export type RequestPlan = {
  /** What the log holds of this lead afterwards: folded operations are gone or changed. */
  operations: readonly Operation[]
  /** What goes into one request now; empty when nothing can be sent yet. */
  batch: readonly Operation[]
  /** When to look again, in milliseconds since the epoch; null when nothing waits for a moment. */
  wakeAt: number | null
}

/** The next request for a lead. `operations` are all of the lead's, oldest first. */
export function planRequest(operations: readonly Operation[], now: number): RequestPlan {
  const folded = foldOperations(operations, now)
  const waiting = folded.filter(isOnItsWay)
  let wakeAt: number | null = null
  for (const first of waiting) {
    const earlier = folded.slice(0, folded.indexOf(first))
    if (earlier.some((one) => isInTheWay(one) && mustFollow(first, one))) continue
    if (first.notBefore > now) {
      wakeAt = Math.min(wakeAt ?? Infinity, first.notBefore)
      continue
    }
    return { operations: folded, batch: batchFrom(first, folded, now), wakeAt }
  }
  return { operations: folded, batch: [], wakeAt }
}

/**
 * Folds what can be said with less, exactly. Only what was never sent takes part; what cancels out is left alone
 * for a moment, in which the person may take the second half back.
 */
export function foldOperations(operations: readonly Operation[], now = Infinity): readonly Operation[] {
  let folded: readonly Operation[] = operations
  for (let i = 0; i < folded.length; i += 1) {
    const later = folded[i]
    if (!later || !isFresh(later)) continue
    for (let k = i - 1; k >= 0; k -= 1) {
      const earlier = folded[k]
      if (!earlier || earlier.objectId !== later.objectId) continue
      const one = isFresh(earlier)
        ? foldPair(earlier, later, folded.slice(0, k), now - later.at > AFTERTHOUGHT_MS)
        : undefined
      if (one === undefined) {
        if (mustFollow(later, earlier)) break // it may not be moved past that one
        continue
      }
      folded = [
        ...folded.slice(0, k),
        ...one.earlier,
        ...folded.slice(k + 1, i),
        ...one.later,
        ...folded.slice(i + 1),
      ]
      i = -1 // start again: lists are short
      break
    }
  }
  return folded
}

const AFTERTHOUGHT_MS = 2_000

/** How two operations read as one: what stands in the place of each; undefined when they stay as they are. */
function foldPair(
  earlier: Operation,
  later: Operation,
  before: readonly Operation[],
  mayCancel: boolean,
): { earlier: Operation[]; later: Operation[] } | undefined {
  if (earlier.do === 'create' && later.do === 'delete') {
    return mayCancel ? { earlier: [], later: [] } : undefined
  }
  if (earlier.do === 'create' && later.do === 'update') {
    const body = { ...earlier.body, ...later.patch }
    const hasValues = Object.keys(later.patch).some((key) => parsePatchKey(key).op !== 'set')
    return hasValues ? undefined : { earlier: [{ ...earlier, body } satisfies Creation], later: [] }
  }
  if (earlier.do !== 'update') return undefined
  if (later.do === 'delete') return { earlier: [], later: [later] }
  if (later.do !== 'update') return undefined
  return foldUpdates(earlier, later, before, mayCancel)
}

function foldUpdates(
  earlier: Update,
  later: Update,
  before: readonly Operation[],
  mayCancel: boolean,
): { earlier: Operation[]; later: Operation[] } | undefined {
  const kept: Record<string, unknown> = { ...earlier.patch }
  const patch: Record<string, unknown> = { ...later.patch }
  const base: Record<string, unknown> = { ...later.base }
  let changed = false
  for (const [key, value] of Object.entries(later.patch)) {
    const { field, op } = parsePatchKey(key)
    if (op === 'set') {
      for (const other of Object.keys(kept)) {
        if (parsePatchKey(other).field !== field) continue
        delete kept[other]
        if (field in earlier.base) base[field] = earlier.base[field]
        changed = true
      }
      continue
    }
    const opposite = `${field}.${op === 'add' ? 'remove' : 'add'}`
    // With an earlier change of the field still on its way, its base does not tell what was there.
    const isKnown = field in earlier.base && fieldEdits(before, earlier.objectId, field).length === 0
    const had = isKnown ? asList(earlier.base[field]).includes(value) : undefined
    // Adding what was not there and removing it again is nothing; so is removing what was there and adding it.
    if (mayCancel && kept[opposite] === value && had === (op === 'add')) {
      delete kept[opposite]
      delete patch[key]
      changed = true
    }
  }
  if (!changed) return undefined
  return { earlier: unlessEmpty(earlier, kept), later: unlessEmpty({ ...later, base }, patch) }
}

function unlessEmpty(update: Update, patch: Patch): Update[] {
  return Object.keys(patch).length === 0 ? [] : [{ ...update, patch }]
}

/** `first` and what may share its request: changes of other fields of the same object. */
function batchFrom(first: Operation, all: readonly Operation[], now: number): Operation[] {
  if (first.do !== 'update' || first.isAlone) return [first]
  const batch: Operation[] = [first]
  const taken = new Set(patchedFields(first.patch))
  const own = all.filter((other) => other.objectId === first.objectId && isOnItsWay(other))
  for (const other of own.slice(own.indexOf(first) + 1)) {
    if (other.do !== 'update' || other.isAlone || other.notBefore > now) break
    const fields = patchedFields(other.patch)
    const isFree = fields.every((field) => !taken.has(field))
    for (const field of fields) taken.add(field)
    if (isFree && !needsOthers(other, all)) batch.push(other)
  }
  return batch
}

/** Whether `later` would mean something else, or nothing, when it is sent before `earlier`. */
function mustFollow(later: Operation, earlier: Operation): boolean {
  if (earlier.do === 'create' && mentions(later, earlier.objectId)) return true
  if (earlier.object === 'lead' && earlier.do === 'delete') return true
  if (later.object === 'lead' && later.do === 'delete') return true
  if (later.objectId !== earlier.objectId) return false
  if (later.do !== 'update' || earlier.do !== 'update') return true
  const fields = new Set(patchedFields(earlier.patch))
  return patchedFields(later.patch).some((field) => fields.has(field))
}

/** What was refused is in nobody's way, but what belongs to a thing that could not be made yet waits for it. */
function isInTheWay(operation: Operation): boolean {
  return isOnItsWay(operation) || operation.do === 'create'
}

function needsOthers(operation: Operation, all: readonly Operation[]): boolean {
  return all.some((other) => other.do === 'create' && mentions(operation, other.objectId))
}

/** Whether it is about the object of this id or carries the id in a value. */
function mentions(operation: Operation, id: string): boolean {
  if (operation.objectId === id) return true
  const values = operation.do === 'update' ? operation.patch : operation.do === 'create' ? operation.body : {}
  return JSON.stringify(values).includes(JSON.stringify(id))
}

/** The operation with the id that the server gave in place of our own. */
export function withRealId(operation: Operation, own: string, real: string): Operation {
  if (!mentions(operation, own)) return operation
  return JSON.parse(
    JSON.stringify(operation).replaceAll(JSON.stringify(own), JSON.stringify(real)),
  ) as Operation
}

/** One body for several updates of one object. */
export function batchPatch(batch: readonly Update[]): Patch {
  return Object.assign({}, ...batch.map(({ patch }) => patch)) as Patch
}

function isFresh(operation: Operation): boolean {
  return operation.state.kind === 'waiting' && operation.tries === 0
}

/**
 * The operations that remain after `done` was acknowledged with `answer`: what they set was last set by the
 * person themselves, so that is what they are compared with from now on.
 */
export function afterAnswer(
  operations: readonly Operation[],
  done: readonly Operation[],
  answer: Readonly<Record<string, unknown>> | null,
): readonly Operation[] {
  const ids = new Set(done.map(({ id }) => id))
  const rest = operations.filter(({ id }) => !ids.has(id))
  if (!answer) return rest
  const objects = new Set(done.map(({ objectId }) => objectId))
  const fields = new Set(done.flatMap((one) => (one.do === 'update' ? patchedFields(one.patch) : [])))
  return rest.map((operation) => {
    if (operation.do !== 'update' || !objects.has(operation.objectId)) return operation
    const shared = patchedFields(operation.patch).filter((field) => fields.has(field))
    if (shared.length === 0) return operation
    const base = { ...operation.base }
    for (const field of shared) base[field] = fieldValue(answer, field)
    return { ...operation, base }
  })
}
