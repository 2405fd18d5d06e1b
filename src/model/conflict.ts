import { isCustomKey, parsePatchKey } from './custom-key.ts'
import { fieldValue } from './field-value.ts'
import { asList, isUnset } from './lead-patch.ts'
import type { Update } from './operation.ts'

/*
 * The API has no version numbers to write against, so a setting is compared with what it was made on: the field
 * as the server had it then. Adding and removing single values never conflicts. Between the comparison and the
 * write a gap of one request remains; the event log tells afterwards when somebody was overwritten in it.
 */

type Fields = Readonly<Record<string, unknown>>

/** The fields that an update sets as a whole: the ones that could overwrite somebody. */
export function setFields({ patch }: Update): string[] {
  return Object.keys(patch).filter((key) => parsePatchKey(key).op === 'set')
}

/**
 * What sending `update` would do to the object as it is `now` on the server: `send` it, nothing since it is all
 * there already (`done`), or overwrite a change of somebody else (`conflict`).
 */
export function checkUpdate(update: Update, now: Fields): 'send' | 'done' | 'conflict' {
  const sets = setFields(update)
  const clashes = sets.some(
    (field) =>
      field in update.base &&
      !isSameValue(field, fieldValue(now, field), update.base[field]) &&
      !isSameValue(field, fieldValue(now, field), update.patch[field]),
  )
  if (clashes) return 'conflict'
  return isThere(update, now) ? 'done' : 'send'
}

/** Whether the object is already as the update wants it. */
export function isThere(update: Update, now: Fields): boolean {
  return Object.entries(update.patch).every(([key, value]) => {
    const { field, op } = parsePatchKey(key)
    if (op === 'set') return isSameValue(field, fieldValue(now, field), value)
    return asList(now[field]).includes(value) === (op === 'add')
  })
}

/** Whether two values of a field mean the same: unset is unset however it is written, several values are a set. */
export function isSameValue(field: string, a: unknown, b: unknown): boolean {
  if (isUnset(a) || isUnset(b)) return isUnset(a) && isUnset(b)
  if (isCustomKey(field) && (Array.isArray(a) || Array.isArray(b))) {
    const one = new Set(asList(a))
    const other = new Set(asList(b))
    return one.size === other.size && [...one].every((value) => other.has(value))
  }
  return canonical(a) === canonical(b)
}

/** JSON that does not depend on the order of keys; keys without a value are left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    const entries = Object.entries(part).filter(([, item]) => !isUnset(item))
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
