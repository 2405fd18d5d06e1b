import { isObject } from '#mocks/engine/record.ts'
import { refuse } from './query-error.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Longest text that a query may look for. */
const MAX_TEXT = 2000

/** Most values in one list of a query. */
const MAX_VALUES = 20_000

/** The object at `path`; refuses anything else. */
export function objectAt(value: unknown, path: string): JsonObject {
  if (value === undefined || value === null) return refuse(path, 'This field is required.')
  return isObject(value) ? value : refuse(path, 'Value must be of dict type.')
}

/** The text under `key`; refuses anything else. */
export function textAt(owner: JsonObject, key: string, path: string): string {
  const value = owner[key]
  if (value === undefined || value === null) return refuse(`${path}.${key}`, 'This field is required.')
  if (typeof value !== 'string') return refuse(`${path}.${key}`, 'Value must be of str type.')
  if (value.length <= MAX_TEXT) return value
  return refuse(`${path}.${key}`, `The value must be no longer than ${MAX_TEXT} characters.`)
}

/** The text under `key` when it is one of `choices`; refuses anything else. */
export function choiceAt<T extends string>(
  owner: JsonObject,
  key: string,
  path: string,
  choices: readonly T[],
): T {
  const value = textAt(owner, key, path)
  return (
    choices.find((choice) => choice === value) ??
    refuse(`${path}.${key}`, `Not a valid choice. Use one of: ${choices.join(', ')}.`)
  )
}

/** The number under `key`; undefined when it is absent or null. */
export function numberAt(owner: JsonObject, key: string, path: string): number | undefined {
  const value = owner[key]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return refuse(`${path}.${key}`, 'Value must be of number type.')
}

/** The flag under `key`; false when it is absent or null. */
export function flagAt(owner: JsonObject, key: string, path: string): boolean {
  const value = owner[key] ?? false
  return typeof value === 'boolean' ? value : refuse(`${path}.${key}`, 'Value must be of bool type.')
}

/** The list of texts under `key`; refuses anything else. */
export function textsAt(owner: JsonObject, key: string, path: string): string[] {
  const value = owner[key]
  const at = `${path}.${key}`
  if (value === undefined || value === null) return refuse(at, 'This field is required.')
  if (!Array.isArray(value)) return refuse(at, 'Value must be of list type.')
  if (value.length > MAX_VALUES) return refuse(at, 'List is too long.')
  return value.map((item: unknown, index) =>
    typeof item === 'string' ? item : refuse(`${at}.${index}`, 'Value must be of str type.'),
  )
}
