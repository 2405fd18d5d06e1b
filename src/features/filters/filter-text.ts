import { valueLabel } from '#fields/custom-text.ts'
import { formatDate } from '#fields/value-format.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import { userName, type LeadStatus, type User } from '#model/organization.ts'
import type { FilterOp, LeadFilter } from '#model/search.ts'

/** What ids in filters stand for. */
export type FilterLookups = { statuses: readonly LeadStatus[]; users: readonly User[] }

/** An operator in words that follow the field's name, e.g. `has any of`. */
export function opText(op: FilterOp, column: Pick<LeadColumn, 'kind' | 'multiple'>): string {
  const has = column.multiple || column.kind === 'contacts'
  switch (op) {
    case 'contains':
      return 'contains'
    case 'lacks':
      return 'does not contain'
    case 'any':
      return has ? 'has any of' : 'is any of'
    case 'all':
      return 'has all of'
    case 'none':
      return has ? 'has none of' : 'is none of'
    case 'between':
      return 'is between'
    case 'set':
      return 'is not empty'
    case 'unset':
      return 'is empty'
  }
}

/** A filter in words, e.g. `Status is Potential or Qualified`; columns that are gone are called unknown. */
export function filterText(
  filter: LeadFilter,
  column: LeadColumn | undefined,
  lookups: FilterLookups,
): string {
  if (!column) return 'A field that no longer exists'
  const values = filter.values.filter((value) => value !== '').map((value) => labelOf(value, column, lookups))
  const has = column.multiple
  switch (filter.op) {
    case 'set':
    case 'unset':
      return `${column.label} ${opText(filter.op, column)}`
    case 'any':
      return `${column.label} ${has ? 'has' : 'is'} ${shorten(values, 'or')}`
    case 'all':
      return `${column.label} has ${shorten(values, 'and')}`
    case 'none':
      return `${column.label} ${has ? 'has not' : 'is not'} ${shorten(values, 'or')}`
    case 'contains':
    case 'lacks':
      return `${column.label} ${opText(filter.op, column)} “${values.join('” or “')}”`
    case 'between':
      return `${column.label} ${betweenText(filter.values, column)}`
  }
}

/** One value of a filter as people read it. */
export function labelOf(value: string, column: LeadColumn, { statuses, users }: FilterLookups): string {
  switch (column.kind) {
    case 'status':
      return statuses.find(({ id }) => id === value)?.label ?? value
    case 'user': {
      const user = users.find(({ id }) => id === value)
      return user ? userName(user) : value
    }
    case 'date':
    case 'datetime':
      return formatDate(value)
    case 'number':
      return valueLabel('number', Number(value))
    default:
      return value
  }
}

function betweenText([from = '', to = '']: readonly string[], column: LeadColumn): string {
  const isNumber = column.kind === 'number'
  const text = (value: string) => labelOf(value, column, { statuses: [], users: [] })
  if (from !== '' && to !== '') return `is ${text(from)} to ${text(to)}`
  if (from !== '') return isNumber ? `is ${text(from)} or more` : `is ${text(from)} or later`
  return isNumber ? `is ${text(to)} or less` : `is ${text(to)} or earlier`
}

const NAMED = 2

function shorten(values: readonly string[], word: string): string {
  if (values.length <= NAMED) return values.join(` ${word} `)
  return `${values.slice(0, NAMED).join(', ')} ${word} ${values.length - NAMED} more`
}
