import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { EngineAnswer } from './call.ts'
import { handle } from './engine.ts'
import { projectFields } from './fields.ts'
import { Chance } from './fuzz/chance.ts'
import { replayWrongs, wrongsOf } from './fuzz/invariants.ts'
import { prepare } from './fuzz/prepare.ts'
import { fieldQueries } from './fuzz/queries.ts'
import { readsOf, recording } from './fuzz/recorder.ts'
import { nextStep, stepFor, variantsOf, type Step } from './fuzz/requests.ts'
import { DOCUMENTED } from './fuzz/statuses.ts'
import { valuesFor } from './fuzz/values.ts'
import type * as request from './http/request.ts'
import type * as validate from './http/validate.ts'
import { isObject } from './record.ts'
import { ROUTES } from './routes.ts'
import { copyState } from './state.ts'
import { SWITCH_DEFAULTS, type EngineSwitches } from './switches.ts'
import type { TestServer } from './test-server.ts'

/**
 * Long histories of requests that make sense. Which keys and parameters a route reads, and which values it takes, is
 * learned from the engine at work: what is added to it later is in these histories by itself.
 */

vi.mock('./http/validate.ts', async (original) => {
  const actual = await original<typeof validate>()
  const { recordChecks } = await import('./fuzz/recorder.ts')
  const readKnown: typeof actual.readKnown = (body, checks, problems, required) => {
    recordChecks(checks)
    return actual.readKnown(body, checks, problems, required)
  }
  return { ...actual, readKnown }
})

vi.mock('./http/request.ts', async (original) => {
  const actual = await original<typeof request>()
  const { recordKey, recordQuery } = await import('./fuzz/recorder.ts')
  class RecordingQuery extends Map<string, string> {
    override get(name: string) {
      recordQuery(name)
      return super.get(name)
    }
    override has(name: string) {
      recordQuery(name)
      return super.has(name)
    }
  }
  const parseRequest: typeof actual.parseRequest = (request, switches) => {
    const parsed = actual.parseRequest(request, switches)
    const body = new Proxy(parsed.body, {
      get(target, key) {
        if (typeof key !== 'string') return undefined
        recordKey(key)
        return target[key]
      },
    })
    return { ...parsed, body, query: new RecordingQuery(parsed.query) }
  }
  return { ...actual, parseRequest }
})

type World = Pick<TestServer, 'state' | 'clock' | 'switches'>

const template = prepare()
const values = valuesFor(template.state)

/** Asks a route a few times without keeping what it writes, to learn what it reads. */
function learn(route: string): void {
  for (let seed = 0; seed < 6; seed += 1) ask(template, stepFor(route, template.state, new Chance(seed)))
}

/** How many ids each world has given out. */
const made = new WeakMap<World, number>()

function ask(world: World, { route, request }: Step): EngineAnswer {
  const newId = (prefix: string) => {
    const nth = (made.get(world) ?? 0) + 1
    made.set(world, nth)
    return `${prefix}new${nth}`
  }
  const ctx = { now: world.clock.now, newId }
  return recording(route, values, () => handle(world.state, request, ctx, world.switches))
}

for (const route of Object.keys(ROUTES)) learn(route)

function switchesFor(chance: Chance): EngineSwitches {
  return {
    slowMerge: chance.pick([0, 0, 60_000]) ?? 0,
    slowConversion: chance.pick([0, 500]) ?? 0,
    staleReadsMs: chance.pick([0, 0, 0, 500]) ?? 0,
    stalledAfterDays: chance.pick([0, 30]) ?? 0,
    legacyCustomDict: chance.percent(30),
    emptyDeletes: chance.percent(10),
    refuseStatusInUse: chance.percent(70),
    refuseUnknownCustomFields: chance.percent(70),
    strictEventFilters: chance.percent(50),
    statusErrorKey: chance.percent(50) ? 'status' : 'status_id',
    forbiddenStatus: chance.percent(80) ? 403 : 401,
    nameLeadAfterContact: chance.percent(50),
    rateLimitEvery: chance.pick([0, 0, 40]) ?? 0,
  }
}

test('the routes were learned: most read a body or parameters, and know values that fit', () => {
  const bodies = Object.keys(ROUTES).filter((route) => /^(POST|PUT)/.test(route))
  const silent = bodies.filter((route) => readsOf(route).body.size === 0)
  expect(silent).toEqual([])
  expect([...readsOf('PUT /contact/{id}/').body.keys()]).toContain('lead_id')
  expect([...readsOf('POST /activity/call/').body.keys()]).toContain('outcome_id')
  expect(readsOf('POST /activity/call/').body.get('disposition')).toContain('vm-left')
  expect([...readsOf('GET /task/').query]).toEqual(expect.arrayContaining(['view', 'due_date__lte']))
})

/** A request that a route takes. */
function takenStep(route: string): Step | undefined {
  for (let seed = 0; seed < 400; seed += 1) {
    const step = stepFor(route, template.state, new Chance(seed))
    if (ask(template, step).status < 300) return step
  }
  return undefined
}

const taken = new Map(Object.keys(ROUTES).map((route) => [route, takenStep(route)]))

test('such requests get past the checks of each route', () => {
  expect([...taken].flatMap(([route, step]) => (step ? [] : [route]))).toEqual([])
})

test('each parameter and each key of a body, with one value after the other', () => {
  const failed: string[] = []
  for (const step of taken.values()) {
    for (const variant of step ? variantsOf(step, template.state) : []) {
      const { status, body } = ask(template, variant)
      if (DOCUMENTED.has(status)) continue
      failed.push(`${variant.request.path} ${variant.request.body ?? ''} → ${JSON.stringify(body)}`)
    }
  }
  expect(failed.slice(0, 3)).toEqual([])
}, 30_000)

