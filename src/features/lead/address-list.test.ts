import type { Address } from '#model/lead.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { ADDRESS_KEYS, changeAddresses, isBlankAddress, toAddressValues } from './address-list.ts'

const leeds: Address = {
  label: 'business',
  address_1: '12 Mill Lane',
  city: 'Leeds',
  country: 'GB',
  tz_ids: ['x'],
}
const bonn: Address = { label: 'mailing', address_1: 'Am Markt 3', city: 'Bonn', country: 'DE' }

test('adds at the end what was given', () => {
  const values = { ...toAddressValues({}), label: 'other', city: ' Łódź ' }
  expect(changeAddresses([leeds], { kind: 'add', values })).toEqual([leeds, { label: 'other', city: 'Łódź' }])
})

test('an edit touches only what changed and keeps unknown keys', () => {
  const values = { ...toAddressValues(leeds), city: 'York' }
  expect(changeAddresses([bonn, leeds], { kind: 'edit', address: leeds, values })).toEqual([
    bonn,
    { ...leeds, city: 'York' },
  ])
})

test('a colleague who added or removed one meanwhile loses nothing', () => {
  const values = { ...toAddressValues(leeds), city: 'York' }
  expect(changeAddresses([bonn], { kind: 'edit', address: leeds, values })).toEqual([
    bonn,
    { ...leeds, city: 'York' },
  ])
  expect(changeAddresses([bonn], { kind: 'remove', address: leeds })).toEqual([bonn])
  expect(changeAddresses([bonn, leeds], { kind: 'remove', address: leeds })).toEqual([bonn])
})

test('of two equal addresses one is removed', () => {
  expect(changeAddresses([leeds, leeds], { kind: 'remove', address: leeds })).toEqual([leeds])
})

test('an edit that changes nothing changes nothing', () => {
  const address = fc.record(
    Object.fromEntries(ADDRESS_KEYS.map((key) => [key, fc.string().map((text) => text.trim())])),
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(address, { minLength: 1 }), (list) => {
      const first = list[0] ?? {}
      const change = { kind: 'edit', address: first, values: toAddressValues(first) } as const
      expect(changeAddresses(list, change)).toEqual(list)
    }),
  )
})

test('a label alone is no address', () => {
  expect(isBlankAddress(toAddressValues({ label: 'business' }))).toBe(true)
  expect(isBlankAddress(toAddressValues({ country: 'GB' }))).toBe(false)
})
