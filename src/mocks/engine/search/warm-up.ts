import type { EngineState } from '#mocks/engine/state.ts'
import { phoneColumn, textColumn } from './free-text.ts'
import { searchIndex } from './search-index.ts'

/** Leads in one step: few enough that a request which comes in meanwhile hardly waits. */
const STEP = 500

/**
 * Prepares the search for text in leads, step by step, so that the first person who types does not wait for all
 * leads to be read. Take steps while nothing else is to be done, stop at any time: a search does what is left.
 */
export function* warmSearch(state: EngineState): Generator<void, void, void> {
  const index = searchIndex(state)
  for (const columnOf of [textColumn, phoneColumn]) {
    while (!columnOf(index, 'lead').fill(STEP)) yield
    yield
  }
}
