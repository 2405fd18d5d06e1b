import type { CustomField } from '#model/custom-field.ts'
import { textOptions, type Option } from '#ui/option.ts'
import { TriangleAlert } from 'lucide-react'

import type { People } from './custom-text.ts'
import { contactOptions, userOptions } from './person-options.tsx'

/**
 * What can be chosen in a field of choices, users or contacts. `values` that are no longer among it come after,
 * marked with why, so that they can be seen and taken away.
 */
export function fieldOptions(
  field: Pick<CustomField, 'type' | 'choices'>,
  values: readonly string[],
  { users, contacts }: People,
): Option[] {
  const options = optionsOf(field, { users, contacts })
  if (!options) return values.map((id) => ({ id, label: '…' }))
  const known = new Set(options.map(({ id }) => id))
  return [...options, ...values.filter((id) => !known.has(id)).map((id) => gone(field.type, id))]
}

/** Undefined while the people are not known. */
function optionsOf({ type, choices }: Pick<CustomField, 'type' | 'choices'>, { users, contacts }: People) {
  if (type === 'user') return users && userOptions(users)
  if (type === 'contact') return contacts && contactOptions(contacts)
  return textOptions(choices ?? [])
}

function gone(type: string, id: string): Option {
  const icon = <TriangleAlert aria-hidden className="text-warn" />
  if (type === 'user') return { id, label: 'Unknown user', icon, retired: NOT_A_USER }
  if (type === 'contact') return { id, label: 'Unknown contact', icon, retired: NOT_A_CONTACT }
  return { id, label: id, icon, retired: NO_CHOICE }
}

const NO_CHOICE = { why: 'no longer a choice', isWrong: true }
const NOT_A_USER = { why: 'not a user of this organisation', isWrong: true }
const NOT_A_CONTACT = { why: 'not a contact of this lead', isWrong: true }
