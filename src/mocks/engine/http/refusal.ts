/** A request that is not answered as asked. Thrown inside the engine, it ends the request without a trace. */
export class Refusal extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`Refused with ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** Shape A: one text. Source: contract 4. */
export function plain(status: number, error: string, headers?: Record<string, string>): Refusal {
  return new Refusal(status, { error }, headers)
}

/** Shape B, 400: texts by internal field name. Source: contract 4. */
export function invalid(fieldErrors: Readonly<Record<string, unknown>>, errors: string[] = []): Refusal {
  return new Refusal(400, { errors, 'field-errors': fieldErrors })
}

/** 404 for an id that is unknown or malformed; `model` as in `Lead`, `LeadCustomField`. Source: contract 4. */
export function notFound(model: string): Refusal {
  return plain(404, `Empty query: ${model} matching query does not exist.`)
}

/** 403, formerly 401: the caller's role lacks a permission. Source: contract 4 [guess for the text]. */
export function forbidden(status: 403 | 401): Refusal {
  return plain(status, 'You do not have permission to perform this action.')
}
