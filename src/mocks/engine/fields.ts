/**
 * The names in a `_fields` value: undefined when there is none, which means everything by default. An empty
 * value counts as none. Source: Fields; contract 3.
 */
export function parseFieldNames(value: string | undefined): readonly string[] | undefined {
  const names = (value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length === 0 ? undefined : names
}

/**
 * `record` with just the named top-level keys, in the record's own order; `custom` names each `custom.cf_…`
 * key, and names that the record lacks are ignored. Source: Fields; contract 3, 8.2.
 */
export function projectFields(
  record: Readonly<Record<string, unknown>>,
  fields: readonly string[] | undefined,
): Record<string, unknown> {
  if (!fields) return { ...record }
  const wanted = new Set(fields)
  const allCustom = wanted.has('custom')
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => wanted.has(key) || (allCustom && key.startsWith('custom.'))),
  )
}
