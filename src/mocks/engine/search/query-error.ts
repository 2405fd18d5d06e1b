/** Why a query is refused: `path` names the place inside the request's body. Source: contract 18, "Errors". */
export class QueryError extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** Ends the reading of a query. */
export function refuse(path: string, message: string): never {
  throw new QueryError(path, message)
}

/** Error shape B for one field. Source: contract 4. */
function fieldError(path: string, message: string): { status: 400; body: unknown } {
  return { status: 400, body: { errors: [], 'field-errors': { [path]: message } } }
}

/** The answer for an error that reading a query threw; throws on anything else. */
export function refusal(error: unknown): { status: 400; body: unknown } {
  if (error instanceof QueryError) return fieldError(error.path, error.message)
  throw error
}
