import type { Reader, Rec } from '#mocks/engine/state.ts'
import { type Field, isPresent } from './field.ts'
import type { Clock } from './moment.ts'
import type { ObjectType } from './object-types.ts'
import { refuse } from './query-error.ts'
import type { SearchIndex } from './search-index.ts'
import type { TableIndex } from './table-index.ts'

/** Whether a record matches; `slot` is where it stands in its table's index, -1 for a part of a record. */
export type Test = (rec: Rec, slot: number) => boolean

/** The test that every record passes: whoever meets it need not look at any. */
export const EVERY: Test = () => true

/** What the nodes of one query share. */
export type QueryEnv = Clock & {
  index: SearchIndex
  /** Custom fields and Smart Views are looked up here. */
  definitions: Reader
  /** The user behind `CURRENT_USER`. */
  callerId: string
  budget: Budget
}

/** The objects that a node tests. */
export type Scope = { env: QueryEnv; type: ObjectType }

const MAX_NODES = 500
const MAX_ID_NODES = 20_000

/** Counts what a query asks for, so that no query can take the server's time for itself. */
export class Budget {
  #nodes = 0
  #ids = 0
  /** Whether the query's answer depends on the clock. */
  isRelative = false

  /** Takes one node. Refuses the query when there are too many: 500, or 20,000 of type `id`. */
  spend(type: string, path: string): void {
    if (type === 'id') this.#ids += 1
    else this.#nodes += 1
    if (this.#nodes > MAX_NODES || this.#ids > MAX_ID_NODES) refuse(path, 'The query is too big.')
  }
}

/** The index of the objects under test; undefined for parts of records, which have none. */
function tableOf(scope: Scope): TableIndex | undefined {
  return scope.type.kind === 'records' ? scope.env.index.table(scope.type.table) : undefined
}

/**
 * How to get a value made from `field`. It is kept for each record and made again only after a write; parts of
 * records are too many to keep values for.
 */
export function derivedValue<T>(
  scope: Scope,
  field: Field,
  name: string,
  make: (value: unknown) => T,
): (rec: Rec, slot: number) => T | undefined {
  const table = tableOf(scope)
  if (!table) return (rec) => make(field.read(rec))
  const values = table
    .column({ key: `${name}:${field.key}`, from: field.from, compute: (rec) => make(field.read(rec)) })
    .values()
  return (_rec, slot) => values[slot]
}

/** How to get the field's value as it is. */
export function plainValue(scope: Scope, field: Field): (rec: Rec, slot: number) => unknown {
  if (!field.isDerived) return (rec) => field.read(rec)
  return derivedValue(scope, field, 'value', (value) => value)
}

/** The field's values as texts. */
export function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' && isPresent(value) ? [value] : []
}
