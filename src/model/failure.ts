/** A message of the server about one input, e.g. `{ path: ['contacts', '0', 'emails', '0', 'email'], message }`. */
export type FieldError = { path: string[]; message: string }

/** Why a request failed; each kind is shown in its own words. */
export type Failure =
  /** No answer came: offline, dropped connection, timed out. */
  | { kind: 'network' }
  /** The server refused. `retryAfter` in seconds, on 429 only. */
  | { kind: 'http'; status: number; messages: string[]; fields: FieldError[]; retryAfter: number | null }
  /** The server answered something that the contract does not allow. */
  | { kind: 'contract'; issues: string[] }

/** The one error that leaves `api/`. Its message is fit for a screen. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(describeFailure(failure))
    this.failure = failure
  }
}

/** What happened, in a sentence for a rep. Never empty; holds no credentials. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'network':
      return 'The server could not be reached. Check your connection and try again.'
    case 'contract':
      return 'The server sent an answer that Leadlight does not understand.'
    case 'http':
      return describeHttp(failure)
  }
}

/** The failure behind anything thrown; an unknown error counts as a broken contract. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure
  return { kind: 'contract', issues: [error instanceof Error ? error.message : String(error)] }
}

/** Whether the same read may succeed a moment later. */
export function isPassing(failure: Failure): boolean {
  return (
    failure.kind === 'network' ||
    (failure.kind === 'http' && (failure.status >= 500 || failure.status === 429))
  )
}

function describeHttp(failure: Extract<Failure, { kind: 'http' }>): string {
  const said = [...failure.messages, ...failure.fields.map((field) => field.message)].filter((text) =>
    text.trim(),
  )
  if (failure.status === 429) {
    return failure.retryAfter === null
      ? 'Too many requests. Try again in a moment.'
      : `Too many requests. Try again in ${Math.ceil(failure.retryAfter)} s.`
  }
  if (failure.status === 401) return 'You are not signed in, or your API key is no longer valid.'
  if (failure.status === 402) return said[0] ?? 'Your Close plan does not include this.'
  if (failure.status === 403) return said[0] ?? 'You are not allowed to do this.'
  if (failure.status === 404) return 'It was not found on the server; it may have been deleted.'
  if (said.length > 0) return said.join(' ')
  return failure.status >= 500
    ? `The server had a problem (${failure.status}). Try again in a moment.`
    : `The server refused the request (${failure.status}).`
}

/**
 * The messages of an error body, with where they belong. Takes Close's shapes: `{"error": "…"}`,
 * `{"errors": […], "field-errors": {…}}` nested to any depth, and the 429 body. Walks objects, skips the
 * wrapper keys, joins strings and lists. Never throws. Source: contract 4.
 */
export function readErrorBody(body: unknown): { messages: string[]; fields: FieldError[] } {
  const messages: string[] = []
  const fields: FieldError[] = []
  walk(body, [], messages, fields, 0)
  return { messages, fields }
}

const WRAPPERS = new Set(['errors', 'field-errors', 'error', 'message'])
const MAX_DEPTH = 12

function walk(node: unknown, path: string[], messages: string[], fields: FieldError[], depth: number): void {
  if (depth > MAX_DEPTH || node === null || node === undefined) return
  if (typeof node === 'string') {
    if (path.length === 0) messages.push(node)
    else fields.push({ path, message: node })
    return
  }
  if (Array.isArray(node)) {
    for (const item of node) walk(item, path, messages, fields, depth + 1)
    return
  }
  if (typeof node !== 'object') return
  for (const [key, value] of Object.entries(node)) {
    walk(value, WRAPPERS.has(key) ? path : [...path, key], messages, fields, depth + 1)
  }
}
