import { isCustomKey } from './custom-key.ts'
import { asList, isUnset } from './lead-patch.ts'

type LeadFields = Readonly<Record<string, unknown>>

/** Where a field of the merged lead comes from. */
export type MergeOrigin = 'destination' | 'source' | 'both' | 'neither'

/** The part of a custom field's definition that a merge depends on. */
export type MergeField = { id: string; accepts_multiple_values: boolean }

const KEPT_UNLESS_EMPTY = ['name', 'description', 'url'] as const

/**
 * The destination's own fields after `source` is folded into it: `name`, `description`, `url` and single-value
 * custom fields stay unless they are empty; several values are united, the destination's first; addresses that
 * are not equal in every part are appended; status, id and creation stay. Children (contacts, tasks,
 * opportunities, activities) move whole and are not part of this. Both arguments hold stored fields as the API
 * names them. Source: contract 9, "Field-level rules".
 */
export function mergeLeads<T extends LeadFields>(
  destination: T,
  source: LeadFields,
  fields: readonly MergeField[],
): T {
  const merged: Record<string, unknown> = { ...destination }
  for (const key of KEPT_UNLESS_EMPTY) {
    if (isUnset(destination[key]) && !isUnset(source[key])) merged[key] = source[key]
  }
  merged['addresses'] = uniteAddresses(destination['addresses'], source['addresses'])
  const multiple = new Set(fields.filter((f) => f.accepts_multiple_values).map((f) => `custom.${f.id}`))
  for (const [key, value] of Object.entries(source)) {
    if (!isCustomKey(key) || isUnset(value)) continue
    if (multiple.has(key)) merged[key] = [...new Set([...asList(destination[key]), ...asList(value)])]
    else if (isUnset(destination[key])) merged[key] = value
  }
  return merged as T
}

/** Which lead a merged field's value comes from, told by comparing the three. */
export function mergeOrigin(
  key: string,
  destination: LeadFields,
  source: LeadFields,
  merged: LeadFields,
): MergeOrigin {
  const value = merged[key]
  if (isUnset(value)) return 'neither'
  const fromDestination = sameValue(value, destination[key])
  const fromSource = sameValue(value, source[key])
  if (fromDestination && fromSource) return 'both'
  if (fromDestination) return 'destination'
  return fromSource ? 'source' : 'both'
}

/** Whether two wire values are the same; several values compare as sets, unset values are equal to each other. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (isUnset(a) || isUnset(b)) return isUnset(a) && isUnset(b)
  if (Array.isArray(a) && Array.isArray(b)) {
    const left = a.map(canonical).sort()
    const right = b.map(canonical).sort()
    return left.length === right.length && left.every((value, i) => value === right[i])
  }
  return canonical(a) === canonical(b)
}

/**
 * Which of two leads to keep when the person has no opinion: the one with opportunities, then the one created
 * first. Source: contract 9, the official merging script.
 */
export function suggestDestination<T extends { opportunities?: unknown[]; date_created?: string }>(
  a: T,
  b: T,
): T {
  const hasA = (a.opportunities?.length ?? 0) > 0
  const hasB = (b.opportunities?.length ?? 0) > 0
  if (hasA !== hasB) return hasA ? a : b
  return (a.date_created ?? '') <= (b.date_created ?? '') ? a : b
}

const ADDRESS_KEYS = ['label', 'address_1', 'address_2', 'city', 'state', 'zipcode', 'country'] as const

function uniteAddresses(destination: unknown, source: unknown): unknown[] {
  const united = [...asList(destination)]
  const known = new Set(united.map(addressIdentity))
  for (const address of asList(source)) {
    const identity = addressIdentity(address)
    if (known.has(identity)) continue
    known.add(identity)
    united.push(address)
  }
  return united
}

function addressIdentity(address: unknown): string {
  const fields = (address ?? {}) as Record<string, unknown>
  return JSON.stringify(ADDRESS_KEYS.map((key) => fields[key] ?? ''))
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, part]) => !isUnset(part))
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