test('each field in a search, with each condition: found or refused, never a fault', () => {
  const failed: unknown[] = []
  let found = 0
  for (const query of fieldQueries(template.state)) {
    const [, where] = query['queries'] as { field: unknown }[]
    const sort = [{ direction: 'asc', field: where?.field }]
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' }
    for (const body of [{ query }, { query, sort }]) {
      const request = { method: 'POST', path: '/data/search/', headers, body: JSON.stringify(body) }
      const answer = ask(template, { route: 'POST /data/search/', request, wait: 0 })
      if (answer.status === 200) found += 1
      else if (answer.status !== 400) failed.push(body)
    }
  }
  expect(failed.slice(0, 3)).toEqual([])
  expect(found).toBeGreaterThan(500)
}, 30_000)

/** Requests in one history. */
const LENGTH = 120

test('whatever happens, each answer is JSON with a documented status and the state stays whole', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const chance = new Chance(seed)
      const { clock, state } = template
      const world: World = { clock: { ...clock }, state: copyState(state), switches: switchesFor(chance) }
      const past: string[] = []
      for (let nth = 0; nth < LENGTH; nth += 1) {
        const step = nextStep(world.state, chance)
        world.clock.now += step.wait
        const before = world.state.size('event')
        const answer = ask(world, step)
        const { method, path, body } = step.request
        past.push(`${method} ${path} ${body ?? ''} → ${answer.status}`)
        const story = () => `${past.slice(-5).join('\n')}\n${JSON.stringify(answer.body)}`
        if (!DOCUMENTED.has(answer.status)) throw new Error(story())
        if ((JSON.stringify(answer.body) === undefined) !== (answer.body === undefined))
          throw new Error(story())
        if (answer.status >= 300 && answer.changes.length > 0) throw new Error(`A refusal wrote\n${story()}`)
        world.state.apply(answer.changes)
        if (world.state.size('event') < before) throw new Error(`An event is gone\n${story()}`)
        const wrongs = nth % 10 === 9 ? wrongsOf(world.state) : []
        if (nth === LENGTH - 1) wrongs.push(...replayWrongs(world.state))
        if (wrongs.length > 0) throw new Error(`${wrongs.join('\n')}\n${past.slice(-12).join('\n')}`)
      }
    }),
    { numRuns: 80 },
  )
}, 60_000)

const gets = Object.keys(ROUTES).filter((route) => route.startsWith('GET '))

test.each(gets)('_fields of %s is a projection of the full answer (contract 3, 8.2)', (route) => {
  let projected = 0
  for (let seed = 0; projected < 6 && seed < 200; seed += 1) {
    const chance = new Chance(seed)
    const step = stepFor(route, template.state, chance)
    const [path = '', search = ''] = step.request.path.split('?')
    const params = new URLSearchParams(search)
    for (const name of ['_fields', '_group_by']) params.delete(name)
    const get = () =>
      ask(template, { ...step, request: { ...step.request, path: `${path}?${params.toString()}` } })
    const full = get()
    if (full.status !== 200) continue
    const objects = objectsIn(full.body)
    const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))]
    const names = ['gone', ...chance.some(keys, 3), chance.pick(keys) ?? 'id']
    params.set('_fields', names.join())
    expect(objectsIn(get().body), `${path} ${names.join()}`).toEqual(
      objects.map((one) => projectFields(one, names)),
    )
    projected += 1
  }
  expect(projected).toBe(6)
})

test('paging visits each object once, whatever the page size (contract 6)', () => {
  const lists = Object.keys(ROUTES).filter((route) => route.startsWith('GET ') && !route.includes('{'))
  fc.assert(
    fc.property(fc.constantFrom(...lists), fc.integer({ min: 1, max: 4 }), fc.nat(), (route, limit, seed) => {
      const step = stepFor(route, template.state, new Chance(seed))
      const [path = '', search = ''] = step.request.path.split('?')
      const params = new URLSearchParams(search)
      for (const name of ['_limit', '_skip', '_cursor', '_fields', '_group_by']) params.delete(name)
      const get = (more: Record<string, string>) => {
        const query = new URLSearchParams({ ...Object.fromEntries(params), ...more }).toString()
        return ask(template, { ...step, request: { ...step.request, path: `${path}?${query}` } })
      }
      const whole = get({})
      if (whole.status !== 200 || !isObject(whole.body) || whole.body['has_more'] !== false) return
      const idsOf = (answer: EngineAnswer) => objectsIn(answer.body).map((one) => one['id'])
      const walked: unknown[] = []
      for (let skip = 0, more = true; more; skip += limit) {
        const page = get({ _limit: String(limit), _skip: String(skip) })
        walked.push(...idsOf(page))
        more = isObject(page.body) && page.body['has_more'] === true
        expect(skip).toBeLessThan(1000)
      }
      // Lists that come all at once have no pages to walk.
      const isPaged = idsOf(get({ _limit: '1' })).length <= 1
      if (isPaged) expect(walked, path).toEqual(idsOf(whole))
    }),
    { numRuns: 200 },
  )
}, 30_000)

test('all switches that a history may turn are those of the engine', () => {
  expect(Object.keys(SWITCH_DEFAULTS)).toEqual(
    expect.arrayContaining(Object.keys(switchesFor(new Chance(1)))),
  )
})

/** The objects that an answer is about: those of its list or schema, or itself. */
function objectsIn(body: unknown): Record<string, unknown>[] {
  if (!isObject(body)) return []
  const list = body['data'] ?? (Object.keys(body).length === 1 ? body['fields'] : undefined)
  return Array.isArray(list) ? list.filter(isObject) : [body]
}
