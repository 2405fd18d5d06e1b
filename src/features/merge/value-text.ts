import { asList, isUnset } from '#model/lead-patch.ts'
import type { MergeRow } from '#model/merge-preview.ts'

/** Names for the ids that values hold. */
export type ValueNames = { statuses: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> }

/** A merge row's value in words, one string per value; empty when it has none. */
export function valueTexts(
  row: Pick<MergeRow, 'key' | 'field'>,
  value: unknown,
  names: ValueNames,
): string[] {
  if (isUnset(value)) return []
  return asList(value).map((item) => oneText(row, item, names))
}

/** The same on one line, for messages. */
export function valueLine(row: Pick<MergeRow, 'key' | 'field'>, value: unknown, names: ValueNames): string {
  return valueTexts(row, value, names).join(', ') || 'empty'
}

function oneText(row: Pick<MergeRow, 'key' | 'field'>, item: unknown, names: ValueNames): string {
  if (row.key === 'status_id') return names.statuses.get(String(item)) ?? 'Unknown status'
  if (row.field?.type === 'user' || row.field?.type === 'contact') {
    return names.people.get(String(item)) ?? 'Unknown person'
  }
  if (row.field?.type === 'datetime') return dateTimeText(String(item))
  if (typeof item === 'number') return item.toLocaleString()
  if (typeof item === 'object' && item !== null) return addressText(item as Record<string, unknown>)
  return String(item)
}

function addressText(address: Record<string, unknown>): string {
  const parts = ['address_1', 'address_2', 'zipcode', 'city', 'state', 'country']
  return parts
    .map((part) => address[part])
    .filter(Boolean)
    .join(', ')
}

function dateTimeText(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime())
    ? iso
    : at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}
