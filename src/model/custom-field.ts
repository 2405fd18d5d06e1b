import * as z from 'zod/mini'

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
