import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { sameValue } from './lead-merge.ts'
import { applyLeadPatch, inverseLeadPatch, patchedFields, type Patch } from './lead-patch.ts'

const DAYS = 'custom.cf_days'
const SOURCE = 'custom.cf_source'

describe('what an update does (Lead API, "Update an existing lead")', () => {
  const lead = { id: 'lead_1', name: 'Bluth', [SOURCE]: 'Fair', [DAYS]: ['Monday', 'Tuesday'] }
  test.each<[string, Patch, Record<string, unknown>]>([
    ['only named fields change', { name: 'Sitwell' }, { ...lead, name: 'Sitwell' }],
    [
      'null unsets a custom field: its key goes',
      { [SOURCE]: null },
      { id: 'lead_1', name: 'Bluth', [DAYS]: lead[DAYS] },
    ],
    ['an empty text unsets it too', { [SOURCE]: '' }, { id: 'lead_1', name: 'Bluth', [DAYS]: lead[DAYS] }],
    ['a list replaces the whole list', { [DAYS]: ['Friday'] }, { ...lead, [DAYS]: ['Friday'] }],
    [
      '.add appends one value',
      { [`${DAYS}.add`]: 'Friday' },
      { ...lead, [DAYS]: ['Monday', 'Tuesday', 'Friday'] },
    ],
    ['.add of a value that is there changes nothing', { [`${DAYS}.add`]: 'Monday' }, lead],
    ['.add starts a list', { 'custom.cf_new.add': 'A' }, { ...lead, 'custom.cf_new': ['A'] }],
    ['.remove takes one value away', { [`${DAYS}.remove`]: 'Monday' }, { ...lead, [DAYS]: ['Tuesday'] }],
    ['.remove of a missing value changes nothing', { [`${DAYS}.remove`]: 'Sunday' }, lead],
    [
      'a set comes before an add, an add before a remove',
      { [`${DAYS}.remove`]: 'B', [`${DAYS}.add`]: 'B', [DAYS]: ['A'] },
      { ...lead, [DAYS]: ['A'] },
    ],
    ['null on a built-in field stays as null', { name: null }, { ...lead, name: null }],
  ])('%s', (_rule, patch, expected) => {
    expect(applyLeadPatch(lead, patch)).toEqual(expected)
  })

  test('removing the last value unsets the field', () => {
    const one = { id: 'lead_1', [DAYS]: ['Monday'] }
    expect(applyLeadPatch(one, { [`${DAYS}.remove`]: 'Monday' })).toEqual({ id: 'lead_1' })
  })

  test('the lead itself is never touched', () => {
    const frozen = Object.freeze({ ...lead, [DAYS]: Object.freeze([...lead[DAYS]]) })
    applyLeadPatch(frozen, { [`${DAYS}.add`]: 'Friday', name: null })
    expect(frozen).toEqual(lead)
  })

  test('fields are named once, without .add and .remove', () => {
    expect(patchedFields({ name: 'a', [`${DAYS}.add`]: 1, [`${DAYS}.remove`]: 2 })).toEqual(['name', DAYS])
  })
})

const value = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const several = fc.uniqueArray(value, { minLength: 1, maxLength: 5 })
const lead = fc
  .record(
    { name: fc.option(fc.string()), description: fc.string(), one: value, many: several },
    { requiredKeys: [] },
  )
  .map(({ name, description, one, many }) => ({
    id: 'lead_1',
    name: name ?? null,
    description: description ?? '',
    ...(one === undefined ? {} : { [SOURCE]: one }),
    ...(many === undefined ? {} : { [DAYS]: many }),
  }))
const step = fc.oneof(
  value.map((v): Patch => ({ [`${DAYS}.add`]: v })),
  value.map((v): Patch => ({ [`${DAYS}.remove`]: v })),
  fc.option(value).map((v): Patch => ({ [SOURCE]: v })),
  fc.option(several).map((v): Patch => ({ [DAYS]: v })),
  fc.option(fc.string()).map((v): Patch => ({ name: v })),
)

/** Equal as a rep sees it: several values are a set. */
function expectSame(a: Record<string, unknown>, b: Record<string, unknown>): void {
  const different = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !sameValue(a[key], b[key]),
  )
  expect(different).toEqual([])
}

describe('laws', () => {
  test('a patch, then its inverse, is identity', () => {
    fc.assert(
      fc.property(lead, step, (before, patch) => {
        const after = applyLeadPatch(before, patch)
        expectSame(applyLeadPatch(after, inverseLeadPatch(before, patch)), before)
      }),
    )
  })

  test('an inverse names only fields that the patch named', () => {
    fc.assert(
      fc.property(lead, step, (before, patch) => {
        const named = new Set(patchedFields(patch))
        expect(patchedFields(inverseLeadPatch(before, patch)).every((field) => named.has(field))).toBe(true)
      }),
    )
  })

  test('adds and removes of different values commute', () => {
    const edit = fc.tuple(fc.constantFrom('add', 'remove'), value)
    fc.assert(
      fc.property(lead, edit, edit, (before, [op1, a], [op2, b]) => {
        fc.pre(a !== b)
        const first = { [`${DAYS}.${op1}`]: a }
        const second = { [`${DAYS}.${op2}`]: b }
        expectSame(
          applyLeadPatch(applyLeadPatch(before, first), second),
          applyLeadPatch(applyLeadPatch(before, second), first),
        )
      }),
    )
  })

  test('adding or removing twice is the same as once', () => {
    fc.assert(
      fc.property(lead, step, (before, patch) => {
        const once = applyLeadPatch(before, patch)
        expectSame(applyLeadPatch(once, patch), once)
      }),
    )
  })
})
