import { BUILT_IN_COLUMNS, customFieldColumn } from '#model/lead-column.ts'
import { filterOps, formatFilter, isCompleteFilter, parseFilter } from '#model/search.ts'
import { expect, test } from 'vitest'
import { activeFilters, changeFilter, newFilter, removeFilter, valueControl, withEnd } from './filter-list.ts'

const TYPES = [
  'text',
  'textarea',
  'number',
  'date',
  'datetime',
  'choices',
  'user',
  'contact',
  'custom_object',
]
const COLUMNS = [
  ...BUILT_IN_COLUMNS,
  ...TYPES.flatMap((type) =>
    [false, true].map((multiple) =>
      customFieldColumn({ id: `cf_${type}`, name: type, type, accepts_multiple_values: multiple }),
    ),
  ),
]

test.each(COLUMNS)('a new filter on $label filters nothing yet and survives in the address', (column) => {
  const filter = newFilter(column)
  if (!filter) return expect(filterOps(column)).toEqual([])
  expect(isCompleteFilter(filter)).toBe(filter.op === 'set')
  expect(parseFilter(formatFilter(filter))).toEqual(filter)
})

test('each operator of each column has a control', () => {
  const controls = COLUMNS.flatMap((column) => filterOps(column).map((op) => valueControl(column, op)))
  expect(new Set(controls)).toEqual(new Set(['none', 'pick', 'text', 'numbers', 'dates']))
  for (const column of COLUMNS) {
    if (filterOps(column).some((op) => valueControl(column, op) === 'pick')) {
      expect(['status', 'choices', 'user']).toContain(column.kind)
    }
  }
})

test('filters are changed and removed by place', () => {
  const filters = [
    { field: 'url', op: 'contains' as const, values: ['a'] },
    { field: 'url', op: 'contains' as const, values: [] },
  ]
  expect(changeFilter(filters, 1, { values: ['b'] })[1]).toEqual({
    field: 'url',
    op: 'contains',
    values: ['b'],
  })
  expect(removeFilter(filters, 0)).toEqual([filters[1]])
  expect(activeFilters(filters)).toBe(1)
})

test.each([
  [[], 'from', '5', ['5', '']],
  [['5', ''], 'to', '9', ['5', '9']],
  [['5', '9'], 'from', '', ['', '9']],
  [['', '9'], 'to', '', []],
] as const)('%j with %s %s is %j', (values, end, value, expected) => {
  expect(withEnd(values, end, value)).toEqual(expected)
})
