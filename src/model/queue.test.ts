import { expect, test } from 'vitest'

import type { OperationState } from './operation.ts'
import { queueText, shownQueue } from './queue.ts'
import { update } from './sample-operations.ts'

const STALLED: OperationState = { kind: 'waiting', stalled: { kind: 'network' } }
const FAILED: OperationState = { kind: 'failed', failure: { kind: 'network' } }
const at = (ms: number, more = {}) => update({ name: 'A' }, { id: String(ms), at: ms, ...more })

test.each([
  ['nothing', [], 0, true, null, null],
  ['a save of the usual length', [at(0)], 500, true, null, 1500],
  ['a slow one', [at(0)], 1500, true, '1 change waiting', null],
  ['one that can still be taken back', [at(0, { notBefore: 5000 })], 4000, true, null, 6500],
  ['no network', [at(0), at(1), at(2)], 10, false, '3 changes waiting', null],
  ['one that was put off', [at(0, { state: STALLED }), at(1)], 10, true, '2 changes waiting', null],
  ['a refusal', [at(0, { state: FAILED }), at(1)], 10, true, '1 needs you', 1501],
  ['two refusals', [at(0, { state: FAILED }), at(1, { state: FAILED })], 10, true, '2 need you', null],
])('%s', (_what, operations, now, isOnline, text, wakeAt) => {
  const shown = shownQueue(operations, now, isOnline)
  expect(queueText(shown.count)).toBe(text)
  expect(shown.wakeAt).toBe(wakeAt)
})
