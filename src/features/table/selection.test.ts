import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EVERYTHING_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  selectedCount,
  withoutGone,
  withSelected,
} from './selection.ts'

const LEADS = ['a', 'b', 'c', 'd', 'e', 'f']
const steps = fc.array(fc.tuple(fc.subarray(LEADS), fc.boolean()))

describe.each([
  ['nothing', NOTHING_SELECTED, false],
  ['everything', EVERYTHING_SELECTED, true],
])('starting with %s', (_name, start, first) => {
  test('each lead is as the last step that named it left it, and the count agrees', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const selection = all.reduce((now, [ids, on]) => withSelected(now, ids, on), start)
        const expected = LEADS.filter((id) => all.findLast(([ids]) => ids.includes(id))?.[1] ?? first)
        expect(LEADS.filter((id) => isSelected(selection, id))).toEqual(expected)
        expect(selectedCount(selection, LEADS.length)).toBe(expected.length)
      }),
    )
  })

  test('deleted leads leave the selection, the others stay', () => {
    fc.assert(
      fc.property(steps, fc.subarray(LEADS), (all, deleted) => {
        const gone = new Set(deleted)
        const selection = all.reduce((now, [ids, on]) => withSelected(now, ids, on), start)
        const rest = LEADS.filter((id) => !gone.has(id))
        const after = withoutGone(selection, gone)
        expect(rest.filter((id) => isSelected(after, id))).toEqual(
          rest.filter((id) => isSelected(selection, id)),
        )
        expect(selectedCount(after, rest.length)).toBe(rest.filter((id) => isSelected(after, id)).length)
      }),
    )
  })
})

test('nothing gone keeps the object, so that nothing is drawn again', () => {
  const selection = withSelected(NOTHING_SELECTED, ['a'], true)
  expect(withoutGone(selection, new Set(['z']))).toBe(selection)
})
