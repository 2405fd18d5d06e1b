import { getResponse } from 'msw'
import type { EngineState } from '#mocks/engine/state.ts'
import { createFaults, parseFaults } from './faults.ts'
import { createHandlers } from './handlers.ts'
import type { Clock } from './clock.ts'
import { createMemoryServer } from './memory-server.ts'
import { readSwitches, type GivenSwitches } from './named-switches.ts'

export type TestServerOptions = {
  leads?: number
  seed?: number
  empty?: boolean
  now?: Clock
  /** Rules as in `demo-fail`, e.g. `PUT /lead/* 500@1`. */
  faults?: string
  /** Milliseconds before each answer. */
  latency?: number
  /** As in `demo-switch`, or as an object. */
  switches?: GivenSwitches
}

export type TestServer = {
  /** What the server holds, for a test to look at. */
  state: EngineState
  request: (request: Request) => Promise<Response>
  /** Takes what the global `fetch` takes; addresses may be relative. */
  fetch: typeof globalThis.fetch
  /** Replaces the failure rules; counting starts anew. */
  setFaults: (rules: string) => void
  setLatency: (ms: number) => void
}

/** A moment for tests that don't care: Wednesday, 4 March 2026, noon UTC. */
export const TEST_NOW = Date.UTC(2026, 2, 4, 12)

const ORIGIN = 'http://localhost'

/** The demo server for tests, behind the same handlers as in the browser. Credentials are not asked for. */
export function createTestServer({
  leads = 0,
  seed = 1,
  empty = false,
  now = TEST_NOW,
  faults = '',
  latency = 0,
  switches = {},
}: TestServerOptions = {}): TestServer {
  const server = createMemoryServer({
    leads,
    seed,
    empty,
    now,
    switches: { requireAuth: false, ...readSwitches(switches) },
  })
  let fault = createFaults(parseFaults(faults))
  let delay = latency
  const handlers = createHandlers({
    answer: async (request) => server.answer(request),
    latency: () => delay,
    fault: (method, path) => fault(method, path),
  })

  async function request(request: Request): Promise<Response> {
    const response = await getResponse(handlers, request, { baseUrl: ORIGIN })
    if (!response) throw new TypeError(`No handler for ${request.method} ${request.url}`)
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }

  return {
    state: server.state,
    request,
    fetch: async (input, init) => {
      const request_ = new Request(input instanceof Request ? input : new URL(input, ORIGIN), init)
      return Promise.race([request(request_), rejectOnAbort(request_.signal)])
    },
    setFaults(rules) {
      fault = createFaults(parseFaults(rules))
    },
    setLatency(ms) {
      delay = ms
    },
  }
}

/** A test server in place of the global `fetch`, until `uninstall` is called. */
export function installTestServer(options?: TestServerOptions): TestServer & { uninstall: () => void } {
  const server = createTestServer(options)
  const original = globalThis.fetch
  globalThis.fetch = server.fetch
  return {
    ...server,
    uninstall() {
      globalThis.fetch = original
    },
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
