import { describe, expect, test } from 'vitest'

import type { Patch } from './lead-patch.ts'
import { fieldState, withOperations, withoutSuperseded, type Operation, type Update } from './operation.ts'
import { creation, deletion, update } from './sample-operations.ts'

const edit = (key: number, patch: Patch): Update => update(patch, { id: String(key) })
const failed = (key: number, patch: Patch): Update =>
  update(patch, { id: String(key), state: { kind: 'failed', failure: { kind: 'network' } } })
const STACK = 'custom.cf_1'

describe('edits on top of what the server said', () => {
  const lead = { id: 'lead_1', name: 'Bluth', [STACK]: ['a'] }
  test('waiting ones show in their order', () => {
    const shown = withOperations(lead, [
      edit(1, { name: 'A' }),
      edit(2, { name: 'B' }),
      edit(3, { [`${STACK}.add`]: 'b' }),
    ])
    expect(shown).toEqual({ id: 'lead_1', name: 'B', [STACK]: ['a', 'b'] })
  })
  test('refused ones do not show', () => expect(withOperations(lead, [failed(1, { name: 'A' })])).toBe(lead))
  test('without any it is the same object', () => expect(withOperations(lead, [])).toBe(lead))
})

describe('what hangs below a lead', () => {
  const lead = { id: 'lead_1', contacts: [{ id: 'cont_1', name: 'Ana' }] }
  test.each<[string, Operation, unknown]>([
    [
      'a new one shows',
      creation({ name: 'Bo' }),
      [lead.contacts[0], { id: 'new_1', lead_id: 'lead_1', name: 'Bo' }],
    ],
    [
      'a changed one',
      update({ name: 'Anna' }, { object: 'contact', objectId: 'cont_1' }),
      [{ id: 'cont_1', name: 'Anna' }],
    ],
    ['a deleted one is gone', deletion('cont_1'), []],
    [
      'one that moves away is gone',
      update({ lead_id: 'lead_2' }, { object: 'contact', objectId: 'cont_1' }),
      [],
    ],
    ['one of another lead does not matter', { ...deletion('cont_1'), leadId: 'lead_2' }, lead.contacts],
    ['a note is not part of it', { ...creation({ note: 'x' }), object: 'note' }, lead.contacts],
  ])('%s', (_what, operation, contacts) => {
    expect(withOperations(lead, [operation]).contacts).toEqual(contacts)
  })
})

describe('what a field is doing', () => {
  test.each<[string, Update[], string]>([
    ['nothing', [], 'saved'],
    ['an edit on its way', [edit(1, { name: 'A' })], 'saving'],
    ['an edit of another field', [edit(1, { url: 'x' })], 'saved'],
    ['a refusal', [failed(1, { name: 'A' })], 'failed'],
    [
      'an edit that waits for the network',
      [update({ name: 'A' }, { state: { kind: 'waiting', stalled: { kind: 'network' } } })],
      'waiting',
    ],
    [
      'an edit that a colleague crossed',
      [update({ name: 'A' }, { state: { kind: 'conflict', theirs: { name: 'C' } } })],
      'conflict',
    ],
    ['a refused value of several', [failed(1, { 'name.add': 'A', name: 'x' })], 'failed'],
  ])('%s', (_what, edits, kind) => expect(fieldState(edits, 'name').kind).toBe(kind))
})

describe('refused edits that a later one has made pointless', () => {
  test.each<[string, Update[], number[]]>([
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
      [{ ...failed(1, { name: 'A' }), leadId: 'lead_2', objectId: 'lead_2' }, edit(2, { name: 'B' })],
      [1, 2],
    ],
  ])('%s', (_what, edits, keys) => {
    expect(withoutSuperseded(edits).map(({ id }) => Number(id))).toEqual(keys)
  })
})
