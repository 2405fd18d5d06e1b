import { nameKey } from '#model/import-check.ts'
import { installTestServer, TEST_NOW } from '#mocks/node.ts'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import {
  findLeadsByName,
  importLeads,
  prepareFields,
  type ImportItem,
  type ImportOptions,
  type ItemResult,
} from './lead-import.ts'

let server: ReturnType<typeof installTestServer>
const never = new AbortController().signal

beforeEach(() => {
  server = installTestServer({ empty: true })
})
afterEach(() => {
  server.uninstall()
  vi.useRealTimers()
})

const items = (...names: string[]): ImportItem[] =>
  names.map((name, index) => ({ index, body: { name }, isUncertain: false }))

/** Runs an import and gathers what it said. */
async function run(rows: readonly ImportItem[], more: Partial<ImportOptions> = {}) {
  const results = new Map<number, ItemResult>()
  const waits: (number | null)[] = []
  const end = await importLeads(rows, {
    signal: never,
    startedAt: TEST_NOW,
    knownIds: new Set(),
    onResult: (index, result) => results.set(index, result),
    onWait: (until) => waits.push(until),
    ...more,
  })
  return { end, results, waits }
}

function storedNames(): string[] {
  return [...server.state.all('lead')].map((lead) => String(lead['name'])).sort()
}

describe('creating leads', () => {
  test('every row becomes a lead, as many at a time as allowed', async () => {
    let [now, most] = [0, 0]
    const { fetch } = globalThis
    globalThis.fetch = async (...args) => {
      most = Math.max(most, (now += 1))
      await new Promise((resolve) => setTimeout(resolve, 1))
      return fetch(...args).finally(() => (now -= 1))
    }
    const names = Array.from({ length: 20 }, (_, i) => `Lead ${String(i).padStart(2, '0')}`)
    const { end, results } = await run(items(...names), { concurrency: 3 })
    expect(end).toEqual({ kind: 'complete' })
    expect(results.size).toBe(20)
    expect(storedNames()).toEqual(names)
    expect(most).toBe(3)
  })

  test('a refused row does not stop the others', async () => {
    const rows = items('A', 'B', 'C').map((item) =>
      item.index === 1 ? { ...item, body: { name: 'B', contacts: [{ emails: [{ email: 'x' }] }] } } : item,
    )
    const { end, results } = await run(rows)
    expect(end).toEqual({ kind: 'complete' })
    expect(results.get(1)).toMatchObject({ kind: 'failed', isUncertain: false, failure: { status: 400 } })
    expect(storedNames()).toEqual(['A', 'C'])
  })

  test('too many requests are waited out, and each lead is made once', async () => {
    server.setFaults('POST /lead/ 429@1, POST /lead/ 429@2')
    const { end, waits } = await run(items('A', 'B', 'C'), { concurrency: 2 })
    expect(end).toEqual({ kind: 'complete' })
    expect(waits.at(-1)).toBeNull()
    expect(waits.length).toBeGreaterThan(1)
    expect(storedNames()).toEqual(['A', 'B', 'C'])
  })

  test('an abort lets what is on its way finish', async () => {
    const stop = new AbortController()
    const { end, results } = await run(items('A', 'B', 'C', 'D'), {
      signal: stop.signal,
      concurrency: 1,
      onResult: (index) => index === 1 && stop.abort(),
    })
    expect(end).toEqual({ kind: 'stopped' })
    expect(results.size).toBe(0) // gathered by the other callback
    expect(storedNames()).toEqual(['A', 'B'])
  })

  test.each([
    ['POST /lead/ network', 'network'],
    ['POST /lead/ 403', 'http'],
  ])('%s halts an import that cannot go on', async (faults, kind) => {
    server.setFaults(faults)
    const { end, results } = await run(items('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'), {
      concurrency: 1,
    })
    expect(end).toMatchObject({ kind: 'halted', failure: { kind } })
    expect(results.size).toBeLessThan(4)
    expect(storedNames()).toEqual([])
  })
})

