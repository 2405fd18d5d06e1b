import * as z from 'zod/mini'

import type { Role } from './organization.ts'

/** Types of a custom field that have an editor of their own. Source: contract 14. */
export const CUSTOM_FIELD_TYPES = [
  'text',
  'textarea',
  'number',
  'date',
  'datetime',
  'choices',
  'user',
  'contact',
  'custom_object',
  'hidden',
] as const
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number]

/** A custom field's definition. A type that we have never heard of is kept and shown as plain text. */
export const customFieldSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.nullish(z.string()),
  type: z.string(),
  choices: z.nullish(z.array(z.string())),
  accepts_multiple_values: z._default(z.boolean(), false),
  editable_with_roles: z.optional(z.array(z.string())),
  is_shared: z.optional(z.boolean()),
})
export type CustomField = z.infer<typeof customFieldSchema>

/** Types that may accept several values. Source: contract 14, `accepts_multiple_values`. */
const MULTIPLE: ReadonlySet<string> = new Set(['choices', 'user', 'contact', 'custom_object'])

/** Whether a custom field of this type may accept several values. */
export function canAcceptMultipleValues(type: string): boolean {
  return MULTIPLE.has(type)
}

/**
 * Why somebody of this role may not change the field's values, in a sentence; null when they may, or when nobody
 * knows: the server has the last word. Source: contract 14, `editable_with_roles`.
 */
export function lockReason(
  field: Pick<CustomField, 'editable_with_roles'>,
  roleId: string | undefined,
  roles: readonly Role[],
): string | null {
  const allowed = field.editable_with_roles ?? []
  if (allowed.length === 0 || roleId === undefined || allowed.includes(roleId)) return null
  const names = allowed.flatMap((id) => roles.find((role) => role.id === id)?.name ?? [])
  return names.length === 0 ? 'Your role may not change this.' : `Only ${names.join(' or ')} may change this.`
}
