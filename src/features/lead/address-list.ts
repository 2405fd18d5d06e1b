import type { Address } from '#model/lead.ts'

/** What a person edits of an address; other keys of an address are kept as they are. */
export const ADDRESS_KEYS = [
  'label',
  'address_1',
  'address_2',
  'city',
  'state',
  'zipcode',
  'country',
] as const
export type AddressKey = (typeof ADDRESS_KEYS)[number]
export type AddressValues = Record<AddressKey, string>

/** What the person did to a lead's addresses. `address` is the one they saw. */
export type AddressChange =
  | { kind: 'add'; values: AddressValues }
  | { kind: 'edit'; address: Address; values: AddressValues }
  | { kind: 'remove'; address: Address }

/**
 * The whole list to send: the API replaces it (contract 8.6), so the change is made to the list as it is known
 * at this moment. An edit changes only what the person changed. One that is no longer there is added again
 * when edited, and not missed when removed.
 */
export function changeAddresses(addresses: readonly Address[], change: AddressChange): Address[] {
  if (change.kind === 'add') return [...addresses, toAddress(change.values)]
  const at = addresses.findIndex((address) => isSameAddress(address, change.address))
  if (change.kind === 'remove') return addresses.filter((_, i) => i !== at)
  const before = toAddressValues(change.address)
  const changed = Object.fromEntries(
    ADDRESS_KEYS.filter((key) => change.values[key].trim() !== before[key]).map((key) => [
      key,
      change.values[key].trim(),
    ]),
  )
  if (at === -1) return [...addresses, { ...change.address, ...changed }]
  return addresses.map((address, i) => (i === at ? { ...address, ...changed } : address))
}

/** An address as the inputs show it; nothing is an empty text. */
export function toAddressValues(address: Address): AddressValues {
  const values = ADDRESS_KEYS.map((key) => [key, address[key] ?? ''])
  return Object.fromEntries(values) as AddressValues
}

/** Whether anything but the label was given. */
export function isBlankAddress(values: AddressValues): boolean {
  return ADDRESS_KEYS.every((key) => key === 'label' || values[key].trim() === '')
}

/** Whether two addresses say the same in everything a person can see. */
export function isSameAddress(a: Address, b: Address): boolean {
  return ADDRESS_KEYS.every((key) => (a[key] ?? '') === (b[key] ?? ''))
}

function toAddress(values: AddressValues): Address {
  const given = ADDRESS_KEYS.map((key) => [key, values[key].trim()]).filter(([, value]) => value !== '')
  return Object.fromEntries(given) as Address
}
