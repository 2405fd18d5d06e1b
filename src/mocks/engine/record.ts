/** Typed reads of a record's loosely typed keys. */

type Fields = Readonly<Record<string, unknown>>

/** The text under `key`; null when there is none. */
export function textOf(rec: Fields | undefined, key: string): string | null {
  const value = rec?.[key]
  return typeof value === 'string' ? value : null
}

/** The number under `key`; null when there is none. */
export function numberOf(rec: Fields | undefined, key: string): number | null {
  const value = rec?.[key]
  return typeof value === 'number' ? value : null
}

/** The list under `key`; empty when there is none. */
export function listOf(rec: Fields | undefined, key: string): readonly unknown[] {
  const value = rec?.[key]
  return Array.isArray(value) ? value : []
}

/** The texts in the list under `key`. */
export function textsOf(rec: Fields | undefined, key: string): string[] {
  return listOf(rec, key).filter((value) => typeof value === 'string')
}

/** The objects in the list under `key`. */
export function objectsOf(rec: Fields | undefined, key: string): Record<string, unknown>[] {
  return listOf(rec, key).filter(isObject)
}

/** Whether `value` is an object that is not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two JSON values are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
