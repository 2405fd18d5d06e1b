import { expect, test } from 'vitest'

import { createQueue } from './queue.ts'

/** A task that runs until it is told to end. */
function task(log: string[], name: string) {
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return {
    end,
    run: async () => {
      log.push(name)
      await ended
      return name
    },
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('a person overtakes the background, which takes only its share', async () => {
  const queue = createQueue(3, 2)
  const log: string[] = []
  const [b1, b2, b3, p1, p2] = ['b1', 'b2', 'b3', 'p1', 'p2'].map((name) => task(log, name))
  if (!b1 || !b2 || !b3 || !p1 || !p2) throw new Error('five tasks')
  const runs = [b1, b2, b3].map(({ run }) => queue.run('background', run))
  await settle()
  expect(log).toEqual(['b1', 'b2'])
  runs.push(queue.run('person', p1.run), queue.run('person', p2.run))
  await settle()
  expect(log).toEqual(['b1', 'b2', 'p1'])
  b1.end()
  await settle()
  expect(log).toEqual(['b1', 'b2', 'p1', 'p2'])
  p1.end()
  await settle()
  expect(log.at(-1)).toBe('b3')
  for (const one of [b2, b3, p2]) one.end()
  expect(await Promise.all(runs)).toEqual(['b1', 'b2', 'b3', 'p1', 'p2'])
})

test('what fails makes room, what is given up leaves the line', async () => {
  const queue = createQueue(1, 1)
  const log: string[] = []
  const first = queue.run('person', async () => {
    await settle()
    throw new Error('no')
  })
  const stop = new AbortController()
  const second = queue.run('person', async () => log.push('second'), stop.signal)
  const third = queue.run('person', async () => log.push('third'))
  second.catch(() => {}) // rejects at once, and is looked at later
  stop.abort()
  await expect(first).rejects.toThrow('no')
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  await third
  expect(log).toEqual(['third'])
  await expect(queue.run('person', async () => {}, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
})
