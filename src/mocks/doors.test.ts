import { getResponse } from 'msw'
import { afterEach, describe, expect, test } from 'vitest'
import { createContractApi, type Answer, type Door } from './contract/api.ts'
import { createDemoPage } from './demo-controls.ts'
import { createMemoryLog } from './demo-log.ts'
import { createDemoServer } from './demo-server.ts'
import { readAddress } from './demo-switches.ts'
import { createHandlers } from './handlers.ts'
import { serve } from './http.ts'
import { createCryptoRandom, createNewId } from './ids.ts'
import { createTestServer } from './node.ts'

/** What every door takes: a flag of `npm run api`, a parameter of the demo's address, an option of a test. */
type Given = {
  leads?: number
  seed?: number
  latency?: number
  fail?: string
  now?: string
  switches?: string
}

const NOW = '2026-03-04T12:00:00Z'
const ORIGIN = 'http://localhost'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function openHttp({ leads = 0, seed = 1, ...given }: Given): Promise<Door> {
  const server = await serve({ port: 0, leads, seed, ...given })
  closing.push(server.close)
  return (path, init) => fetch(server.url.replace(/\/$/, path), init)
}

/** As in `browser.ts` and `worker.ts`, without a worker in between. */
async function openDemo(given: Given): Promise<Door> {
  const { leads = 0, seed = 1, latency = '', fail = '', now = '', switches = '' } = given
  const params = { leads, seed, latency, fail, now, switch: switches }
  const pairs = Object.entries(params).map(([name, value]) => [`demo-${name}`, `${value}`])
  const { session } = readAddress(`?${new URLSearchParams(pairs).toString()}`, null)
  const newId = createNewId(createCryptoRandom())
  const server = createDemoServer({
    openLog: async () => createMemoryLog(),
    context: () => ({ now: Date.now(), newId }),
  })
  const page = createDemoPage(session, {
    remember: () => {},
    open: (dataSet) => server.open(dataSet),
    startOver: server.startOver,
    setConditions: server.setConditions,
  })
  await server.open({ leads: session.leads, seed: session.seed })
  const handlers = createHandlers({ answer: server.answer, latency: page.latency, fault: page.fault })
  return async (path, init) => {
    const request = new Request(`${ORIGIN}/api/v1${path}`, init)
    const response = await getResponse(handlers, request, { baseUrl: ORIGIN })
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}

async function openTest({ fail = '', ...given }: Given): Promise<Door> {
  const server = createTestServer({ ...given, faults: fail })
  return (path, init) => server.fetch(`/api/v1${path}`, init)
}

const DOORS = Object.entries({ 'npm run api': openHttp, 'the demo': openDemo, 'a test': openTest })

/** An answer in a line. */
const line = ({ status, text }: Answer) => `${status} ${text}`

describe.each(DOORS)('through %s', (_name, openDoor) => {
  const open = async (given: Given) => createContractApi(await openDoor(given), () => {})

  test('leads and seed make the same leads', async () => {
    const list = async (given: Given, door = openDoor) => {
      const api = createContractApi(await door({ now: NOW, ...given }), () => {})
      return api.list('/lead/?_fields=name,date_created')
    }
    const leads = await list({ leads: 3, seed: 7 })
    expect(leads).toHaveLength(3)
    expect(leads).toEqual(await list({ leads: 3, seed: 7 }, openTest))
    expect(leads).not.toEqual(await list({ leads: 3, seed: 8 }))
  })

  test('the clock stands still where it is told', async () => {
    const api = await open({ now: NOW })
    const lead = await api.post('/lead/', {})
    expect(lead['date_created']).toBe('2026-03-04T12:00:00.000000+00:00')
  })

  test('answers wait, and requests fail by rule', async () => {
    const api = await open({ latency: 30, fail: 'GET /me/ 429@1, GET /user/ network' })
    const before = performance.now()
    expect((await api.call('GET', '/me/')).status).toBe(429)
    expect(performance.now() - before).toBeGreaterThan(25)
    expect((await api.call('GET', '/me/')).status).toBe(200)
    await expect(api.call('GET', '/user/')).rejects.toThrow(TypeError)
  })

  test('named switches: what the answers look like', async () => {
    const switches = 'emptyDeletes,statusErrorKey=status_id,sendContactIds=false,rateLimitHeader=false'
    const api = await open({ switches })
    const lead = await api.post('/lead/', {})
    expect(lead).not.toHaveProperty('contact_ids')
    const path = `/lead/${lead['id'] as string}/`
    expect(Object.keys(await api.refuse('PUT', path, { status_id: 'x' }))).toEqual(['status_id'])
    const deleted = await api.call('DELETE', path)
    expect(line(deleted)).toBe('204 ')
    expect(deleted.headers.has('ratelimit')).toBe(false)
  })

  test('named switches: a merge that takes its time, and lists that lag', async () => {
    const api = await open({ now: NOW, switches: 'slowMerge=3000,staleReadsMs=2000' })
    expect(await api.list('/lead/')).toEqual([])
    const source = await api.create('/lead/', { name: 'A' })
    const destination = await api.create('/lead/', { name: 'B' })
    expect(await api.post('/lead/merge/', { source, destination })).toEqual({ status: 'ok' })
    expect(await api.get(`/lead/${source}/?_fields=name`)).toEqual({ name: 'A' })
    expect(await api.list('/lead/')).toEqual([])
  })

  test('named switches: too many calls', async () => {
    const api = await open({ switches: 'rateLimitEvery=3' })
    const statuses: number[] = []
    for (let i = 0; i < 4; i += 1) statuses.push((await api.call('GET', '/me/')).status)
    expect(statuses).toEqual([200, 200, 429, 200])
  })

  test.each([
    [{ switches: 'slowmerge=1' }, 'There is no switch "slowmerge". There are requireAuth, slowMerge, '],
    [{ switches: 'slowMerge=soon' }, 'The switch "slowMerge" takes a whole number'],
    [{ fail: 'oops' }, 'Can\'t read the rule "oops".'],
    [{ now: 'noon' }, 'Can\'t read the time "noon".'],
  ])('%j is refused in words', async (given, words) => {
    await expect(open(given)).rejects.toThrow(words)
  })
})
