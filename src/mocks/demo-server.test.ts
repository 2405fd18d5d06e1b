import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { demoDbName, openDemoDb } from './demo-db.ts'
import { createMemoryLog, type DemoLog } from './demo-log.ts'
import { createDemoServer, type DemoServer } from './demo-server.ts'
import { createNewId } from './ids.ts'
import { createRandom } from './seed/random.ts'

const DATA_SET = { leads: 3, seed: 1 }
let clock = Date.UTC(2026, 2, 4, 12)
let tabs = 0

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A tab with the data set open; all tabs of a test share what `openLog` gives. */
async function openTab(openLog: () => Promise<DemoLog> = () => openDemoDb(DATA_SET), onReplaced = () => {}) {
  tabs += 1
  const newId = createNewId(createRandom(tabs))
  const server = createDemoServer({
    openLog,
    context: () => ({ now: (clock += 1000), newId }),
    onReplaced,
  })
  await server.open(DATA_SET)
  return server
}

async function call(server: DemoServer, method: string, path: string, body?: unknown) {
  const answer = await server.answer({
    method,
    path,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return { ...answer, json: JSON.parse(answer.body ?? 'null') }
}

const create = (server: DemoServer, name: string) => call(server, 'POST', '/lead/', { name })

async function names(server: DemoServer): Promise<string[]> {
  const { json } = await call(server, 'GET', '/lead/?_fields=name&_limit=200')
  return (json.data as { name: string }[]).map(({ name }) => name).sort()
}

describe.each([
  ['IndexedDB', () => () => openDemoDb(DATA_SET)],
  [
    'memory',
    () => {
      const log = createMemoryLog()
      return async () => log
    },
  ],
])('tabs over %s', (_name, createShared) => {
  test('a new tab finds what an earlier one wrote', async () => {
    const openLog = createShared()
    const first = await openTab(openLog)
    const before = await names(first)
    await create(first, 'Kept')
    expect(await names(await openTab(openLog))).toEqual([...before, 'Kept'].sort())
  })

  test('a read sees what another tab has just written', async () => {
    const openLog = createShared()
    const [a, b] = [await openTab(openLog), await openTab(openLog)]
    const { json } = await create(a, 'Mine')
    expect((await call(b, 'GET', `/lead/${json.id}/`)).json.name).toBe('Mine')
    await call(b, 'PUT', `/lead/${json.id}/`, { name: 'Ours' })
    expect((await call(a, 'GET', `/lead/${json.id}/`)).json.name).toBe('Ours')
    await call(a, 'DELETE', `/lead/${json.id}/`)
    expect((await call(b, 'GET', `/lead/${json.id}/`)).status).toBe(404)
  })

  test('writes of two tabs at once are all kept, and both tabs agree', async () => {
    const openLog = createShared()
    const [a, b] = [await openTab(openLog), await openTab(openLog)]
    const { json } = await create(a, 'Shared')
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => create(n % 2 ? a : b, `New ${n}`)),
      call(a, 'PUT', `/lead/${json.id}/`, { description: 'from a' }),
      call(b, 'PUT', `/lead/${json.id}/`, { url: 'https://b.example' }),
    ])
    const lead = await call(a, 'GET', `/lead/${json.id}/`)
    expect(lead.json).toMatchObject({ description: 'from a', url: 'https://b.example' })
    expect((await call(b, 'GET', `/lead/${json.id}/`)).json).toEqual(lead.json)
    expect(await names(a)).toHaveLength(14)
    expect(await names(b)).toEqual(await names(a))
    expect(await names(await openTab(openLog))).toEqual(await names(a))
  })

  test('two tabs cannot both delete the same lead', async () => {
    const openLog = createShared()
    const [a, b] = [await openTab(openLog), await openTab(openLog)]
    const { json } = await create(a, 'Once')
    const answers = await Promise.all([a, b].map((tab) => call(tab, 'DELETE', `/lead/${json.id}/`)))
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 404]))
  })

  test('starting over drops all changes, in the other tab as well', async () => {
    const openLog = createShared()
    const onReplaced = vi.fn()
    const [a, b] = [await openTab(openLog), await openTab(openLog, onReplaced)]
    const before = await names(a)
    await create(a, 'Gone')
    await create(b, 'Gone too')
    await a.startOver()
    expect(await names(a)).toEqual(before)
    expect(onReplaced).not.toHaveBeenCalled()
    expect(await names(b)).toEqual(before)
    expect(onReplaced).toHaveBeenCalledOnce()
    await create(b, 'New')
    expect(await names(a)).toContain('New')
  })

  test('a write on data that was started over goes to the new data', async () => {
    const openLog = createShared()
    const [a, b] = [await openTab(openLog), await openTab(openLog)]
    await create(b, 'Gone')
    await a.startOver()
    await create(b, 'Stays')
    expect(await names(a)).toContain('Stays')
    expect(await names(b)).not.toContain('Gone')
  })
})

