import { describe, expect, test } from 'vitest'

import {
  countDuplicates,
  countOutcomes,
  firstDecisions,
  groupProblems,
  missingChoices,
  nameKey,
  rowOutcomes,
  unknownStatuses,
  whyNotSent,
  type CheckDecisions,
  type CheckedRow,
} from './import-check.ts'

const row = (index: number, more: Partial<CheckedRow> = {}): CheckedRow => ({
  index,
  problems: [],
  newChoices: [],
  unknownStatus: null,
  key: `name ${index}`,
  ...more,
})
const error = { severity: 'error', at: 1, message: 'Not a date.' } as const
const warning = { severity: 'warning', at: null, message: 'Short.' } as const
/** Nothing decided in favour of anything. */
const STRICT: CheckDecisions = {
  unknownStatus: 'fail',
  addChoices: new Set(),
  repeated: 'import',
  existing: 'skip',
}
const FOUND = new Map([['known', [{ id: 'lead_1', display_name: 'Known' }]]])

function outcome(rows: CheckedRow[], decisions: Partial<CheckDecisions> = {}) {
  return rowOutcomes(rows, FOUND, { ...STRICT, ...decisions })
}

test.each([
  [' Acme  Ltd ', 'acme ltd'],
  ['ACME\nLtd', 'acme ltd'],
  ['Cafe\u0301', 'café'],
  ['  ', null],
  [undefined, null],
])('the key of %j is %j', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

describe('what happens to a row', () => {
  test.each<[string, Partial<CheckedRow>, Partial<CheckDecisions>, string]>([
    ['sound', {}, {}, 'ready'],
    ['with an error', { problems: [warning, error] }, {}, 'fail'],
    ['with a warning', { problems: [warning] }, {}, 'warning'],
    ['of a name that exists', { key: 'known' }, {}, 'skip'],
    ['of a name that exists, wanted all the same', { key: 'known' }, { existing: 'import' }, 'warning'],
    ['with an unknown status', { unknownStatus: 'Hot' }, {}, 'fail'],
    ['with an unknown status, defaulted', { unknownStatus: 'Hot' }, { unknownStatus: 'default' }, 'warning'],
    ['with a new choice', { newChoices: [{ fieldId: 'cf_1', value: 'x' }] }, {}, 'fail'],
    [
      'with a choice to add',
      { newChoices: [{ fieldId: 'cf_1', value: 'x' }] },
      { addChoices: new Set(['cf_1']) },
      'ready',
    ],
    [
      'with a choice of another field',
      { newChoices: [{ fieldId: 'cf_2', value: 'x' }] },
      { addChoices: new Set(['cf_1']) },
      'fail',
    ],
  ])('%s', (_, more, decisions, expected) => {
    expect(outcome([row(0, more)], decisions)).toEqual([expected])
  })

  test('of rows with one name, the first that can be imported is', () => {
    const rows = [
      row(0, { key: 'a', problems: [error] }),
      row(1, { key: 'a' }),
      row(2, { key: 'a' }),
      row(3, { key: null }),
    ]
    expect(outcome(rows)).toEqual(['fail', 'ready', 'warning', 'ready'])
    expect(outcome(rows, { repeated: 'skip' })).toEqual(['fail', 'ready', 'skip', 'ready'])
    expect(countDuplicates(rows, FOUND)).toEqual({ repeated: 2, existing: 0 })
  })
})

test('reasons name the column, the status and the choice', () => {
  const bad = row(0, {
    problems: [error, warning],
    unknownStatus: 'Hot',
    newChoices: ['x', 'y'].map((value) => ({ fieldId: 'cf_1', value })),
  })
  const why = (checked: CheckedRow, result: 'fail' | 'skip' | 'ready') =>
    whyNotSent(
      checked,
      result,
      STRICT,
      ['name', 'signed'],
      [{ id: 'cf_1', name: 'Size', type: 'choices', accepts_multiple_values: false }],
      FOUND,
    )
  expect(why(bad, 'fail')).toBe(
    'signed: Not a date. There is no status "Hot". "x", "y" are no choices of Size.',
  )
  expect(why(row(0, { key: 'known' }), 'skip')).toBe('Skipped: a lead of this name exists.')
  expect(why(row(0), 'skip')).toBe('Skipped: an earlier row has this name.')
  expect(why(row(0), 'ready')).toBeNull()
})

test('problems, choices and statuses are gathered', () => {
  const rows = [
    row(0, { problems: [warning], unknownStatus: 'Hot', newChoices: [{ fieldId: 'cf_1', value: 'x' }] }),
    row(1, {
      problems: [error],
      newChoices: [
        { fieldId: 'cf_1', value: 'x' },
        { fieldId: 'cf_1', value: 'y' },
      ],
    }),
    row(2, { problems: [warning], unknownStatus: 'Hot' }),
  ]
  expect(groupProblems(rows)).toEqual([
    { ...error, rows: [1] },
    { ...warning, rows: [0, 2] },
  ])
  expect(missingChoices(rows)).toEqual([{ fieldId: 'cf_1', values: ['x', 'y'], rows: 2 }])
  expect(unknownStatuses(rows)).toEqual([{ label: 'Hot', rows: 2 }])
  expect(countOutcomes(outcome(rows))).toEqual({ ready: 0, warning: 0, fail: 3, skip: 0 })
})

test('a few new choices are proposed; not many, and none for a shared field', () => {
  const values = (fieldId: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ fieldId, value: `${i}` }))
  const rows = [row(0, { newChoices: [...values('cf_few', 50), ...values('cf_many', 51)] })]
  const field = (id: string, isShared = false) => ({
    id,
    name: id,
    type: 'choices',
    accepts_multiple_values: true,
    is_shared: isShared,
  })
  const own = new Set(['cf_few'])
  expect(firstDecisions(rows, [field('cf_few'), field('cf_many')])).toEqual({ ...STRICT, addChoices: own })
  expect(firstDecisions(rows, [field('cf_few', true), field('cf_many')])).toEqual(STRICT)
})
