import { isSameValue } from './conflict.ts'
import { parsePatchKey } from './custom-key.ts'
import { asList, type Patch } from './lead-patch.ts'
import { fieldValue } from './field-value.ts'
import type { Deletion, Operation, Update } from './operation.ts'

type Fields = Readonly<Record<string, unknown>>

/** What takes an operation back, or does it again, in terms of what it names and nothing else. */
export type Reversal = { do: 'update'; patch: Patch } | { do: 'create'; body: Fields } | { do: 'delete' }

/**
 * What undoes an operation that the server took. An added value is removed and the other way round, never the
 * whole list set, so a colleague's values stay. Null when there is nothing to undo: it changed nothing, nobody
 * knows what was there before, or it deleted a whole lead, which Close cannot bring back.
 */
export function reversalOf(operation: Operation): Reversal | null {
  switch (operation.do) {
    case 'update':
      return reversePatch(operation)
    case 'create':
      return { do: 'delete' }
    case 'delete':
      return operation.object === 'lead' ? null : { do: 'create', body: writable(operation) }
  }
}

function reversePatch({ patch, base }: Update): Reversal | null {
  const inverse: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(patch)) {
    const { field, op } = parsePatchKey(key)
    if (!(field in base)) return null
    const had = asList(base[field]).includes(value)
    if (op === 'set' && !isSameValue(field, base[field], value)) inverse[field] = base[field] ?? null
    else if (op === 'add' && !had) inverse[`${field}.remove`] = value
    else if (op === 'remove' && had) inverse[`${field}.add`] = value
  }
  return Object.keys(inverse).length > 0 ? { do: 'update', patch: inverse } : null
}

/** The operation that reverses one in the moment that the server took it, with its `answer`; null when nothing does. */
export function reversed(operation: Operation, answer: Fields | null): Operation | null {
  const reversal = reversalOf(operation)
  if (!reversal) return null
  const { isTakenBack: _over, ...rest } = operation
  const common = {
    ...rest,
    id: `${operation.id}-r`,
    by: 'undo',
    tries: 0,
    state: { kind: 'waiting' },
  } as const
  const { object } = operation
  if (reversal.do === 'update') {
    const { patch } = reversal
    const fields = Object.keys(patch).map((key) => parsePatchKey(key).field)
    const base = Object.fromEntries(fields.map((field) => [field, fieldValue(answer ?? {}, field)]))
    return { ...common, do: 'update', patch, base }
  }
  if (reversal.do === 'delete') {
    return { ...common, do: 'delete', objectId: realIdIn(answer) ?? operation.objectId, was: answer ?? {} }
  }
  if (object === 'lead') return null
  const { objectId } = operation
  return {
    ...common,
    do: 'create',
    object,
    objectId: `new_${common.id}`,
    body: reversal.body,
    known: [],
    as: objectId,
  }
}

function realIdIn(answer: Fields | null): string | undefined {
  const id = answer?.['id']
  return typeof id === 'string' ? id : undefined
}

/** What may be sent to make a deleted object again: what it was, without what only the server writes. Contract 10 to 13. */
function writable({ object, was }: Deletion): Fields {
  const isDateless = object === 'task' && was['is_dateless'] === true
  const fields = (WRITABLE[object] ?? []).filter((field) => !(isDateless && field === 'date'))
  return Object.fromEntries(
    Object.entries(was).filter(
      ([key, value]) =>
        value !== null && value !== undefined && (key.startsWith('custom.') || fields.includes(key)),
    ),
  )
}

const WRITABLE: Readonly<Record<string, readonly string[]>> = {
  contact: ['name', 'title', 'emails', 'phones', 'urls'],
  task: ['_type', 'text', 'date', 'assigned_to', 'is_complete', 'contact_id'],
  opportunity: [
    'status_id',
    'value',
    'value_period',
    'confidence',
    'note',
    'user_id',
    'contact_id',
    'date_won',
  ],
  note: ['note_html', 'contact_id'],
  call: ['note_html', 'direction', 'duration', 'outcome_id', 'contact_id', 'phone', 'status', 'disposition'],
}

/**
 * Why an operation can't be undone any more, given its object as it is `now`: what it did was changed since.
 * Null when it can.
 */
export function whyNotUndone(operation: Operation, now: Fields | undefined): 'changed' | 'gone' | null {
  if (operation.do !== 'update') return null // what is gone already need not be deleted
  if (!now) return 'gone'
  const isSame = Object.entries(operation.patch).every(([key, value]) => {
    const { field, op } = parsePatchKey(key)
    if (op === 'set') return isSameValue(field, fieldValue(now, field), value)
    return asList(now[field]).includes(value) === (op === 'add')
  })
  return isSame ? null : 'changed'
}

/** Whether it was never sent, so that forgetting it undoes it exactly. */
export function isUnsent(operation: Operation): boolean {
  return operation.state.kind === 'waiting' && operation.tries === 0
}
