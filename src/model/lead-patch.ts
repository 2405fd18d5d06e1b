import { isCustomKey, parsePatchKey } from './custom-key.ts'

/** Body of `PUT /lead/{id}/` (and of a contact's): only the named fields change. */
export type Patch = Readonly<Record<string, unknown>>

type Fields = Readonly<Record<string, unknown>>

const ORDER = { set: 0, add: 1, remove: 2 }

/**
 * The object after the server accepts `patch`; a new object, `lead` is not touched. `null` or an empty string
 * or list unsets a custom field (its key disappears); `.add` appends one value unless it is there; `.remove`
 * drops one, and the last one unsets the field. A body that mixes them for one field sets first, then adds,
 * then removes. Source: Lead API, "Update an existing lead"; order and no-ops: contract 8.6, 21.22 to 21.24.
 */
export function applyLeadPatch<T extends Fields>(lead: T, patch: Patch): T {
  const next: Record<string, unknown> = { ...lead }
  const steps = Object.entries(patch)
    .map(([key, value]) => ({ ...parsePatchKey(key), value }))
    .sort((a, b) => ORDER[a.op] - ORDER[b.op])
  for (const { field, op, value } of steps) {
    if (op === 'add') next[field] = addValue(next[field], value)
    else if (op === 'remove') next[field] = asList(next[field]).filter((item) => item !== value)
    else next[field] = value
    if (isCustomKey(field) && isUnset(next[field])) delete next[field]
  }
  return next as T
}

/**
 * The patch that undoes `patch` on `lead`, naming only the fields that `patch` named. An add is undone by a
 * remove and the other way round, never by the whole list, so that a colleague's values stay. The order of a
 * field's values may differ afterwards: several values are a set to the reps who edit them.
 */
export function inverseLeadPatch(lead: Fields, patch: Patch): Patch {
  const inverse: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(patch)) {
    const { field, op } = parsePatchKey(key)
    const had = asList(lead[field]).includes(value)
    if (op === 'set') inverse[field] = lead[field] ?? null
    else if (op === 'add' && !had) inverse[`${field}.remove`] = value
    else if (op === 'remove' && had) inverse[`${field}.add`] = value
  }
  return inverse
}

/** The fields that `patch` touches, each once and without `.add` / `.remove`. */
export function patchedFields(patch: Patch): string[] {
  return [...new Set(Object.keys(patch).map((key) => parsePatchKey(key).field))]
}

/** A field's values as a list: none for an unset field, one for a single value. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** Whether a custom field with this value counts as having none (contract 8.1, 21.24). */
export function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function addValue(current: unknown, value: unknown): unknown[] {
  const values = asList(current)
  return values.includes(value) ? values : [...values, value]
}