describe('a row whose answer was lost', () => {
  /** The server does what it is asked, but its first answer to a creation never arrives. */
  function loseFirstAnswer() {
    const { fetch } = globalThis
    let lost = false
    globalThis.fetch = async (input, init) => {
      const answer = await fetch(input, init)
      const isCreation = init?.method === 'POST' && input === '/api/v1/lead/'
      if (lost || !isCreation) return answer
      lost = true
      throw new TypeError('Failed to fetch')
    }
  }

  test('is found and not made a second time', async () => {
    loseFirstAnswer()
    const first = await run(items('A', 'B'), { concurrency: 1 })
    expect(first.results.get(0)).toMatchObject({ kind: 'failed', isUncertain: true })
    const retry = await run([{ index: 0, body: { name: 'A' }, isUncertain: true }])
    expect(retry.results.get(0)).toMatchObject({ kind: 'found' })
    expect(storedNames()).toEqual(['A', 'B'])
  })

  test('is sent when it did not arrive', async () => {
    server.setFaults('POST /lead/ network@1')
    await run(items('A'))
    const { results } = await run([{ index: 0, body: { name: 'A' }, isUncertain: true }])
    expect(results.get(0)).toMatchObject({ kind: 'created' })
    expect(storedNames()).toEqual(['A'])
  })

  test('is not taken for another lead of the same name', async () => {
    const first = await run(items('A'))
    const known = first.results.get(0)
    const knownIds = new Set(known && 'leadId' in known ? [known.leadId] : [])
    const { results } = await run([{ index: 1, body: { name: 'A' }, isUncertain: true }], { knownIds })
    expect(results.get(1)).toMatchObject({ kind: 'created' })
    expect(storedNames()).toEqual(['A', 'A'])
  })

  test('is not sent while nobody can say', async () => {
    server.setFaults('POST /data/search/ network')
    const { results } = await run([{ index: 0, body: { name: 'A' }, isUncertain: true }])
    expect(results.get(0)).toMatchObject({ kind: 'failed', isUncertain: true })
    expect(storedNames()).toEqual([])
  })

  test.each([
    ['its e-mail', { contacts: [{ emails: [{ email: 'a@b.co' }] }] }],
    ['its telephone', { contacts: [{ phones: [{ phone: '+44 7700 900123' }] }] }],
    ['its contact', { contacts: [{ name: 'Asha Verma' }] }],
  ])('without a name is found by %s', async (_, body) => {
    loseFirstAnswer()
    await run([{ index: 0, body, isUncertain: false }])
    const { results } = await run([{ index: 0, body, isUncertain: true }])
    expect(results.get(0)).toMatchObject({ kind: 'found' })
  })
})

describe('custom fields', () => {
  const client = new QueryClient()
  const prepare = (
    ...[wanted, added = new Map()]: [Parameters<typeof prepareFields>[1], Map<string, string[]>?]
  ) => prepareFields(client, wanted, added, { signal: never })

  test('are made, and not made again', async () => {
    const wanted = [
      { at: 2, name: 'Tags', type: 'choices-multiple' as const, choices: ['a', 'b'] },
      { at: 3, name: 'Added', type: 'date' as const, choices: [] },
      { at: 4, name: 'Empty', type: 'choices' as const, choices: [] },
    ]
    const first = await prepare(wanted)
    const again = await prepare([{ ...wanted[0]!, choices: ['b', 'c'] }])
    if (first.kind !== 'ready' || again.kind !== 'ready') throw new Error('not ready')
    expect([...first.made.keys()]).toEqual([2, 3])
    expect(again.made.get(2)).toMatchObject({ id: first.made.get(2)?.id, choices: ['a', 'b', 'c'] })
  })

  test('get choices added to those they have by then', async () => {
    const first = await prepare([{ at: 0, name: 'Size', type: 'choices', choices: ['S'] }])
    const id = first.kind === 'ready' ? (first.made.get(0)?.id ?? '') : ''
    await prepare([], new Map([[id, ['M', 'S']]]))
    const again = await prepare([{ at: 0, name: 'Size', type: 'choices', choices: ['S'] }])
    expect(again.kind === 'ready' && again.made.get(0)?.choices).toEqual(['S', 'M'])
  })

  test('one that cannot be made is named', async () => {
    server.setFaults('POST /custom_field/lead/ 403')
    expect(await prepare([{ at: 0, name: 'Size', type: 'text', choices: [] }])).toMatchObject({
      kind: 'failed',
      name: 'Size',
      failure: { status: 403 },
    })
  })
})

test.each([
  ['few leads', 40],
  ['more than are read one by one', 3300],
])('leads are found by name among %s', { timeout: 30_000 }, async (_, leads) => {
  server.uninstall()
  server = installTestServer({ leads })
  const names = [...server.state.all('lead')].flatMap((lead) => {
    const name = lead['name']
    return typeof name === 'string' && name ? [name] : []
  })
  const wanted = names[7] ?? ''
  const found = await findLeadsByName([wanted.toUpperCase(), 'Nobody has this name', ' '], never)
  expect([...found.keys()]).toEqual([nameKey(wanted)])
})
