import { isObject } from '#mocks/engine/record.ts'
import { isDate, normalizeStamp } from '#mocks/engine/stamp.ts'
import { invalid } from './refusal.ts'

/**
 * Checks of values in a body. Each gives the value as it is stored or throws a `ValueProblem`; the texts are
 * the vocabulary of contract 4.
 */
export type Check = (value: unknown) => unknown

/** What is wrong with one value: a text, texts, or the tree of a list or an embedded object. */
export class ValueProblem extends Error {
  readonly detail: unknown

  constructor(detail: unknown) {
    super('Invalid value')
    this.detail = detail
  }
}

export const REQUIRED = 'This field is required.'
export const NOT_A_CHOICE = 'Not a valid choice.'
export const NO_OBJECT = 'Object does not exist.'

/** The problems of one object, collected so that an answer names all of them. */
export class Problems {
  readonly #fields: Record<string, unknown> = {}

  add(name: string, detail: unknown): void {
    this.#fields[name] ??= detail
  }

  /** The value of `read`, or undefined when it throws a problem, which is kept under `name`. */
  collect<T>(name: string, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ValueProblem)) throw error
      this.add(name, error.detail)
      return undefined
    }
  }

  /** Refuses the request with 400 if there are any. */
  refuse(): void {
    if (!this.#isEmpty()) throw invalid(this.#fields)
  }

  /** Makes them the problem of the embedded object around, if there are any. */
  nest(): void {
    if (!this.#isEmpty()) throw new ValueProblem({ errors: [], 'field-errors': this.#fields })
  }

  #isEmpty(): boolean {
    return Object.keys(this.#fields).length === 0
  }
}

/**
 * The keys of `body` that `checks` knows, checked; the others are ignored. Problems go under the internal
 * name: a reference loses its `_id`, as in `lead`. Source: contract 3, 4.
 */
export function readKnown(
  body: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  problems: Problems,
  required: readonly string[] = [],
): Record<string, unknown> {
  const known: Record<string, unknown> = {}
  for (const key of Object.keys(checks)) {
    const value = Object.hasOwn(body, key) ? body[key] : undefined
    if (value === undefined) {
      if (required.includes(key)) problems.add(internalName(key), REQUIRED)
      continue
    }
    problems.collect(internalName(key), () => {
      if (required.includes(key)) demand(value)
      known[key] = checks[key]?.(value)
    })
  }
  return known
}

/** `lead` for `lead_id`: how errors name a reference. */
export function internalName(key: string): string {
  return key.replace(/_id$/, '')
}

export const text: Check = (value) => {
  if (typeof value !== 'string') throw new ValueProblem('Value must be of str type.')
  return value
}

export const bool: Check = (value) => {
  if (typeof value !== 'boolean') throw new ValueProblem('Value must be of bool type.')
  return value
}

export const finite: Check = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ValueProblem('Value must be of float type.')
  }
  return value
}

/** A day, `2026-03-04`. */
export const date: Check = (value) => {
  const day = text(value) as string
  if (!isDate(day)) throw new ValueProblem('Invalid ISO 8601 date.')
  return day
}

/** A moment, which becomes a timestamp in UTC with microseconds. Source: contract 7. */
export const dateTime: Check = (value) => {
  const moment = normalizeStamp(text(value) as string)
  if (moment === null) throw new ValueProblem('Invalid ISO 8601 datetime.')
  return moment
}

/** A day stays one, a moment becomes a timestamp. */
export const dateOrDateTime: Check = (value) =>
  typeof value === 'string' && isDate(value) ? value : dateTime(value)

/** An address on the web. One without a scheme gets `http://`; the rest stays as it is. Contract 21.29. */
export const url: Check = (value) => {
  const given = (text(value) as string).trim()
  const full = /^[a-z][a-z0-9+.-]*:/i.test(given) && !/^[^/]+:\d/.test(given) ? given : `http://${given}`
  if (!/^https?:\/\/([^\s/?#@]*@)?[^\s/?#@:]+(:\d+)?([/?#]\S*)?$/i.test(full)) {
    throw new ValueProblem('Invalid URL.')
  }
  return full
}

/** An e-mail address without the blanks around it. */
export const email: Check = (value) => {
  demand(value)
  const address = (text(value) as string).trim()
  if (!/^[^\s@,;<>]+@[^\s@.,;<>]+(\.[^\s@.,;<>]+)+$/.test(address)) {
    throw new ValueProblem('Invalid email address.')
  }
  return address
}

/** A value that must be there: null and the empty text count as missing. */
function demand(value: unknown): void {
  if (value === undefined || value === null || value === '') throw new ValueProblem(REQUIRED)
}

/** What `check` takes, which must be there. */
export function required(check: Check): Check {
  return (value) => {
    demand(value)
    return check(value)
  }
}

/** Null, or what `check` takes. */
export function nullable(check: Check): Check {
  return (value) => (value === null ? null : check(value))
}

/** What `check` takes; null and the empty text become `absent`. */
export function emptyAs(absent: unknown, check: Check): Check {
  return (value) => (value === null || value === '' ? absent : check(value))
}

export function textUpTo(length: number): Check {
  return (value) => {
    const given = text(value) as string
    if (given.length > length) {
      throw new ValueProblem(`The value must be no longer than ${length} characters.`)
    }
    return given
  }
}

export function wholeBetween(min: number, max: number): Check {
  return (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw new ValueProblem('Value must be of int type.')
    }
    if (value < min) throw new ValueProblem(`Input should be greater than or equal to ${min}`)
    if (value > max) throw new ValueProblem(`Input should be less than or equal to ${max}`)
    return value
  }
}

export function oneOf(values: readonly string[]): Check {
  return (value) => {
    if (typeof value !== 'string' || !values.includes(value)) throw new ValueProblem(NOT_A_CHOICE)
    return value
  }
}

/** The id of something that `exists`. */
export function reference(exists: (id: string) => unknown): Check {
  return (value) => {
    if (!exists(text(value) as string)) throw new ValueProblem(NO_OBJECT)
    return value
  }
}

/** A list of what `check` takes; problems are kept by position. */
export function listOf(check: Check, max = Number.POSITIVE_INFINITY): Check {
  return (value) => {
    if (!Array.isArray(value)) throw new ValueProblem('Value must be of list type.')
    if (value.length > max) throw new ValueProblem('List is too long.')
    const problems: Record<string, unknown> = {}
    const items = value.map((item: unknown, i) => {
      try {
        return check(item)
      } catch (error) {
        if (!(error instanceof ValueProblem)) throw error
        problems[i] = error.detail
        return undefined
      }
    })
    if (Object.keys(problems).length > 0) throw new ValueProblem({ errors: problems })
    return items
  }
}

/** An embedded object with the known keys of `checks`; the others are dropped. */
export function objectWith(
  checks: Readonly<Record<string, Check>>,
  requiredKeys: readonly string[] = [],
): Check {
  return (value) => {
    if (!isObject(value)) throw new ValueProblem('Value must be of dict type.')
    const problems = new Problems()
    const known = readKnown(value, checks, problems, requiredKeys)
    problems.nest()
    return known
  }
}