test('another seed or size is a data set of its own', async () => {
  expect(demoDbName({ leads: 3, seed: 1 })).not.toBe(demoDbName({ leads: 3, seed: 2 }))
  expect(demoDbName({ leads: 31, seed: 1 })).not.toBe(demoDbName({ leads: 3, seed: 11 }))
})

test('a data set keeps its dates when it is opened later', async () => {
  const first = await call(await openTab(), 'GET', '/lead/')
  clock += 86_400_000
  expect((await call(await openTab(), 'GET', '/lead/')).json).toEqual(first.json)
})

test('a long log is folded, and tabs that have not read all of it still see everything', async () => {
  const [a, sleepy] = [await openTab(), await openTab()]
  const { json } = await create(a, 'Edited')
  for (let n = 0; n < 210; n += 1) await call(a, 'PUT', `/lead/${json.id}/`, { description: `Edit ${n}` })
  const late = await openTab()
  await create(late, 'After')
  const expected = (await call(late, 'GET', '/lead/')).json
  expect(expected.data.find((lead: { name: string }) => lead.name === 'Edited').description).toBe('Edit 209')
  expect((await call(sleepy, 'GET', '/lead/')).json).toEqual(expected)
  expect((await call(a, 'GET', '/lead/')).json).toEqual(expected)
  const log = await openDemoDb(DATA_SET)
  const position = { birthId: '', seq: 0 }
  expect(await log.read(position)).toBe('replaced')
})

test('what cannot be stored is answered with 500 and leaves no trace', async () => {
  const log = await openDemoDb(DATA_SET)
  let isFull = false
  const failing: DemoLog = {
    ...log,
    write: (position, decide) =>
      log.write(position, (entries) => {
        const changes = decide(entries)
        if (isFull) throw new DOMException('The disk is full', 'QuotaExceededError')
        return changes
      }),
  }
  const tab = await openTab(async () => failing)
  const before = await names(tab)
  isFull = true
  expect(await create(tab, 'Lost')).toMatchObject({ status: 500, json: { error: expect.any(String) } })
  expect(await names(tab)).toEqual(before)
  isFull = false
  expect((await create(tab, 'Kept')).status).toBe(200)
  expect(await names(await openTab())).toEqual([...before, 'Kept'].sort())
})

test('a connection that the browser has closed is opened again', async () => {
  const log = await openDemoDb(DATA_SET)
  const tab = await openTab(async () => log)
  await create(tab, 'Kept')
  log.close()
  expect(await names(tab)).toContain('Kept')
  expect((await create(tab, 'Next')).status).toBe(200)
})

test('a database deleted under a tab starts over', async () => {
  const log = await openDemoDb(DATA_SET)
  const tab = await openTab(async () => log)
  await create(tab, 'Gone')
  log.close()
  globalThis.indexedDB = new IDBFactory()
  expect(await names(tab)).not.toContain('Gone')
  await create(tab, 'Kept')
  expect(await names(await openTab())).toContain('Kept')
})

test('requests wait while the data is made', async () => {
  const server = createDemoServer({
    openLog: () => openDemoDb(DATA_SET),
    context: () => ({ now: clock, newId: createNewId(createRandom(1)) }),
  })
  const early = names(server)
  await server.open(DATA_SET)
  expect(await early).toHaveLength(3)
})
