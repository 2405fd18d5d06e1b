import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { asList, type Patch } from './lead-patch.ts'
import { afterAnswer, batchPatch, foldOperations, planRequest, withRealId } from './operation-plan.ts'
import { withOperations, type Operation, type Update } from './operation.ts'
import { creation, deletion, update } from './sample-operations.ts'

const STACK = 'custom.cf_1'
const at = (id: number, patch: Patch, more: Partial<Update> = {}) =>
  update(patch, { id: String(id), ...more })
const said = (operations: readonly Operation[]) =>
  operations.map((one) => (one.do === 'update' ? one.patch : one.do === 'create' ? one.body : 'delete'))

describe('what can be said with less', () => {
  const had = { base: { [STACK]: ['a'] } }
  test.each<[string, Operation[], unknown[]]>([
    ['the last of several names', [at(1, { name: 'A' }), at(2, { name: 'B' })], [{ name: 'B' }]],
    [
      'not those of two leads',
      [at(1, { name: 'A' }), at(2, { name: 'B' }, { objectId: 'lead_2' })],
      [{ name: 'A' }, { name: 'B' }],
    ],
    [
      'an added value that is removed again',
      [at(1, { [`${STACK}.add`]: 'b' }, had), at(2, { [`${STACK}.remove`]: 'b' }, had)],
      [],
    ],
    [
      'not when it was there before',
      [at(1, { [`${STACK}.add`]: 'a' }, had), at(2, { [`${STACK}.remove`]: 'a' }, had)],
      [{ [`${STACK}.add`]: 'a' }, { [`${STACK}.remove`]: 'a' }],
    ],
    [
      'a removed value that is added again',
      [at(1, { [`${STACK}.remove`]: 'a' }, had), at(2, { [`${STACK}.add`]: 'a' }, had)],
      [],
    ],
    [
      'not when nobody knows what was there',
      [at(1, { [`${STACK}.add`]: 'b' }), at(2, { [`${STACK}.remove`]: 'b' })],
      [{ [`${STACK}.add`]: 'b' }, { [`${STACK}.remove`]: 'b' }],
    ],
    [
      'values before the whole field is set',
      [at(1, { [`${STACK}.add`]: 'b' }, had), at(2, { [STACK]: null }, had)],
      [{ [STACK]: null }],
    ],
    [
      'not what was sent and may have arrived',
      [at(1, { name: 'A' }, { tries: 1 }), at(2, { name: 'B' })],
      [{ name: 'A' }, { name: 'B' }],
    ],
    [
      'what changes in a new thing',
      [creation({ name: 'A' }), at(2, { name: 'B', title: 'C' }, { object: 'contact', objectId: 'new_1' })],
      [{ name: 'B', title: 'C' }],
    ],
    ['a new thing that is deleted again', [creation({ name: 'A' }), deletion('new_1', { id: '2' })], []],
    [
      'changes of what is deleted',
      [at(1, { name: 'A' }, { object: 'contact', objectId: 'cont_1' }), deletion('cont_1', { id: '2' })],
      ['delete'],
    ],
    [
      'nothing past a failure',
      [
        at(1, { name: 'A' }, { state: { kind: 'failed', failure: { kind: 'network' } } }),
        at(2, { name: 'B' }),
      ],
      [{ name: 'A' }, { name: 'B' }],
    ],
  ])('%s', (_what, operations, folded) => {
    expect(said(foldOperations(operations))).toEqual(folded)
  })

  test('the last of several names is compared with the base of the first', () => {
    const folded = foldOperations([
      at(1, { name: 'A' }, { base: { name: 'Old' } }),
      at(2, { name: 'B' }, { base: { name: 'A' } }),
    ])
    expect(folded).toMatchObject([{ patch: { name: 'B' }, base: { name: 'Old' } }])
  })
})

