import { warmSearch } from '#mocks/engine/search/warm-up.ts'
import type { EngineState } from '#mocks/engine/state.ts'
import { wait } from './wait.ts'

/** The first screen asks for what it needs before. */
const START_MS = 1500
/** Room for requests between two steps. */
const PAUSE_MS = 1

/** Prepares the search of a data set in small steps between requests, until it is ready or no longer wanted. */
export async function warmWhileIdle(state: EngineState, isWanted: () => boolean): Promise<void> {
  await wait(START_MS)
  const steps = warmSearch(state)
  while (isWanted() && steps.next().done !== true) await wait(PAUSE_MS)
}
