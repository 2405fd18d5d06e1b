import { textOf } from '#mocks/engine/record.ts'

/** What an address says, from the house to the country. Source: contract 8.1. */
export const ADDRESS_KEYS = ['address_1', 'address_2', 'city', 'state', 'zipcode', 'country'] as const

/** An address on one line; the empty text when it says nothing. */
export function addressLine(address: Readonly<Record<string, unknown>>): string {
  return ADDRESS_KEYS.map((key) => textOf(address, key))
    .filter(Boolean)
    .join(', ')
}
