import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import { isUnset } from '#model/lead-patch.ts'
import { useState } from 'react'

/**
 * The custom fields that an object shows, in display order, and those among them that have had no value since it
 * is on the screen: emptying a field must not take it from under the hand.
 */
export function useFilledFields(
  schema: readonly CustomField[] | undefined,
  object: Readonly<Record<string, unknown>>,
): { fields: readonly CustomField[]; empty: readonly CustomField[] } {
  const [filledOnce, setFilledOnce] = useState<ReadonlySet<string>>(new Set())
  const fields = schema?.filter(({ type }) => type !== 'hidden') ?? []
  const fresh = fields.filter(({ id }) => !filledOnce.has(id) && !isUnset(object[customKey(id)]))
  if (fresh.length > 0) setFilledOnce(new Set([...filledOnce, ...fresh.map(({ id }) => id)]))
  return { fields, empty: fields.filter((field) => !filledOnce.has(field.id) && !fresh.includes(field)) }
}
