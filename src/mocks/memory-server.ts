import type { EngineContext, EngineRequest } from '#mocks/engine/call.ts'
import { handle } from '#mocks/engine/engine.ts'
import { createOrganization } from '#mocks/engine/initial.ts'
import { EngineState } from '#mocks/engine/state.ts'
import type { EngineSwitches } from '#mocks/engine/switches.ts'
import { createRandom } from '#mocks/seed/random.ts'
import { seedChanges } from '#mocks/seed/seed.ts'
import { createNewId } from './ids.ts'
import { encodeAnswer, type WireAnswer } from './wire.ts'

export type MemoryServerOptions = {
  leads: number
  seed: number
  /** Statuses and users only: no leads, no custom fields, no smart views. */
  empty?: boolean
  /** A clock that stands still at this time, in milliseconds since the epoch; the real one by default. */
  now?: number | undefined
  switches?: EngineSwitches
}

export type MemoryServer = { state: EngineState; answer: (request: EngineRequest) => WireAnswer }

/** A demo organisation that lives as long as the process. Its new ids follow from the seed. */
export function createMemoryServer({
  leads,
  seed,
  empty = false,
  now,
  switches = {},
}: MemoryServerOptions): MemoryServer {
  const newId = createNewId(createRandom(seed ^ 0x5eed))
  const context = (): EngineContext => ({ now: now ?? Date.now(), newId })
  const state = new EngineState()
  if (empty) state.apply(createOrganization(context()))
  else for (const { changes } of seedChanges({ leads, seed, now: context().now })) state.apply(changes)
  return {
    state,
    answer(request) {
      const answer = handle(state, request, context(), switches)
      state.apply(answer.changes)
      return encodeAnswer(answer)
    },
  }
}
