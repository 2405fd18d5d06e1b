import type { EngineRequest, Query } from '#mocks/engine/call.ts'
import { isObject } from '#mocks/engine/record.ts'
import type { Switches } from '#mocks/engine/switches.ts'
import { plain } from './refusal.ts'

/** A request taken apart, before it is known who sends it and what answers it. */
export type ParsedRequest = {
  method: string
  path: string
  query: Query
  body: Readonly<Record<string, unknown>>
}

/** The path with single slashes and the query, as text. Doubled slashes are tolerated. Source: contract 1, 23. */
export function splitTarget(target: string): { path: string; search: string } {
  const [beforeHash = ''] = target.split('#')
  const at = beforeHash.indexOf('?')
  const rawPath = at === -1 ? beforeHash : beforeHash.slice(0, at)
  const search = at === -1 ? '' : beforeHash.slice(at + 1)
  return { path: `/${rawPath}`.replace(/\/{2,}/g, '/'), search }
}

/** Path segments without percent-encoding; a malformed one stays as it is. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean).map(decode)
}

/**
 * Method, query and body of a request. A `POST` with `x-http-method-override: GET` is a `GET` whose query
 * comes from the body's `_params`; on any request `_params` are query parameters. Refuses other content types
 * and malformed bodies of `POST` and `PUT`. Source: contract 1, 4.
 */
export function parseRequest(request: EngineRequest, switches: Switches): ParsedRequest {
  const { path, search } = splitTarget(request.path)
  const query = readQuery(search)
  const method = request.method.toUpperCase()
  if (method !== 'POST' && method !== 'PUT') return { method, path, query, body: {} }
  const { _params: params, ...body } = parseBody(request, switches)
  if (isObject(params)) addParams(query, params)
  const isRead = method === 'POST' && request.headers['x-http-method-override']?.toUpperCase() === 'GET'
  return isRead ? { method: 'GET', path, query, body: {} } : { method, path, query, body }
}

/** The caller's hours ahead of UTC; 0 when the header is absent or no number. Source: contract 1. */
export function parseTzOffset(header: string | undefined): number {
  const hours = header === undefined || header.trim() === '' ? 0 : Number(header)
  return Number.isFinite(hours) && Math.abs(hours) <= 24 ? hours : 0
}

function parseBody(request: EngineRequest, switches: Switches): Record<string, unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    const status = request.body ? switches.wrongContentType : 400
    throw plain(status, "Please send valid JSON with a 'Content-Type: application/json' header.")
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(request.body ?? '')
  } catch {
    throw plain(400, 'The request contains invalid JSON.')
  }
  if (!isObject(parsed)) throw plain(400, 'JSON data must be a dict.')
  return parsed
}

function readQuery(search: string): Map<string, string> {
  const query = new Map<string, string>()
  for (const [key, value] of new URLSearchParams(search)) {
    if (!query.has(key)) query.set(key, value)
  }
  return query
}

/** A query holds texts: of a list those that are one, and an object says nothing. */
function addParams(query: Map<string, string>, params: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(params)) {
    const parts = (Array.isArray(value) ? value : [value]).filter(isPlain)
    if (parts.length > 0 || Array.isArray(value)) query.set(key, parts.map((part) => part ?? '').join(','))
  }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object'
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