describe('the next request', () => {
  test.each<[string, Operation[], unknown[]]>([
    [
      'different fields share one',
      [at(1, { name: 'A' }), at(2, { url: 'x' }), at(3, { [`${STACK}.add`]: 'b' })],
      [{ name: 'A' }, { url: 'x' }, { [`${STACK}.add`]: 'b' }],
    ],
    [
      'one value of a field at a time',
      [at(1, { [`${STACK}.add`]: 'b' }), at(2, { [`${STACK}.add`]: 'c' })],
      [{ [`${STACK}.add`]: 'b' }],
    ],
    [
      'nothing of a field goes before an earlier change of it',
      [
        at(1, { [`${STACK}.add`]: 'b' }),
        at(2, { [`${STACK}.add`]: 'c', name: 'A' }),
        at(3, { name: 'B', url: 'x' }, { tries: 1 }),
      ],
      [{ [`${STACK}.add`]: 'b' }],
    ],
    [
      'what was refused together goes alone',
      [at(1, { name: 'A' }, { isAlone: true }), at(2, { url: 'x' }, { isAlone: true })],
      [{ name: 'A' }],
    ],
    [
      'what needs a new thing waits for it',
      [creation({ name: 'A' }, { tries: 1 }), at(2, { [STACK]: 'new_1' })],
      [{ name: 'A' }],
    ],
    [
      'failed ones stay behind',
      [
        at(1, { name: 'A' }, { state: { kind: 'failed', failure: { kind: 'network' } } }),
        at(2, { url: 'x' }),
      ],
      [{ url: 'x' }],
    ],
    [
      'a deletion that can be undone waits',
      [deletion('cont_1', { notBefore: 99 }), at(2, { name: 'A' })],
      [{ name: 'A' }],
    ],
    [
      'and everything of its lead waits with it',
      [deletion('lead_1', { object: 'lead', notBefore: 99 }), at(2, { name: 'A' })],
      [],
    ],
  ])('%s', (_what, operations, batch) => {
    expect(said(planRequest(operations, 10).batch)).toEqual(batch)
  })

  test('says when to look again', () => {
    expect(planRequest([deletion('cont_1', { notBefore: 99 })], 10).wakeAt).toBe(99)
    expect(planRequest([deletion('cont_1', { notBefore: 99 })], 100)).toMatchObject({
      wakeAt: null,
      batch: [{}],
    })
  })
})

test('an answer is what later changes of its fields are compared with', () => {
  const first = at(1, { name: 'A' })
  const rest = afterAnswer(
    [first, at(2, { name: 'B' }, { base: { name: 'Old' } }), at(3, { url: 'x' })],
    [first],
    {
      name: 'A.',
    },
  )
  expect(rest).toMatchObject([{ base: { name: 'A.' } }, { base: {} }])
})

test('the real id takes the place of our own everywhere', () => {
  const operation = at(2, { [STACK]: 'new_1' }, { object: 'contact', objectId: 'new_1' })
  expect(withRealId(operation, 'new_1', 'cont_9')).toMatchObject({
    objectId: 'cont_9',
    patch: { [STACK]: 'cont_9' },
  })
})

describe('laws', () => {
  const lead = { id: 'lead_1', name: 'Old', url: 'u', [STACK]: ['a', 'b'] }
  const patch = fc.oneof(
    fc.record({ name: fc.constantFrom('A', 'B', 'C') }),
    fc.record({ url: fc.constantFrom('x', null) }),
    fc.record({ [`${STACK}.add`]: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({ [`${STACK}.remove`]: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({ [STACK]: fc.constantFrom(null, ['c'], ['a', 'd']) }),
  )
  const patches = fc.array(fc.tuple(patch, fc.integer({ min: 0, max: 1 })), { maxLength: 12 })
  const operationsOf = (drawn: [Patch, number][]): Operation[] =>
    drawn.map(([value, tries], i) => at(i, value, { id: String(i).padStart(3, '0'), tries, base: lead }))
  const result = (fields: Record<string, unknown>) => ({
    name: fields['name'],
    url: fields['url'] ?? null,
    stack: asList(fields[STACK]).map(String).toSorted(),
  })

  test('folding changes nothing of what it comes to', () => {
    fc.assert(
      fc.property(patches, (drawn) => {
        const operations = operationsOf(drawn)
        const folded = foldOperations(operations)
        expect(result(withOperations(lead, folded))).toEqual(result(withOperations(lead, operations)))
      }),
      { numRuns: 500 },
    )
  })

  test('sent request by request it comes to the same as was shown', () => {
    fc.assert(
      fc.property(patches, (drawn) => {
        let waiting: readonly Operation[] = operationsOf(drawn)
        const shown = result(withOperations(lead, waiting))
        let server: Record<string, unknown> = lead
        for (let requests = 0; waiting.length > 0; requests += 1) {
          expect(requests).toBeLessThanOrEqual(drawn.length)
          const plan = planRequest(waiting, 0)
          server = withOperations(server, [update(batchPatch(plan.batch as Update[]))])
          waiting = afterAnswer(plan.operations, plan.batch, server)
        }
        expect(result(server)).toEqual(shown)
      }),
      { numRuns: 500 },
    )
  })
})
