import type { Failure } from '#model/failure.ts'

/** What the server said about one input, by the names it may call it (`user` for `user_id`); null when nothing. */
export function messageAt(failure: Failure | null, ...names: readonly string[]): string | null {
  if (failure?.kind !== 'http') return null
  const own = failure.fields.filter(({ path }) => names.includes(path[0] ?? ''))
  return own.map(({ message }) => message).join(' ') || null
}
