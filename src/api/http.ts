import { ApiError, readErrorBody } from '#model/failure.ts'
import * as z from 'zod/mini'

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
  const text = await readText(answer)
  if (!answer.ok) throw httpError(answer, text)
  const body = parseJson(text)
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

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-tz-offset': timezoneOffset() }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  try {
    await transport
    options.signal?.throwIfAborted()
    return await fetch(`${API_BASE}${path}${queryString(options.query)}`, {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
      credentials: 'same-origin',
    })
  } catch (error) {
    if (isAbort(error)) throw error
    throw new ApiError({ kind: 'network' })
  }
}

async function readText(answer: Response): Promise<string> {
  try {
    return await answer.text()
  } catch (error) {
    if (isAbort(error)) throw error
    throw new ApiError({ kind: 'network' })
  }
}

function httpError(answer: Response, text: string): ApiError {
  let body: unknown
  try {
    body = JSON.parse(text)
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
