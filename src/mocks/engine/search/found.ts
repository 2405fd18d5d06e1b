import type { EngineState } from '#mocks/engine/state.ts'

/** How many lists of matches are kept for a state. */
const MAX_LISTS = 8

type Found = { version: number; now: number; matches: Int32Array }

const lists = new WeakMap<EngineState, Map<string, Found>>()

/**
 * The matches of a query that were found before, as long as nothing was written since; undefined otherwise.
 * `now` is given when the answer depends on the clock and the clock has to be the same.
 */
export function foundBefore(
  state: EngineState,
  query: string,
  version: number,
  now?: number,
): Int32Array | undefined {
  const found = lists.get(state)?.get(query)
  if (!found || found.version !== version) return undefined
  return now === undefined || found.now === now ? found.matches : undefined
}

/** Keeps the matches of a query for its next page. */
export function keepFound(state: EngineState, query: string, found: Found): void {
  const known = lists.get(state) ?? new Map<string, Found>()
  lists.set(state, known)
  known.delete(query)
  known.set(query, found)
  const [oldest] = known.keys()
  if (known.size > MAX_LISTS && oldest !== undefined) known.delete(oldest)
}
