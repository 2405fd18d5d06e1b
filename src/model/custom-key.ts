/** The wire key of a custom field's value on an object, e.g. `custom.cf_v6S0…`. The dot is part of the name. */
export type CustomKey = `custom.${string}`

/** The wire key under which an object carries the value of the custom field `id`. Source: Lead API, "custom.FIELD_ID". */
export function customKey(id: string): CustomKey {
  return `custom.${id}`
}

/** Whether `key` names a custom field's value. */
export function isCustomKey(key: string): key is CustomKey {
  return key.startsWith('custom.')
}

/** The custom field's id in `custom.cf_…`, without prefix and without `.add` / `.remove`; null for other keys. */
export function customFieldId(key: string): string | null {
  if (!isCustomKey(key)) return null
  return parsePatchKey(key).field.slice('custom.'.length)
}

/**
 * A key of an update's body, taken apart: `custom.cf_X.add` adds one value to `custom.cf_X`, `.remove` takes
 * one away, anything else sets the field of that name. Source: Lead API, "Update an existing lead".
 */
export function parsePatchKey(key: string): { field: string; op: 'set' | 'add' | 'remove' } {
  if (isCustomKey(key)) {
    if (key.endsWith('.add')) return { field: key.slice(0, -'.add'.length), op: 'add' }
    if (key.endsWith('.remove')) return { field: key.slice(0, -'.remove'.length), op: 'remove' }
  }
  return { field: key, op: 'set' }
}
