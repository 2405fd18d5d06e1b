import type { EngineContext, EngineRequest } from '#mocks/engine/call.ts'
import { handle } from '#mocks/engine/engine.ts'
import { createOrganization } from '#mocks/engine/initial.ts'
import { EngineState } from '#mocks/engine/state.ts'
import { createRandom } from '#mocks/seed/random.ts'
import { seedChanges } from '#mocks/seed/seed.ts'
import { readClock, type Clock } from './clock.ts'
import { createNewId } from './ids.ts'
import { readSwitches, type GivenSwitches } from './named-switches.ts'
import { encodeAnswer, type WireAnswer } from './wire.ts'

export type MemoryServerOptions = {
  leads: number
  seed: number
  /** Statuses and users only: no leads, no custom fields, no smart views. */
  empty?: boolean
  /** The real clock by default. */
  now?: Clock | undefined
  switches?: GivenSwitches
}

export type MemoryServer = { state: EngineState; answer: (request: EngineRequest) => WireAnswer }

/**
 * A demo organisation that lives as long as the process. Its new ids follow from the seed. Throws an `Error` fit
 * for a screen when the clock or the switches can't be read.
 */
export function createMemoryServer({
  leads,
  seed,
  empty = false,
  now = Date.now,
  switches = {},
}: MemoryServerOptions): MemoryServer {
  const newId = createNewId(createRandom(seed ^ 0x5eed))
  const clock = readClock(now)
  const set = readSwitches(switches)
  const context = (): EngineContext => ({ now: clock(), newId })
  const state = new EngineState()
  if (empty) state.apply(createOrganization(context()))
  else for (const { changes } of seedChanges({ leads, seed, now: context().now })) state.apply(changes)
  return {
    state,
    answer(request) {
      const answer = handle(state, request, context(), set)
      state.apply(answer.changes)
      return encodeAnswer(answer)
    },
  }
}
