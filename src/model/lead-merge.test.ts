import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { asList } from './lead-patch.ts'
import { mergeLeads, mergeOrigin, sameValue, suggestDestination } from './lead-merge.ts'

const FIELDS = [
  { id: 'cf_one', accepts_multiple_values: false },
  { id: 'cf_many', accepts_multiple_values: true },
]

describe('what a merge keeps (contract 9)', () => {
  const home = { label: 'business', address_1: '12 Mill Lane', city: 'Leeds', country: 'GB' }
  const other = { label: 'business', address_1: '1 High St', city: 'York', country: 'GB' }

  test.each([
    ['the destination keeps its name', { name: 'A' }, { name: 'B' }, { name: 'A' }],
    ["an empty name is filled from the source's", { name: null }, { name: 'B' }, { name: 'B' }],
    ['an empty description is filled', { description: '' }, { description: 'text' }, { description: 'text' }],
    [
      'a URL that is there stays',
      { url: 'http://a.example' },
      { url: 'http://b.example' },
      { url: 'http://a.example' },
    ],
    [
      'the status stays even where the source differs',
      { status_id: 's1' },
      { status_id: 's2' },
      { status_id: 's1' },
    ],
    ['a single value stays', { 'custom.cf_one': 'x' }, { 'custom.cf_one': 'y' }, { 'custom.cf_one': 'x' }],
    ['a missing single value is filled', {}, { 'custom.cf_one': 'y' }, { 'custom.cf_one': 'y' }],
    [
      "several values are united, the destination's first",
      { 'custom.cf_many': ['B', 'A'] },
      { 'custom.cf_many': ['C', 'B'] },
      { 'custom.cf_many': ['B', 'A', 'C'] },
    ],
  ])('%s', (_rule, destination, source, expected) => {
    expect(mergeLeads(destination, source, FIELDS)).toEqual({ ...expected, addresses: [] })
  })

  test('addresses that are equal in every part are kept once', () => {
    const merged = mergeLeads({ addresses: [home] }, { addresses: [other, { ...home }] }, FIELDS)
    expect(merged.addresses).toEqual([home, other])
  })

  test('neither lead is changed', () => {
    const destination = Object.freeze({
      addresses: Object.freeze([home]),
      'custom.cf_many': Object.freeze(['A']),
    })
    mergeLeads(destination, { addresses: [other], 'custom.cf_many': ['B'] }, FIELDS)
    expect(destination.addresses).toEqual([home])
  })

  test('origins name where a value comes from', () => {
    const destination = { name: 'A', url: null, 'custom.cf_many': ['A'] }
    const source = { name: 'B', url: 'http://b.example', 'custom.cf_many': ['B'] }
    const merged = mergeLeads(destination, source, FIELDS)
    expect(
      ['name', 'url', 'custom.cf_many', 'description'].map((key) =>
        mergeOrigin(key, destination, source, merged),
      ),
    ).toEqual(['destination', 'source', 'both', 'neither'])
  })
})

describe('which lead to keep', () => {
  test('the one with opportunities', () => {
    const old = { id: 'a', opportunities: [], date_created: '2020' }
    const rich = { id: 'b', opportunities: [{}], date_created: '2026' }
    expect(suggestDestination(old, rich).id).toBe('b')
  })
  test('else the one created first', () => {
    expect(suggestDestination({ id: 'a', date_created: '2026' }, { id: 'b', date_created: '2025' }).id).toBe(
      'b',
    )
  })
})

describe('laws', () => {
  const values = fc.array(fc.constantFrom('A', 'B', 'C', 'D'))
  const lead = fc.record(
    { name: fc.option(fc.string()), 'custom.cf_one': fc.string({ minLength: 1 }), 'custom.cf_many': values },
    { requiredKeys: [] },
  )
  test('no value of several is lost, and merging again changes nothing', () => {
    fc.assert(
      fc.property(lead, lead, (destination, source) => {
        const merged = mergeLeads(destination, source, FIELDS)
        const all = [...asList(destination['custom.cf_many']), ...asList(source['custom.cf_many'])]
        expect(all.every((value) => asList(merged['custom.cf_many']).includes(value))).toBe(true)
        expect(mergeLeads(merged, source, FIELDS)).toEqual(merged)
      }),
    )
  })
  test('values compare as sets, unset values as equal', () => {
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(sameValue('', null)).toBe(true)
    expect(sameValue({ a: 1, b: '' }, { a: 1 })).toBe(true)
    expect(sameValue('a', 'b')).toBe(false)
  })
})
