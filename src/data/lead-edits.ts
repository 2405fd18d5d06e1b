import {
  fieldEdits,
  fieldState,
  type ChildType,
  type FieldState,
  type Operation,
  type Update,
} from '#model/operation.ts'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { dropOperations, ledger, retryOperation } from './ledger.ts'

const NONE: readonly never[] = []

/** The operations of one lead and what hangs below it that are not settled, oldest first. */
export function useLeadOperations(leadId: string): readonly Operation[] {
  return useSelector(ledger, ({ operations }) => ownItems(operations, (one) => one.leadId === leadId), {
    compare: sameItems,
  })
}

/** The operations of one kind of thing below a lead that are not settled, oldest first. */
export function useChildOperations(leadId: string, object: ChildType): readonly Operation[] {
  return useSelector(
    ledger,
    ({ operations }) => ownItems(operations, (one) => one.object === object && one.leadId === leadId),
    { compare: sameItems },
  )
}

/** The updates of one object (a lead, or something below it) that are not settled, oldest first. */
export function useEdits(objectId: string): readonly Update[] {
  return useSelector(
    ledger,
    ({ operations }) =>
      ownItems(operations, (one) => one.objectId === objectId && one.do === 'update') as Update[],
    { compare: sameItems },
  )
}

/** The updates of one field of an object that are not settled; an edit of another field does not change it. */
export function useFieldEdits(objectId: string, field: string): readonly Update[] {
  return useSelector(
    ledger,
    ({ operations }) => {
      const own = fieldEdits(operations, objectId, field)
      return own.length > 0 ? own : NONE
    },
    { compare: sameItems },
  )
}

/** What can be done about a field whose edit failed, or that somebody else changed meanwhile. */
export type FieldWays = {
  /** Tries failed edits again, waiting ones at once. In a conflict: sets mine all the same, over what is there now. */
  retry(): void
  /** Gives failed edits up. In a conflict: keeps theirs. */
  discard(): void
}

/** What one field of a lead, or of something below it, is doing, and what can be done about it. */
export function useFieldState(objectId: string, field: string): FieldState & FieldWays {
  const edits = useFieldEdits(objectId, field)
  return useMemo(() => {
    const state = fieldState(edits, field)
    return { ...state, ...fieldWays(state) }
  }, [edits, field])
}

/** What one field is doing at this moment, and what can be done about it. */
export function fieldStateNow(objectId: string, field: string): FieldState & FieldWays {
  const state = fieldState(fieldEdits(ledger.state.operations, objectId, field), field)
  return { ...state, ...fieldWays(state) }
}

/** Calls `then` once, when nobody has to decide about the field any more. */
export function whenDecided(objectId: string, field: string, then: () => void): void {
  const watch = ledger.subscribe(() => {
    const { kind } = fieldStateNow(objectId, field)
    if (kind === 'failed' || kind === 'conflict') return
    watch.unsubscribe()
    then()
  })
}

function fieldWays(state: FieldState): FieldWays {
  const open = state.kind === 'failed' || state.kind === 'conflict' ? state.edits : []
  return {
    retry: () => {
      if (state.kind === 'waiting') sendWaiting()
      for (const edit of open) retryEdit(edit)
    },
    discard: () => dropOperations(open.map(({ id }) => id)),
  }
}

/** Tries at once what waits for the network or the server. */
export function sendWaiting(): void {
  void import('./log.ts').then(({ sendNow }) => sendNow())
}

/** Sends an edit again; one in conflict over what is there now, which the person has seen. */
export function retryEdit(edit: Update): void {
  if (edit.state.kind === 'waiting') return sendWaiting()
  const seen = edit.state.kind === 'conflict' ? edit.state.theirs : {}
  retryOperation(edit, { base: { ...edit.base, ...seen }, tries: 0 })
}

function ownItems(
  operations: readonly Operation[],
  isOwn: (one: Operation) => boolean,
): readonly Operation[] {
  const own = operations.filter(isOwn)
  return own.length > 0 ? own : NONE
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
