import type { Field, FieldKind } from './field.ts'
import { dayOf, timeOf } from './moment.ts'
import type { RecordType } from './object-types.ts'
import type { Order, SortKey } from './order.ts'
import type { SortValue } from './slot-sort.ts'
import { foldText } from './fold.ts'
import { refuse } from './query-error.ts'
import { choiceAt, objectAt } from './read-json.ts'
import { type FieldSources, resolveField } from './resolve-field.ts'
import type { TableIndex } from './table-index.ts'

/** A sort key as it stands in a request. Source: contract 18, `sort`. */
export type WireSortKey = { direction: 'asc' | 'desc'; field: Readonly<Record<string, unknown>> }

/** The most sort keys that a request may have. */
const MAX_KEYS = 10

/**
 * The order that a request's `sort` asks for; the newest first without one. Takes fields of the searched object
 * itself that hold one number, date or plain text, and refuses others. Text sorts without regard to case and
 * accents, a missing value comes last in both directions, ids break ties. Source: contract 18, `sort`; 21.10.
 */
export function readSort(sort: unknown, type: RecordType, table: TableIndex, sources: FieldSources): Order {
  const wanted = sort ?? []
  if (!Array.isArray(wanted)) return refuse('sort', 'Value must be of list type.')
  if (wanted.length > MAX_KEYS) return refuse('sort', 'List is too long.')
  const keys = wanted.map((key: unknown, at) => readKey(key, `sort.${at}`, type, sources))
  if (keys.length === 0) keys.push(readKey(NEWEST_FIRST, 'sort.0', type, sources))
  const name = keys
    .map(({ field, descending }) => `${descending ? '-' : ''}${field.kind}:${field.key}`)
    .join(' ')
  return table.order(name, () => keys.map((key) => sortKey(key, table)))
}

const NEWEST_FIRST = { direction: 'desc', field: { type: 'regular_field', field_name: 'date_created' } }

type Key = { field: Field; descending: boolean }

function readKey(value: unknown, path: string, type: RecordType, sources: FieldSources): Key {
  const key = objectAt(value, path)
  const direction = choiceAt(key, 'direction', path, ['asc', 'desc'])
  const selector = key === NEWEST_FIRST ? { ...NEWEST_FIRST.field, object_type: type.name } : key['field']
  const field = resolveField(selector, `${path}.field`, type, sources)
  if (field.isSortable) return { field, descending: direction === 'desc' }
  return refuse(`${path}.field`, 'Not a valid choice. Only a number, a date or plain text can be sorted by.')
}

function sortKey({ field, descending }: Key, table: TableIndex): SortKey {
  const { name, make } = SORT_VALUES[field.kind] ?? AS_TEXT
  const column = table.column<SortValue>({
    key: `${name}:${field.key}`,
    from: field.from,
    compute: (rec) => make(field.read(rec)),
  })
  return { column, descending }
}

type Make = { name: string; make: (value: unknown) => SortValue }

const AS_TEXT: Make = { name: 'folded', make: textKey }

/** What rows are ordered by; times come from the column that `moment_range` uses as well. */
const SORT_VALUES: Partial<Record<FieldKind, Make>> = {
  moment: { name: 'time', make: timeOf },
  date: { name: 'time', make: dayOf },
  number: { name: 'number', make: numberOf },
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function textKey(value: unknown): string | undefined {
  const key = typeof value === 'string' ? foldText(value).trim() : ''
  return key === '' ? undefined : key
}
