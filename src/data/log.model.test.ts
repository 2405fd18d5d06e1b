import 'fake-indexeddb/auto'
import { createTestServer } from '#mocks/node.ts'
import * as fc from 'fast-check'
import { beforeAll, test } from 'vitest'

import { live, STEP } from './log-model.ts'
import { loadTab, provideLocks, type Tab } from './many-tabs.ts'

let tabs: [Tab, Tab]
beforeAll(async () => {
  provideLocks()
  tabs = [await loadTab(), await loadTab()]
})

/** `npm run bench -- edits` lives through many more, each time others. */
const LIVES = Number(process.env['LIVES'] ?? 60)
const SEED = Number(process.env['SEED'] ?? 20261123)

test(
  'whatever fails, in the end the screen shows what the server has, and that is what was wanted',
  { timeout: 60_000 + LIVES * 500 },
  async ({ task }) => {
    const lived = Object.assign(task.meta, { steps: 0, requests: 0 })
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { minLength: 3, maxLength: 30 }), async (steps) => {
        lived.steps += steps.length
        lived.requests += await live(tabs, createTestServer({ empty: true, now: Date.now() }), steps)
      }),
      { numRuns: LIVES, seed: SEED },
    )
  },
)
