import type { Check } from '#mocks/engine/http/validate.ts'

/** What a route was seen to read of requests: learned from the engine itself, so that no list has to be kept. */
export type Reads = {
  route: string
  /** Keys of the body with values that their checks take. */
  body: Map<string, unknown[]>
  /** Names of query parameters. */
  query: Set<string>
}

const routes = new Map<string, Reads>()
const checked = new Set<string>()
/** What checks take that are used for several keys. */
const taken = new WeakMap<Check, unknown[]>()
let current: Reads | undefined
let candidates: readonly unknown[] = []

/** How many values of each key are kept. */
const KEPT = 40

/**
 * Does something during which what is read counts for `route`; body values are tried from `values`. Most are
 * refused, and nobody reads where from: tracing each of the errors would take much of the time.
 */
export function recording<T>(route: string, values: readonly unknown[], work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  candidates = values
  current = readsOf(route)
  try {
    return work()
  } finally {
    current = undefined
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** What a route was seen to read so far. */
export function readsOf(route: string): Reads {
  let reads = routes.get(route)
  if (!reads) {
    reads = { route, body: new Map(), query: new Set() }
    routes.set(route, reads)
  }
  return reads
}

/** Notes the keys that a `readKnown` knows and, the first time, which values each of their checks takes. */
export function recordChecks(checks: Readonly<Record<string, Check>>): void {
  for (const [key, check] of Object.entries(checks)) {
    if (!current || checked.has(`${current.route} ${key}`)) continue
    checked.add(`${current.route} ${key}`)
    current.body.set(key, takenBy(check))
  }
}

/** Notes a key of the body that is read without a check; what fits it is not known. */
export function recordKey(key: string): void {
  const isCustom = key === 'custom' || key.startsWith('custom.')
  if (current && !isCustom && !current.body.has(key)) current.body.set(key, [])
}

/** Notes a query parameter that is asked for. */
export function recordQuery(name: string): void {
  current?.query.add(name)
}

function takenBy(check: Check): unknown[] {
  const known = taken.get(check) ?? spread(candidates.filter((value) => takes(check, value)))
  taken.set(check, known)
  return known
}

function takes(check: Check, value: unknown): boolean {
  try {
    check(value)
    return true
  } catch (error) {
    // The class itself cannot be imported: this file stands in for a part of its module.
    if (error instanceof Error && 'detail' in error) return false
    throw error
  }
}

/** Some of the values, from all over the list. */
function spread(values: readonly unknown[]): unknown[] {
  const every = Math.max(1, Math.ceil(values.length / KEPT))
  return values.filter((_, at) => at % every === 0)
}
