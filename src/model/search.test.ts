import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { BUILT_IN_COLUMNS, customFieldColumn, type LeadColumn } from './lead-column.ts'
import { parseView, viewSearch, type TableView } from './paths.ts'
import {
  domainOf,
  FILTER_OPS,
  formatFilter,
  parseFilter,
  parseSort,
  sameLeadQuery,
  searchQuery,
  searchSort,
  type LeadFilter,
} from './search.ts'

const TECH: LeadColumn = customFieldColumn({
  id: 'cf_tech',
  name: 'Technologies',
  type: 'choices',
  choices: ['rust', 'go'],
  accepts_multiple_values: true,
})
const COLUMNS = [...BUILT_IN_COLUMNS, TECH]

const filter = fc.record({
  field: fc.string({ minLength: 1 }),
  op: fc.constantFrom(...FILTER_OPS),
  values: fc.array(fc.string()),
})

describe('addresses', () => {
  test('a filter survives the address', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(parseFilter(formatFilter(one))).toEqual(one)
      }),
    )
  })

  test('a view survives the address', () => {
    const view = fc.record<TableView>({
      q: fc.string(),
      filters: fc.array(filter, { maxLength: 3 }),
      sort: fc.option(
        fc.record({
          field: fc.constantFrom('name', 'custom.cf_x'),
          direction: fc.constantFrom('asc', 'desc'),
        }),
      ),
      columns: fc.option(fc.array(fc.constantFrom('name', 'custom.cf_x'), { minLength: 1 })),
    })
    fc.assert(
      fc.property(view, (one) => {
        expect(parseView(viewSearch(one))).toEqual(one)
      }),
    )
  })

  test.each(['?f=', '?f=name', '?f=name~nonsense~x', '?sort=', '?q', '?columns=', '?f=%E0%A4%A'])(
    'a mistyped address is read as far as it makes sense: %s',
    (search) => expect(parseView(search).filters).toEqual([]),
  )

  test('sorts carry their direction', () => {
    expect(parseSort('-date_created')).toEqual({ field: 'date_created', direction: 'desc' })
    expect(parseSort('name')).toEqual({ field: 'name', direction: 'asc' })
  })
})

describe('queries (contract 18)', () => {
  const conditionsOf = (filters: LeadFilter[]) =>
    searchQuery({ q: '', filters }, COLUMNS)['queries'] as unknown[]

  test('every query names the object it searches', () => {
    expect(conditionsOf([])).toEqual([{ type: 'object_type', negate: false, object_type: 'lead' }])
  })

  test('any of several choices', () => {
    expect(conditionsOf([{ field: 'custom.cf_tech', op: 'any', values: ['rust'] }])[1]).toEqual({
      type: 'field_condition',
      negate: false,
      field: { type: 'custom_field', custom_field_id: 'cf_tech' },
      condition: { type: 'term', values: ['rust'] },
    })
  })

  test('"none of" says that empty counts too', () => {
    expect(conditionsOf([{ field: 'custom.cf_tech', op: 'none', values: ['rust'] }])[1]).toMatchObject({
      type: 'or',
      queries: [{ negate: true }, { negate: true, condition: { type: 'exists' } }],
    })
  })

  test('filters without a value and on unknown columns filter nothing', () => {
    expect(
      conditionsOf([
        { field: 'custom.cf_tech', op: 'any', values: [''] },
        { field: 'custom.cf_gone', op: 'any', values: ['x'] },
      ]),
    ).toHaveLength(1)
  })

  test('a status sorts by its label, with a second key that keeps pages stable', () => {
    expect(searchSort({ field: 'status_id', direction: 'asc' }, COLUMNS)).toEqual([
      { direction: 'asc', field: { type: 'regular_field', object_type: 'lead', field_name: 'status_label' } },
      {
        direction: 'desc',
        field: { type: 'regular_field', object_type: 'lead', field_name: 'date_created' },
      },
    ])
  })

  test('a field that cannot be sorted falls back to the usual order', () => {
    expect(searchSort({ field: 'custom.cf_tech', direction: 'asc' }, COLUMNS)).toEqual(
      searchSort(null, COLUMNS),
    )
  })
})

describe('leads that look the same', () => {
  test.each([
    ['https://www.Example.com/about', 'example.com'],
    ['example.com', 'example.com'],
    ['', null],
    ['not a url', null],
    ['http://localhost', null],
  ])('the domain of %j is %j', (url, domain) => expect(domainOf(url)).toBe(domain))

  test('nothing to go by asks nothing', () => {
    expect(sameLeadQuery({ name: ' ', url: '', emails: ['x'] })).toBeNull()
  })
})
