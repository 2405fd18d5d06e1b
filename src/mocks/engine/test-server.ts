import { createNewId } from '#mocks/ids.ts'
import { createRandom } from '#mocks/seed/random.ts'
import { handle } from './engine.ts'
import { createOrganization } from './initial.ts'
import { isObject } from './record.ts'
import { EngineState, type Change } from './state.ts'
import type { EngineSwitches } from './switches.ts'

export type Json = Record<string, unknown>

/** An answer as tests read it: `body` is always an object, an empty one for an empty body. */
export type TestAnswer = { status: number; body: Json; headers: Record<string, string>; changes: Change[] }

export type TestServer = {
  state: EngineState
  /** The clock in milliseconds; it stands still until a test moves it. */
  clock: { now: number }
  switches: EngineSwitches
  /** Sends JSON as a caller with a key, and applies what the answer changed. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): TestAnswer
  /** Like `call`, but throws unless the answer is a success, and gives its body. */
  ok(method: string, path: string, body?: unknown, headers?: Record<string, string>): Json
}

/** An engine with an empty organisation for tests; its ids and clock are always the same. */
export function createTestServer(switches: EngineSwitches = {}): TestServer {
  const newId = createNewId(createRandom(7))
  const state = new EngineState()
  const clock = { now: Date.UTC(2026, 2, 4, 9, 15, 27, 143) }
  state.apply(createOrganization({ now: clock.now, newId }))

  const call: TestServer['call'] = (method, path, body, headers = {}) => {
    const request = {
      method,
      path,
      headers: {
        authorization: `Basic ${btoa('any-key:')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }
    const answer = handle(state, request, { now: clock.now, newId }, server.switches)
    state.apply(answer.changes)
    const sent = JSON.parse(JSON.stringify(answer.body ?? {})) as unknown
    return { ...answer, body: isObject(sent) ? sent : { value: sent } }
  }

  const ok: TestServer['ok'] = (method, path, body, headers) => {
    const answer = call(method, path, body, headers)
    if (answer.status >= 300) {
      throw new Error(`${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    return answer.body
  }

  const server: TestServer = { state, clock, switches, call, ok }
  return server
}

/** The id of an answered object. */
export function idOf(body: Json): string {
  return body['id'] as string
}

/** The objects of a list's answer. */
export function dataOf(body: Json): Json[] {
  return body['data'] as Json[]
}

/** The fields errors of a refused answer. */
export function fieldErrors(answer: TestAnswer): Json {
  return answer.body['field-errors'] as Json
}
