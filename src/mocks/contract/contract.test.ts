import { describe, test } from 'vitest'
import type { EngineSwitches } from '#mocks/engine/switches.ts'
import { serve } from '#mocks/http.ts'
import type { Clock } from '#mocks/clock.ts'
import { createTestServer, TEST_NOW } from '#mocks/node.ts'
import { RULES } from './all-rules.ts'
import { createContractApi, type Door } from './api.ts'
import type { ContractCase } from './rules.ts'

type Opened = { door: Door; close: () => Promise<void> }

async function openHandlers(now: Clock, switches: EngineSwitches): Promise<Opened> {
  const server = createTestServer({ empty: true, now, switches: { requireAuth: true, ...switches } })
  return { door: (path, init) => server.fetch(`/api/v1${path}`, init), close: async () => {} }
}

async function openSocket(now: Clock, switches: EngineSwitches): Promise<Opened> {
  const { url, close } = await serve({ port: 0, leads: 0, seed: 1, empty: true, now, switches })
  return { door: (path, init) => fetch(url.replace(/\/$/, path), init), close }
}

/** Keeps one rule in a fresh organisation behind the door. */
async function keep({ run, switches }: ContractCase, open: typeof openSocket): Promise<void> {
  let now = TEST_NOW
  const { door, close } = await open(() => now, switches)
  try {
    await run(createContractApi(door, (ms) => (now += ms)))
  } finally {
    await close()
  }
}

describe('in process, through the handlers', () => {
  for (const rule of RULES) test(nameOf(rule), () => keep(rule, openHandlers))
})

describe('over HTTP, through a socket', () => {
  for (const rule of RULES) test(nameOf(rule), () => keep(rule, openSocket))
})

function nameOf({ section, rule }: ContractCase): string {
  return `${section}: ${rule}`
}
