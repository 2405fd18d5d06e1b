import { USER_HEADER } from '#lib/gateway-marks.ts'
import { ApiError, readErrorBody } from '#model/failure.ts'
import * as z from 'zod/mini'

import { noteServerDate } from './clock.ts'
import { authorization, basic } from './credentials.ts'
import { actingFor } from './gateway.ts'
import { createQueue, type Queue } from './queue.ts'
import { slowDown } from './slow-down.ts'

/** The API on the app's own origin; a proxy (or the demo) answers there, since Close sends no CORS headers. */
export const API_BASE = '/api/v1'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

export type RequestOptions = {
  query?: Query
  body?: unknown
  signal?: AbortSignal | undefined
  /** Lets the request outlive the page, for what is sent when a tab closes. */
  keepalive?: boolean
  /** Work that nobody waits for: it leaves the line to clicks, and sees to a 429 itself. */
  background?: boolean | undefined
  /** Asks past the session, with this key instead of its own (null: with what the session has). */
  trial?: { key: string | null }
}

/**
 * Sends one request and checks the answer against `schema`. Undefined query values are left out; lists are
 * joined by commas (contract 3). Throws `ApiError`, and nothing else but an abort.
 */
export async function request<T extends z.ZodMiniType>(
  method: Method,
  path: string,
  schema: T,
  options: RequestOptions = {},
): Promise<z.infer<T>> {
  const answer = await send(method, path, options)
  if (!answer.ok) throw httpError(answer)
  const body = parseJson(answer.text)
  const parsed = z.safeParse(schema, body)
  if (parsed.success) return parsed.data
  throw new ApiError({
    kind: 'contract',
    issues: parsed.error.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  })
}

/** For answers whose body does not matter (`{}`, 204). */
export const anyBody = z.unknown()

/** The envelope of the offset-style lists. Source: contract 6. */
export function listOf<T extends z.ZodMiniType>(item: T) {
  return z.looseObject({
    data: z.array(item),
    has_more: z.optional(z.boolean()),
    total_results: z.optional(z.number()),
  })
}

let transport: Promise<unknown> | undefined

/**
 * Makes every request wait for `ready` first, so that the page can be drawn before there is anything to talk
 * to. When it rejects, requests fail as if there were no network.
 */
export function holdRequests(ready: Promise<unknown>): void {
  transport = ready
  ready.catch(() => {}) // each request reports it; this only keeps the browser from calling it unhandled
}

/** Knows who is signed in. Both promises reject with what the request then fails with. */
export type Authenticator = {
  /** Settles when requests may go out. */
  ready: (signal: AbortSignal | undefined) => Promise<void>
  /** A request with this header was answered 401. True when it may succeed now, false for an ordinary refusal. */
  refused: (request: {
    path: string
    authorization: string | undefined
    signal: AbortSignal | undefined
  }) => Promise<boolean>
}

let authenticator: Authenticator | null = null

/**
 * Asks `next` before each request and after each 401; null for none, as where nobody signs in. The server's
 * limits are those of whoever is signed in, so what is known of them is forgotten.
 */
export function setAuthenticator(next: Authenticator | null): void {
  authenticator = next
  groups.clear()
}

type Answer = { status: number; ok: boolean; headers: Headers; text: string }

/**
 * The server limits groups of endpoints, each by itself (contract 5). Which is which it does not publish: here
 * a group is the method and the first word of the path. One that is out of requests holds up no other.
 */
type Group = {
  queue: Queue
  /** When requests may go out again, in milliseconds since the epoch. */ openAt: number
}
const groups = new Map<string, Group>()

function groupOf(method: Method, path: string): Group {
  const name = `${method} ${path.split('/')[1]}`
  const group = groups.get(name) ?? { queue: createQueue(8, 4), openAt: 0 }
  groups.set(name, group)
  return group
}

const ANSWER_WITHIN_MS = 60_000
const MOST_WAITS = 2
const LONGEST_WAIT_S = 30
const USUAL_WAIT_S = 2
const MOST_SIGN_INS = 2

/** A request refused with 401 or 429 was not executed, so any of them may be sent again. */
async function send(method: Method, path: string, options: RequestOptions): Promise<Answer> {
  const { signal, trial } = options
  const session = trial ? null : authenticator
  const group = groupOf(method, path)
  let [waits, signIns] = [0, 0]
  for (;;) {
    await session?.ready(signal)
    const wait = group.openAt - Date.now()
    // Not all at the same moment again.
    if (wait > 0) await slowDown(wait * (1 + Math.random() / 10), signal)
    const credentials = trial?.key ? basic(trial.key) : authorization()
    const answer = await exchange(group.queue, method, path, options, credentials)
    if (answer.status === 429) {
      const seconds = retryAfter(answer.headers) ?? USUAL_WAIT_S * 2 ** waits
      if (seconds > LONGEST_WAIT_S) return answer
      group.openAt = Math.max(group.openAt, Date.now() + seconds * 1000)
      waits += 1
      if (options.background || waits > MOST_WAITS) return answer
    } else if (answer.status === 401 && session && signIns < MOST_SIGN_INS) {
      signIns += 1
      if (!(await session.refused({ path, authorization: credentials, signal }))) return answer
    } else return answer
  }
}

async function exchange(
  queue: Queue,
  method: Method,
  path: string,
  options: RequestOptions,
  credentials: string | undefined,
): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-tz-offset': timezoneOffset() }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  if (credentials !== undefined) headers['authorization'] = credentials
  const user = options.trial ? null : actingFor()
  if (user) headers[USER_HEADER] = user
  const ask = async (): Promise<Answer> => {
    const late = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const answer = await fetch(`${API_BASE}${path}${queryString(options.query)}`, {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      signal: options.signal ? AbortSignal.any([options.signal, late]) : late,
      ...(options.keepalive ? { keepalive: true } : {}),
      credentials: 'same-origin',
    })
    noteServerDate(answer.headers.get('date'))
    return { status: answer.status, ok: answer.ok, headers: answer.headers, text: await answer.text() }
  }
  try {
    await transport
    options.signal?.throwIfAborted()
    // The page is closing: there is no later.
    if (options.keepalive) return await ask()
    return await queue.run(options.background ? 'background' : 'person', ask, options.signal)
  } catch (error) {
    if (isAbort(error)) throw error
    throw new ApiError({ kind: 'network' })
  }
}

function httpError(answer: Answer): ApiError {
  let body: unknown
  try {
    body = JSON.parse(answer.text)
  } catch {
    body = undefined // an HTML page of some proxy says nothing to a rep
  }
  const { messages, fields } = readErrorBody(answer.status === 429 ? undefined : body)
  return new ApiError({
    kind: 'http',
    status: answer.status,
    messages,
    fields,
    retryAfter: answer.status === 429 ? retryAfter(answer.headers) : null,
  })
}

/** Seconds to wait: `reset` of `RateLimit` (may be decimal), else `Retry-After`. Source: contract 5. */
function retryAfter(headers: Headers): number | null {
  const reset = /reset=([\d.]+)/.exec(headers.get('ratelimit') ?? '')?.[1]
  const seconds = Number(reset ?? headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : null
}

function parseJson(text: string): unknown {
  if (text === '') return {} // deletes of newer resources answer 204 (contract 21.34)
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError({ kind: 'contract', issues: ['The answer is not JSON.'] })
  }
}

function queryString(query: Query | undefined): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) params.set(key, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** The caller's offset from UTC in hours, e.g. `5.5`. Source: contract 1, `x-tz-offset`. */
function timezoneOffset(): string {
  return String(-new Date().getTimezoneOffset() / 60)
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
