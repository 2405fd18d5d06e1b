import type { LeadEdit } from '#model/lead-edit.ts'
import type { Patch } from '#model/lead-patch.ts'
import { expect, test } from 'vitest'

import { supersededEdits } from './superseded-edits.ts'

const edit = (key: number, patch: Patch, isFailed = false): LeadEdit => ({
  key,
  leadId: 'lead_1',
  patch,
  state: isFailed ? { kind: 'failed', failure: { kind: 'network' } } : { kind: 'waiting' },
})
const failed = (key: number, patch: Patch) => edit(key, patch, true)

test.each<[string, LeadEdit[], number[]]>([
  ['a refused name before a later one', [failed(1, { name: 'A' }), edit(2, { name: 'B' })], [1]],
  ['two refused names', [failed(1, { name: 'A' }), failed(2, { name: 'B' })], [1]],
  ['a refused name alone', [failed(1, { name: 'A' })], []],
  ['a refused name after a later field', [failed(1, { name: 'A' }), edit(2, { url: 'x' })], []],
  ['a name on its way', [edit(1, { name: 'A' }), edit(2, { name: 'B' })], []],
  ['a refused edit of more', [failed(1, { name: 'A', url: 'x' }), edit(2, { name: 'B' })], []],
])('%s', (_what, edits, keys) => {
  expect(supersededEdits(edits, 'name').map(({ key }) => key)).toEqual(keys)
})

test('one value more does not make another value pointless', () => {
  const field = 'custom.cf_1'
  const edits = [failed(1, { [`${field}.add`]: 'A' }), edit(2, { [`${field}.add`]: 'B' })]
  expect(supersededEdits(edits, field)).toEqual([])
  expect(supersededEdits([...edits, edit(3, { [field]: null })], field).map(({ key }) => key)).toEqual([1])
})
