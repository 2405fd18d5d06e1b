import type { Call } from './call.ts'
import { copyState, type Change, type EngineState, type Reader } from './state.ts'

/**
 * The `staleReadsMs` switch: the real service answers lists, searches and reads of deleted leads from copies
 * that lag behind writes. Such a copy is made with the first call under the switch; it belongs to the running
 * server, not to the data. Source: contract 3, 21.16.
 */

type Copy = { state: EngineState; now: number; waiting: { at: number; change: Change }[] }

const copies = new WeakMap<EngineState, Copy>()

/** The state as it was `staleReadsMs` ago: `state` itself when that is 0. */
export function laggingState(
  state: EngineState,
  now: number,
  { staleReadsMs }: { staleReadsMs: number },
): EngineState {
  if (staleReadsMs === 0) return state
  const copy = copies.get(state) ?? copyOf(state, now)
  copy.now = now
  const firstTooNew = copy.waiting.findIndex(({ at }) => now - at < staleReadsMs)
  const due = copy.waiting.splice(0, firstTooNew === -1 ? copy.waiting.length : firstTooNew)
  copy.state.apply(due.map(({ change }) => change))
  return copy.state
}

/** What lists read: the lagging copy, or else this request's own view. */
export function laggingReader(call: Call): Reader {
  return call.past === call.state ? call.tx : call.past
}

function copyOf(state: EngineState, now: number): Copy {
  const copy: Copy = { state: copyState(state), now, waiting: [] }
  state.onChange((change) => copy.waiting.push({ at: copy.now, change }))
  copies.set(state, copy)
  return copy
}
