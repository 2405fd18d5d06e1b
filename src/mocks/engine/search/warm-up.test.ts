import { expect, test } from 'vitest'
import { Tx } from '#mocks/engine/state.ts'
import { dataSearch } from './data-search.ts'
import { SAMPLE_NOW, sampleLead, sampleState, randomSource } from './sample-state.ts'
import { warmSearch } from './warm-up.ts'

const ctx = { now: SAMPLE_NOW, newId: (prefix: string) => prefix, callerId: 'user_a', tzOffsetHours: 0 }

test('a search finds the same before, while and after it is warmed up, whatever is written meanwhile', () => {
  const state = sampleState(1200, 3)
  const cold = sampleState(1200, 3)
  const find = (on: typeof state, value: string) =>
    dataSearch(on, new Tx(on), { query: { type: 'text', value }, _limit: 200, include_counts: true }, ctx)
      .body
  const steps = warmSearch(state)
  const random = randomSource(5)
  for (let step = 0, isDone = false; !isDone; step += 1) {
    isDone = steps.next().done === true
    const [first] = state.all('lead')
    const renamed = { ...first, id: first?.id ?? '', name: `Zebra ${step}` }
    const changes = [
      { table: 'lead' as const, id: renamed.id, record: renamed },
      ...sampleLead(5000 + step, 1, random),
    ]
    for (const one of [state, cold]) one.apply(changes)
    if (step % 2 === 0)
      for (const word of ['north', `zebra ${step}`, '077'])
        expect(find(state, word)).toEqual(find(cold, word))
    expect(step).toBeLessThan(100)
  }
  expect(find(state, 'example')).toEqual(find(cold, 'example'))
})
