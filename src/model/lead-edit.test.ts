import { describe, expect, test } from 'vitest'

import { fieldState, fresher, withEdits, withoutSuperseded, type LeadEdit } from './lead-edit.ts'
import type { Patch } from './lead-patch.ts'

const edit = (key: number, patch: Patch, isFailed = false): LeadEdit => ({
  key,
  leadId: 'lead_1',
  patch,
  state: isFailed ? { kind: 'failed', failure: { kind: 'network' } } : { kind: 'waiting' },
})
const failed = (key: number, patch: Patch) => edit(key, patch, true)
const STACK = 'custom.cf_1'

describe('edits on top of what the server said', () => {
  const lead = { id: 'lead_1', name: 'Bluth', [STACK]: ['a'] }
  test('waiting ones show in their order', () => {
    const shown = withEdits(lead, [
      edit(1, { name: 'A' }),
      edit(2, { name: 'B' }),
      edit(3, { [`${STACK}.add`]: 'b' }),
    ])
    expect(shown).toEqual({ id: 'lead_1', name: 'B', [STACK]: ['a', 'b'] })
  })
  test('refused ones do not show', () => expect(withEdits(lead, [failed(1, { name: 'A' })])).toBe(lead))
  test('without any it is the same object', () => expect(withEdits(lead, [])).toBe(lead))
})

describe('what a field is doing', () => {
  test.each<[string, LeadEdit[], string]>([
    ['nothing', [], 'saved'],
    ['an edit on its way', [edit(1, { name: 'A' })], 'saving'],
    ['an edit of another field', [edit(1, { url: 'x' })], 'saved'],
    ['a refusal', [failed(1, { name: 'A' })], 'failed'],
    ['a refused value of several', [failed(1, { 'name.add': 'A', name: 'x' })], 'failed'],
  ])('%s', (_what, edits, kind) => expect(fieldState(edits, 'name').kind).toBe(kind))
})

describe('refused edits that a later one has made pointless', () => {
  test.each<[string, LeadEdit[], number[]]>([
    ['a refused name before a later one', [failed(1, { name: 'A' }), edit(2, { name: 'B' })], [2]],
    ['two refused names', [failed(1, { name: 'A' }), failed(2, { name: 'B' })], [2]],
    ['a refused name alone', [failed(1, { name: 'A' })], [1]],
    ['a refused name before another field', [failed(1, { name: 'A' }), edit(2, { url: 'x' })], [1, 2]],
    ['a name on its way', [edit(1, { name: 'A' }), edit(2, { name: 'B' })], [1, 2]],
    ['a refused edit of more', [failed(1, { name: 'A', url: 'x' }), edit(2, { name: 'B' })], [1, 2]],
    [
      'one value and another',
      [failed(1, { [`${STACK}.add`]: 'A' }), edit(2, { [`${STACK}.add`]: 'B' })],
      [1, 2],
    ],
    [
      'one value and the whole field',
      [failed(1, { [`${STACK}.add`]: 'A' }), edit(2, { [STACK]: null })],
      [2],
    ],
    [
      'the name of another lead',
      [{ ...failed(1, { name: 'A' }), leadId: 'lead_2' }, edit(2, { name: 'B' })],
      [1, 2],
    ],
  ])('%s', (_what, edits, keys) => {
    expect(withoutSuperseded(edits).map(({ key }) => key)).toEqual(keys)
  })
})

describe('the fresher of two copies', () => {
  const row = { id: 'lead_1', name: 'Old', [STACK]: ['a'], date_updated: '2026-03-04T09:00:00.000001+00:00' }
  test('a newer answer wins, and only in the fields that the row has', () => {
    const known = {
      ...row,
      name: 'New',
      url: 'x',
      [STACK]: undefined,
      date_updated: '2026-03-04T09:00:00.000002+00:00',
    }
    expect(fresher(row, known)).toEqual({ id: 'lead_1', name: 'New', date_updated: known.date_updated })
  })
  test('an older answer does not', () => {
    expect(fresher(row, { ...row, name: 'Older', date_updated: '2026-03-04T08:00:00+00:00' })).toBe(row)
  })
})
