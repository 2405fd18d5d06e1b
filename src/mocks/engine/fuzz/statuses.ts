/** Statuses that the contract documents (section 4) and the redirect of section 1. */
export const DOCUMENTED: ReadonlySet<number> = new Set([
  200, 201, 204, 308, 400, 401, 402, 403, 404, 405, 415, 429,
])
