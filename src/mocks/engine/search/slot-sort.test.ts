import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareValues, idOrderOf, sortSlots, type SortValue } from './slot-sort.ts'

/** Texts that begin alike, in several scripts, with characters that no screen shows. */
const text = fc.oneof(
  fc.constantFrom('', 'a', 'a\0', 'a\0\0', 'müller', 'müller & co', 'ÿ', 'Ā', '株式会社', '株式会社寿', '🥐'),
  fc.string({ unit: fc.constantFrom('a', 'b', 'ÿ', 'Ā', '式', '\0'), maxLength: 12 }),
)
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 1e-300, 1e300, -1e300, 1.7e12, 1.7e12 + 0.001, Number.MAX_SAFE_INTEGER),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 3 }),
)
const column = fc.oneof(
  fc.array(fc.option(text, { nil: undefined }), { maxLength: 200 }),
  fc.array(fc.option(number, { nil: undefined }), { maxLength: 200 }),
  fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }), {
    minLength: 40,
    maxLength: 200,
  }),
  fc.array(fc.integer({ min: 1.7e12, max: 1.8e12 }), { minLength: 40, maxLength: 200 }),
)
const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `lead_${(at * 7919) % 1009}x${at % 3}`)

test('rows stand as comparing each pair would put them, equal ones by a second key or by id', () => {
  fc.assert(
    fc.property(column, fc.boolean(), fc.boolean(), (values: SortValue[], descending, hasTies) => {
      const slots = Int32Array.from(values.keys())
      const names = ids(values.length)
      const ties = hasTies ? (a: number, b: number) => (a % 3) - (b % 3) : undefined
      const byId = (a: number, b: number) => compareValues(names[a], names[b], false)
      const expected = [...slots].sort(
        (a, b) => compareValues(values[a], values[b], descending) || (ties?.(a, b) ?? 0) || byId(a, b),
      )
      const rows = { ids: names, idOrder: () => idOrderOf(Int32Array.from(values.keys()), names) }
      expect([...sortSlots(slots, values, descending, rows, ties)]).toEqual(expected)
    }),
    { numRuns: 400 },
  )
})

test('thousands of rows, most of them equal', () => {
  const values = Array.from({ length: 5000 }, (_, at) => (at % 11 === 0 ? `label ${at % 5}` : undefined))
  const names = ids(values.length)
  const rows = { ids: names, idOrder: () => idOrderOf(Int32Array.from(values.keys()), names) }
  const expected = [...values.keys()].sort(
    (a, b) => compareValues(values[a], values[b], true) || compareValues(names[a], names[b], false),
  )
  expect([...sortSlots(Int32Array.from(values.keys()), values, true, rows)]).toEqual(expected)
})

test('texts that differ in what no screen shows', () => {
  const values = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 'a' : 'a\0'))
  const names = ids(values.length)
  const rows = { ids: names, idOrder: () => idOrderOf(Int32Array.from(values.keys()), names) }
  const sorted = [...sortSlots(Int32Array.from(values.keys()), values, false, rows)]
  expect(sorted.map((slot) => values[slot])).toEqual([...values].sort())
})
