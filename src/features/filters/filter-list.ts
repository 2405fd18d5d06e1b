import type { LeadColumn } from '#model/lead-column.ts'
import { filterOps, isCompleteFilter, type FilterOp, type LeadFilter } from '#model/search.ts'

/** A new filter on a column, with its usual operator and no value yet; null when it cannot be filtered. */
export function newFilter(column: LeadColumn): LeadFilter | null {
  const [op] = filterOps(column)
  return op ? { field: column.id, op, values: [] } : null
}

/** The filters with the one at `index` changed. */
export function changeFilter(
  filters: readonly LeadFilter[],
  index: number,
  change: Partial<Pick<LeadFilter, 'op' | 'values'>>,
): LeadFilter[] {
  return filters.map((filter, i) => (i === index ? { ...filter, ...change } : filter))
}

/** The filters without the one at `index`. */
export function removeFilter(filters: readonly LeadFilter[], index: number): LeadFilter[] {
  return filters.filter((_filter, i) => i !== index)
}

/** How many filters narrow the list now. */
export function activeFilters(filters: readonly LeadFilter[]): number {
  return filters.filter(isCompleteFilter).length
}

/** The two ends of a range, one of them replaced; no ends at all when both are open. */
export function withEnd(values: readonly string[], end: 'from' | 'to', value: string): string[] {
  const [from = '', to = ''] = values
  const next = end === 'from' ? [value, to] : [from, value]
  return next.every((part) => part === '') ? [] : next
}

/** Which control asks for the values of a filter. */
export function valueControl(
  column: LeadColumn,
  op: FilterOp,
): 'none' | 'pick' | 'text' | 'numbers' | 'dates' {
  if (op === 'set' || op === 'unset') return 'none'
  if (op === 'between') return column.kind === 'number' ? 'numbers' : 'dates'
  return op === 'contains' || op === 'lacks' ? 'text' : 'pick'
}
