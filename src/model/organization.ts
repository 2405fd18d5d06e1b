import * as z from 'zod/mini'

/** Statuses, users and the organisation around the leads. Source: contract 16. */

export const leadStatusSchema = z.looseObject({ id: z.string(), label: z.string() })
export type LeadStatus = z.infer<typeof leadStatusSchema>

export const userSchema = z.looseObject({
  id: z.string(),
  email: z.nullish(z.string()),
  first_name: z.nullish(z.string()),
  last_name: z.nullish(z.string()),
})
export type User = z.infer<typeof userSchema>

export const organizationSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  currency: z.nullish(z.string()),
  lead_statuses: z.array(leadStatusSchema),
})
export type Organization = z.infer<typeof organizationSchema>

export const meSchema = z.looseObject({
  id: z.string(),
  email: z.nullish(z.string()),
  first_name: z.nullish(z.string()),
  last_name: z.nullish(z.string()),
  organizations: z.array(z.looseObject({ id: z.string(), name: z.nullish(z.string()) })),
})
export type Me = z.infer<typeof meSchema>

/** A user's full name, or the e-mail where the name is empty. Source: contract 16, users. */
export function userName(user: Pick<User, 'first_name' | 'last_name' | 'email' | 'id'>): string {
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ')
  return name || user.email || user.id
}
