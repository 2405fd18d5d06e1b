import { expect, test } from 'vitest'

import { COUNTRY_CODES, countryName, countryOptions, createCountryReader } from './country.ts'

const read = createCountryReader()

test.each([
  ['US', 'US'],
  ['us', 'US'],
  [' United States ', 'US'],
  ['USA', 'US'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['U.K.', null],
  ['UK', 'GB'],
  ['Côte d’Ivoire', 'CI'],
  ['Atlantis', null],
  ['', null],
])('%j is %j', (text, code) => {
  expect(read(text)).toBe(code)
})

test('every code has a name, and is found by it', () => {
  for (const code of COUNTRY_CODES) {
    expect(countryName(code)).not.toBe(code)
    expect(read(countryName(code))).toBe(code)
  }
  expect(countryOptions()).toHaveLength(249)
  expect(countryName('nonsense')).toBe('nonsense')
})
