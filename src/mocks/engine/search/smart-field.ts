import type { EngineContext } from '#mocks/engine/call.ts'
import type { ChildTable, Rec } from '#mocks/engine/state.ts'
import type { LeadFacts } from './lead-facts.ts'

/** What a Smart Field holds: tells which conditions fit it and whether it can be sorted by. */
export type SmartKind = 'number' | 'moment' | 'date' | 'text' | 'user' | 'timezone' | 'object'

/** A computed, read-only lead field. `value` answers undefined where the lead has nothing to show. */
export type SmartField = {
  name: string
  kind: SmartKind
  /** The children that the value is made from, besides the lead itself. */
  from: readonly ChildTable[]
  value(facts: LeadFacts, ctx: Pick<EngineContext, 'now'>): unknown
}

export type SmartValue = SmartField['value']

/** One Smart Field of each given name. */
export function smart(
  kind: SmartKind,
  from: readonly ChildTable[],
  values: Record<string, SmartValue>,
): SmartField[] {
  return Object.entries(values).map(([name, value]) => ({ name, kind, from, value }))
}

/** The value unless it is empty: null, the empty text. */
export function present(value: unknown): unknown {
  return value === null || value === '' ? undefined : value
}

/** The elements of `of` for which `test` holds. */
export function countOf(of: readonly Rec[], test: (rec: Rec) => boolean): number {
  let count = 0
  for (const rec of of) if (test(rec)) count += 1
  return count
}
