import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { dropIndex, gapAt, moveItem } from './move-item.ts'

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [1, 2, 'acb'],
  [1, -1, 'bac'],
  [1, 9, 'acb'],
  [9, 0, 'abc'],
])('moves %i to %i', (from, to, expected) => {
  expect(moveItem(['a', 'b', 'c'], from, to).join('')).toBe(expected)
})

test('moving there and back changes nothing, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (items, a, b) => {
      const from = a % items.length
      const to = b % items.length
      const moved = moveItem(items, from, to)
      expect(moved[to]).toBe(items[from])
      expect(moveItem(moved, to, from)).toEqual(items)
    }),
  )
})

test('a drop right before or after itself leaves it where it is', () => {
  expect(dropIndex(2, 2)).toBe(2)
  expect(dropIndex(2, 3)).toBe(2)
  expect(dropIndex(2, 0)).toBe(0)
  expect(dropIndex(0, 3)).toBe(2)
})

test.each([
  [-5, 0],
  [9, 0],
  [11, 1],
  [29, 1],
  [35, 2],
  [500, 2],
])('at height %i the nearest gap is %i', (y, gap) => {
  const boxes = [
    { top: 0, bottom: 20 },
    { top: 20, bottom: 40 },
  ]
  expect(gapAt(y, boxes)).toBe(gap)
})
