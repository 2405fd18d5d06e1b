import { installTestServer, TEST_NOW } from '#mocks/node.ts'
import { eventTime, type EventMark } from '#model/log-event.ts'
import { afterEach, expect, test } from 'vitest'

import { readEventsAfter } from './event-reading.ts'

const { signal } = new AbortController()
let now = TEST_NOW
let server: ReturnType<typeof installTestServer>
afterEach(() => server.uninstall())

function install(options: Parameters<typeof installTestServer>[0] = {}) {
  now = TEST_NOW
  server = installTestServer({ leads: 3, now: () => now, ...options })
  return [...server.state.all('lead')][0]?.id ?? ''
}

async function put(id: string, body: Record<string, unknown>) {
  await server.fetch(`/api/v1/lead/${id}/`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

test('each event is told once, oldest first', async () => {
  const id = install()
  await put(id, { name: 'Before' })
  const first = await readEventsAfter(null, signal)
  expect(first.events.at(-1)?.data?.['name']).toBe('Before')
  expect(first.isCut).toBe(false)

  const none = await readEventsAfter(first.mark, signal)
  expect(none.events).toEqual([])

  now += 1_000
  await put(id, { name: 'One' })
  now += 1_000
  await put(id, { name: 'Two' })
  const two = await readEventsAfter(none.mark, signal)
  expect(two.events.map(({ data }) => data?.['name'])).toEqual(['One', 'Two'])
  expect((await readEventsAfter(two.mark, signal)).events).toEqual([])
})

test('events of one moment are told apart', async () => {
  const id = install()
  await put(id, { name: 'Before' })
  const { mark } = await readEventsAfter(null, signal)
  await put(id, { name: 'In the same millisecond' })
  expect((await readEventsAfter(mark, signal)).events).toHaveLength(1)
})

test('many events are read page by page; too many are cut', async () => {
  const id = install()
  const { mark } = await readEventsAfter(null, signal)
  for (let i = 0; i < 60; i += 1) await put(id, { name: `Name ${i}` })
  const sixty = await readEventsAfter(mark, signal)
  expect(sixty.events).toHaveLength(60)
  expect(sixty.isCut).toBe(false)

  for (let i = 0; i < 210; i += 1) await put(id, { name: `Again ${i}` })
  expect((await readEventsAfter(sixty.mark, signal)).isCut).toBe(true)
})

test('an event that later changes share is told again', async () => {
  const id = install()
  await put(id, { name: 'Shared' })
  const first = await readEventsAfter(null, signal)
  const [key = ''] = first.mark.seen
  const before: EventMark = { ...first.mark, seen: [key.replace('T12:00:00', 'T11:59:59')] }
  const { events } = await readEventsAfter(before, signal)
  expect(events.map(eventTime)).toContain(TEST_NOW)
})
