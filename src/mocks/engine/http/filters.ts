import type { Call, Query } from '#mocks/engine/call.ts'
import { isDate, normalizeStamp } from '#mocks/engine/stamp.ts'
import type { ChildTable, Rec } from '#mocks/engine/state.ts'
import { invalid } from './refusal.ts'

/** Whether a record passes; filters that a resource does not know never get here (contract 3). */
export type Filter = (rec: Rec) => boolean

type Read = (rec: Rec) => unknown

/** `name` and `name__in`: the value is the one named, or one of them. An empty value filters for null. Contract 3. */
export function byValue(query: Query, name: string, read: Read = (rec) => rec[name]): Filter[] {
  const filters: Filter[] = []
  const one = query.get(name)
  if (one === '') filters.push((rec) => isNothing(read(rec)))
  else if (one !== undefined) filters.push((rec) => String(read(rec)) === one)
  const several = query.get(`${name}__in`)
  if (several !== undefined) {
    const values = new Set(several.split(',').map((value) => value.trim()))
    filters.push((rec) => values.has(String(read(rec))))
  }
  return filters
}

/** `name=true` and `name=false`; other values refuse. */
export function byFlag(query: Query, name: string, read: Read = (rec) => rec[name]): Filter[] {
  const text = query.get(name)?.toLowerCase()
  if (text === undefined || text === '') return []
  if (text !== 'true' && text !== 'false') throw invalid({ [name]: 'Input should be a valid boolean' })
  return [(rec) => (read(rec) === true) === (text === 'true')]
}

const RANGES: Record<string, (order: number) => boolean> = {
  '': (order) => order === 0,
  __gt: (order) => order > 0,
  __gte: (order) => order >= 0,
  __lt: (order) => order < 0,
  __lte: (order) => order <= 0,
}

/**
 * `name` and `name__gt`, `__gte`, `__lt`, `__lte` on a date or timestamp. A day stands for its start; where a
 * day is compared with a stored day, days are compared. Refuses what is no date.
 */
export function byMoment(query: Query, name: string, read: Read = (rec) => rec[name]): Filter[] {
  return Object.entries(RANGES).flatMap(([suffix, holds]): Filter[] => {
    const text = query.get(name + suffix)
    if (text === undefined) return []
    if (text === '') return [(rec) => isNothing(read(rec))]
    const bound = readMoment(text)
    if (bound === null) throw invalid({ [name + suffix]: 'Invalid ISO 8601 datetime.' })
    return [
      (rec) => {
        const value = read(rec)
        return typeof value === 'string' && holds(compareMoments(value, bound))
      },
    ]
  })
}

/** Names of the moment filters on `name` that the query holds. */
export function momentFiltersIn(query: Query, name: string): string[] {
  return Object.keys(RANGES)
    .map((suffix) => name + suffix)
    .filter((key) => query.has(key))
}

/** What a list chooses from: the children of the lead that `lead_id` names, without one all of the table. */
export function candidates({ query, tx }: Call, table: ChildTable): Iterable<Rec> {
  const leadId = query.get('lead_id')
  return leadId ? tx.childrenOf(table, leadId) : tx.all(table)
}

/** Keeps the records that pass every filter. */
export function passing(records: Iterable<Rec>, filters: readonly Filter[]): Rec[] {
  const passed: Rec[] = []
  for (const rec of records) if (filters.every((passes) => passes(rec))) passed.push(rec)
  return passed
}

/**
 * Sorts by `_order_by` where it is one of the keys of `orders`, with `-` for descending, otherwise by
 * `fallback`; records without a value come last, equal ones in the order of their ids. Source: contract 3.
 */
export function inOrder(
  query: Query,
  records: Rec[],
  orders: Readonly<Record<string, Read>>,
  fallback: string,
): Rec[] {
  const asked = query.get('_order_by') ?? ''
  const order = Object.hasOwn(orders, asked.replace(/^-/, '')) ? asked : fallback
  const read = orders[order.replace(/^-/, '')]
  if (!read) return records
  const sign = order.startsWith('-') ? -1 : 1
  const keyed = records.map((rec) => ({ rec, key: read(rec) }))
  return keyed
    .sort((a, b) => compareKeys(a.key, b.key, sign) || (a.rec.id < b.rec.id ? -1 : 1))
    .map((k) => k.rec)
}

function compareKeys(a: unknown, b: unknown, sign: number): number {
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b))
  if (a === b) return 0
  return (a as string | number) < (b as string | number) ? -sign : sign
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null
}

function readMoment(text: string): string | null {
  // A `+` of an offset that was not encoded arrives as a space.
  return isDate(text) ? text : normalizeStamp(text.replace(/ (?=\d\d:?\d\d$)/, '+'))
}

function compareMoments(value: string, bound: string): number {
  const [a, b] = value.length === 10 ? [value, bound.slice(0, 10)] : [value, startOfDay(bound)]
  return a === b ? 0 : a < b ? -1 : 1
}

function startOfDay(bound: string): string {
  return bound.length === 10 ? `${bound}T00:00:00.000000+00:00` : bound
}
