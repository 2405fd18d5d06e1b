import type { Update } from '#model/operation.ts'
import { update } from '#model/sample-operations.ts'
import { expect, test, vi } from 'vitest'

import { chipMarks } from './chip-marks.ts'

const waiting = (key: number, patch: Update['patch']): Update => update(patch, { id: String(key) })
const failed = (key: number, patch: Update['patch']): Update =>
  update(patch, { id: String(key), state: { kind: 'failed', failure: { kind: 'network' } } })

test('each value has its own mark', () => {
  const retry = vi.fn()
  const refused = failed(1, { 'custom.cf_1.add': 'Yeast' })
  const edits = [
    refused,
    waiting(2, { 'custom.cf_1.add': 'Flour' }),
    waiting(3, { 'custom.cf_1.remove': 'Sugar' }),
  ]
  const marks = chipMarks(edits, 'custom.cf_1', { retry, discard: vi.fn() })
  expect([...marks.keys()]).toEqual(['Yeast', 'Flour', 'Sugar'])
  expect(marks.get('Flour')).toEqual({ kind: 'pending', op: 'add' })
  expect(marks.get('Sugar')).toEqual({ kind: 'pending', op: 'remove' })
  const mark = marks.get('Yeast')
  if (mark?.kind !== 'failed') throw new Error('not failed')
  mark.retry()
  expect(retry).toHaveBeenCalledWith(refused)
})

test('of two edits of one value the last counts', () => {
  const edits = [failed(1, { 'custom.cf_1.add': 'Yeast' }), waiting(2, { 'custom.cf_1.remove': 'Yeast' })]
  const marks = chipMarks(edits, 'custom.cf_1', { retry: vi.fn(), discard: vi.fn() })
  expect(marks.get('Yeast')).toEqual({ kind: 'pending', op: 'remove' })
})

test('an edit of the whole field marks no value', () => {
  expect(
    chipMarks([waiting(1, { 'custom.cf_1': null })], 'custom.cf_1', { retry: vi.fn(), discard: vi.fn() })
      .size,
  ).toBe(0)
})
