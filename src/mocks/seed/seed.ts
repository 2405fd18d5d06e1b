import { createOrganization } from '#mocks/engine/initial.ts'
import type { Change } from '#mocks/engine/state.ts'
import { createNewId } from '#mocks/ids.ts'
import { createLeadMaker } from './lead-maker.ts'
import { createMaker } from './maker.ts'
import { createRandom, Dice } from './random.ts'
import { createSetup, type Setup } from './setup.ts'

/** To be raised when the same seed no longer makes the same records: what tabs have stored then doesn't fit. */
export const SEED_VERSION = 3

export type SeedOptions = {
  seed: number
  leads: number
  /** Milliseconds since the epoch; all dates are relative to it. */
  now: number
}

export type SeedChunk = {
  changes: Change[]
  /** How many leads are in it. */
  leads: number
}

/** Leads in one chunk; few enough that what is only used to make them is freed soon. */
const CHUNK = 100
/** Bigger data sets get fewer children for each lead. */
const MAX_RICH = 5000

/** Statuses, users and custom fields have the same ids in all data sets, so that saved addresses fit all of them. */
const SETUP_SEED = 0x1ead

/**
 * A whole demo organisation: the same records for the same options. In chunks, the set-up first. One without
 * leads is a new one, as a team finds it on its first day: statuses and users, and no field of its own yet.
 */
export function* seedChanges(options: SeedOptions): Generator<SeedChunk> {
  const newId = createNewId(createRandom(SETUP_SEED))
  if (options.leads === 0) {
    yield { changes: createOrganization({ now: options.now, newId }), leads: 0 }
    return
  }
  const { setup, changes } = createSetup({ now: options.now, newId })
  yield { changes, leads: 0 }
  yield* generateLeads(options, setup)
}

/** Tells the chance of what is said about leads from that of the leads themselves. */
const TALK = 0x7a1c

/** The leads of a data set with their children, in chunks. */
export function* generateLeads({ seed, leads, now }: SeedOptions, setup: Setup): Generator<SeedChunk> {
  const dice = new Dice(seed)
  const newId = createNewId(dice.next)
  const maker = createMaker({ dice, setup, now, isRich: leads <= MAX_RICH, newId })
  const talk = new Dice(seed ^ TALK)
  const makeLead = createLeadMaker(maker, { ...maker, dice: talk, newId: createNewId(talk.next) })
  for (let made = 0; made < leads;) {
    const end = Math.min(leads, made + CHUNK)
    for (let index = made; index < end; index += 1) makeLead(index)
    yield { changes: maker.take(), leads: end - made }
    made = end
  }
}
