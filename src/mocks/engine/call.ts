import type { Change, EngineState, Tx } from './state.ts'
import type { Switches } from './switches.ts'

/** A request as the engine sees it. `path` starts with `/` after the base path, e.g. `/lead/?_limit=2`. */
export type EngineRequest = {
  method: string
  path: string
  /** Lower-case names. */
  headers: Record<string, string>
  /** The raw body text; undefined when there is none. */
  body: string | undefined
}

export type EngineAnswer = {
  status: number
  headers: Record<string, string>
  /** Undefined for an empty body (204). */
  body: unknown
  /** What the request wrote; the caller applies (and stores) them. Empty for plain reads and refusals. */
  changes: Change[]
}

/** Everything that is not in the state and may differ from call to call. */
export type EngineContext = {
  /** Milliseconds since the epoch. */
  now: number
  /** A new id, e.g. `newId('lead_')`; the prefix decides the length of the rest (contract section 7). */
  newId(prefix: string): string
}

/** What reads, searches and writes may know of the call besides the state. */
export type CallContext = EngineContext & {
  /** The user whose key or token was sent. */
  callerId: string
  /** The caller's offset from UTC in hours, e.g. 5.5; from `x-tz-offset`, 0 without it. */
  tzOffsetHours: number
  switches: Switches
}

/** Query parameters; of a repeated one the first counts (contract 3: never repeated or bracketed keys). */
export type Query = ReadonlyMap<string, string>

/** One request on its way through a resource function. */
export type Call = CallContext & {
  state: EngineState
  /** The state as lists and searches see it; the same one unless reads lag, see `stale-reads.ts`. */
  past: EngineState
  /** The state with this request's own writes. */
  tx: Tx
  method: string
  /** Below the base path, cleaned of doubled slashes, without the query. */
  path: string
  /** The parts of the path that a route names, e.g. `id`. */
  params: Readonly<Record<string, string>>
  query: Query
  /** The names in `_fields`; undefined for everything. */
  fields: readonly string[] | undefined
  body: Readonly<Record<string, unknown>>
  /** Shared by the events that this request writes. */
  requestId: string
  /** Copied into `meta` of each event that is written under it, e.g. a merge's two leads. */
  eventMeta: Readonly<Record<string, unknown>>
}

/** What a resource function answers. */
export type Reply = { status: number; body: unknown; headers?: Record<string, string> }

/** What answers a route. */
export type Resource = (call: Call) => Reply

/** 200 with a body: reads, and writes of the older resources (contract 3). */
export function ok(body: unknown): Reply {
  return { status: 200, body }
}

/** 201 with the address of the new object: creates of the newer resources (contract 3). */
export function created(body: unknown, path: string): Reply {
  return { status: 201, body, headers: { location: `/api/v1${path}` } }
}

/** 204 without a body: deletes of the newer resources (contract 3). */
export function noContent(): Reply {
  return { status: 204, body: undefined }
}
