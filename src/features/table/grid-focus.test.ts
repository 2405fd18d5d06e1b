import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveFocus, typedCharacter } from './grid-focus.ts'

const SIZE = { rows: 100, columns: 6, page: 20 }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false })

test.each([
  ['ArrowDown', [3, 2], [4, 2]],
  ['ArrowUp', [3, 2], [2, 2]],
  ['ArrowUp', [0, 2], [-1, 2]],
  ['ArrowUp', [-1, 2], [-1, 2]],
  ['ArrowDown', [99, 2], [99, 2]],
  ['ArrowLeft', [3, 0], [3, 0]],
  ['ArrowRight', [3, 5], [3, 5]],
  ['Home', [3, 4], [3, 0]],
  ['End', [3, 1], [3, 5]],
  ['PageDown', [3, 1], [23, 1]],
  ['PageDown', [95, 1], [99, 1]],
  ['PageUp', [95, 1], [75, 1]],
  ['PageUp', [3, 1], [0, 1]],
  ['PageUp', [-1, 1], [-1, 1]],
])('%s from %j goes to %j', (key, [row = 0, column = 0], [toRow, toColumn]) => {
  expect(moveFocus({ row, column }, press(key), SIZE)).toEqual({ row: toRow, column: toColumn })
})

test.each([
  ['Home', [0, 0]],
  ['End', [99, 5]],
  ['ArrowUp', [0, 3]],
  ['ArrowDown', [99, 3]],
  ['ArrowLeft', [40, 0]],
  ['ArrowRight', [40, 5]],
])('Ctrl+%s from the middle goes to %j', (key, [row, column]) => {
  expect(moveFocus({ row: 40, column: 3 }, press(key, true), SIZE)).toEqual({ row, column })
})

test('no key leaves the grid', () => {
  const size = fc.record({
    rows: fc.nat(50),
    columns: fc.integer({ min: 1, max: 9 }),
    page: fc.integer({ min: 1, max: 30 }),
  })
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  )
  fc.assert(
    fc.property(size, fc.array(fc.tuple(keys, fc.boolean())), (grid, presses) => {
      const end = presses.reduce((place, [key, ctrl]) => moveFocus(place, press(key, ctrl), grid) ?? place, {
        row: -1,
        column: 0,
      })
      expect(end.row).toBeGreaterThanOrEqual(-1)
      expect(end.row).toBeLessThan(Math.max(grid.rows, 0))
      expect(end.column).toBeGreaterThanOrEqual(0)
      expect(end.column).toBeLessThan(grid.columns)
    }),
  )
})

test.each([
  ['a', 'a'],
  ['ü', 'ü'],
  ['7', '7'],
  ['😀', '😀'],
  [' ', null],
  ['Enter', null],
  ['F2', null],
  ['Dead', null],
])('pressing %s types %s', (key, typed) => {
  expect(typedCharacter(press(key))).toBe(typed)
})

test('shortcuts type nothing', () => {
  expect(typedCharacter(press('a', true))).toBeNull()
})
