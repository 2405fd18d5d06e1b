import { BUILT_IN_COLUMNS, customFieldColumn, leadColumns } from '#model/lead-column.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clampWidth,
  columnsParam,
  moveColumn,
  nextSort,
  shownColumns,
  toggleColumn,
} from './column-layout.ts'

const field = (id: string, type = 'text') => ({
  id,
  name: id.toUpperCase(),
  type,
  accepts_multiple_values: false,
})
const ALL = leadColumns([field('cf_a'), field('cf_b', 'number'), field('cf_secret', 'hidden')])
const ids = (columns: { id: string }[]) => columns.map(({ id }) => id)

describe('shownColumns', () => {
  test('without a choice shows the usual columns, name first', () => {
    expect(ids(shownColumns(null, ALL)).slice(0, 2)).toEqual(['display_name', 'status_id'])
    expect(ids(shownColumns(null, ALL))).toContain('custom.cf_b')
  })

  test.each([
    [
      ['status_id', 'url'],
      ['display_name', 'status_id', 'url'],
    ],
    [
      ['url', 'display_name', 'status_id'],
      ['display_name', 'url', 'status_id'],
    ],
    [
      ['url', 'url', 'custom.cf_gone', 'custom.cf_a'],
      ['display_name', 'url', 'custom.cf_a'],
    ],
    [['custom.cf_secret'], ['display_name']],
    [[], ['display_name']],
  ])('%j shows %j', (wanted, shown) => {
    expect(ids(shownColumns(wanted, ALL))).toEqual(shown)
  })
})

test('the usual columns in their order need no place in the address', () => {
  const usual = ids(shownColumns(null, ALL))
  expect(columnsParam(usual, ALL)).toBeNull()
  expect(columnsParam(usual.slice(0, -1), ALL)).toEqual(usual.slice(0, -1))
  expect(columnsParam(moveColumn(usual, 'status_id', 3), ALL)).not.toBeNull()
})

describe('changes', () => {
  const step = fc.tuple(fc.constantFrom(...ids(ALL)), fc.option(fc.nat(20)))
  test('keep the name first and every column at most once', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce<string[]>(
          (shown, [id, to]) => (to === null ? toggleColumn(shown, id) : moveColumn(shown, id, to)),
          ids(shownColumns(null, ALL)),
        )
        expect(end[0]).toBe('display_name')
        expect(new Set(end).size).toBe(end.length)
        expect(ids(shownColumns(end, ALL))).toEqual(end)
      }),
    )
  })

  test.each([
    ['c', 1, ['display_name', 'c', 'a', 'b']],
    ['a', 3, ['display_name', 'b', 'c', 'a']],
    ['a', 99, ['display_name', 'b', 'c', 'a']],
    ['c', 0, ['display_name', 'c', 'a', 'b']],
    ['display_name', 2, ['display_name', 'a', 'b', 'c']],
    ['nowhere', 2, ['display_name', 'a', 'b', 'c']],
  ])('moving %s to %i gives %j', (id, to, expected) => {
    expect(moveColumn(['display_name', 'a', 'b', 'c'], id, to)).toEqual(expected)
  })
})

test('sorting by a column goes up, down, off; another column starts over', () => {
  const up = nextSort(null, 'url')
  expect(up).toEqual({ field: 'url', direction: 'asc' })
  const down = nextSort(up, 'url')
  expect(down).toEqual({ field: 'url', direction: 'desc' })
  expect(nextSort(down, 'url')).toBeNull()
  expect(nextSort(down, 'status_id')).toEqual({ field: 'status_id', direction: 'asc' })
})

test.each([
  [200.4, 200],
  [-5, 72],
  [5000, 900],
])('a width of %d becomes %d', (width, expected) => {
  expect(clampWidth(width)).toBe(expected)
})

test('columns come with the widths they were given', () => {
  expect(BUILT_IN_COLUMNS.every(({ width }) => clampWidth(width) === width)).toBe(true)
  expect(customFieldColumn(field('cf_a')).width).toBeGreaterThan(0)
})
