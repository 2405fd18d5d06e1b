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

const membershipSchema = z.looseObject({
  user_id: z.nullish(z.string()),
  organization_id: z.nullish(z.string()),
  role_id: z.nullish(z.string()),
  user_email: z.nullish(z.string()),
  user_first_name: z.nullish(z.string()),
  user_last_name: z.nullish(z.string()),
})
/** What only some of the answers carry must not spoil the rest of them. */
const memberships = z.catch(z.nullish(z.array(membershipSchema)), null)

export const roleSchema = z.looseObject({ id: z.string(), name: z.nullish(z.string()) })
export type Role = z.infer<typeof roleSchema>

const opportunityStatusSchema = z.looseObject({ id: z.string(), label: z.string(), type: z.string() })
export type OpportunityStatus = z.infer<typeof opportunityStatusSchema>

/** A way to a deal: statuses in order. Source: contract 11, pipelines. */
export const pipelineSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  statuses: z.array(opportunityStatusSchema),
})
export type Pipeline = z.infer<typeof pipelineSchema>

export const organizationSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  currency: z.nullish(z.string()),
  lead_statuses: z.array(leadStatusSchema),
  inactive_memberships: memberships,
})
export type Organization = z.infer<typeof organizationSchema>

export const meSchema = z.looseObject({
  id: z.string(),
  email: z.nullish(z.string()),
  first_name: z.nullish(z.string()),
  last_name: z.nullish(z.string()),
  organizations: z.array(z.looseObject({ id: z.string(), name: z.nullish(z.string()) })),
  memberships,
})
export type Me = z.infer<typeof meSchema>

/** A user's full name, or the e-mail where the name is empty. Source: contract 16, users. */
export function userName(user: Pick<User, 'first_name' | 'last_name' | 'email' | 'id'>): string {
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ')
  return name || user.email || user.id
}

/** A user, or somebody who was one: values may still name them. */
export type Person = User & { isInactive?: boolean }

/** The users, and after them those who have left the organisation. Source: contract 16, `inactive_memberships`. */
export function everyPerson(
  users: readonly User[],
  organization: Pick<Organization, 'inactive_memberships'> | undefined,
): Person[] {
  const gone = (organization?.inactive_memberships ?? []).flatMap((membership): Person[] =>
    membership.user_id
      ? [
          {
            id: membership.user_id,
            email: membership.user_email,
            first_name: membership.user_first_name,
            last_name: membership.user_last_name,
            isInactive: true,
          },
        ]
      : [],
  )
  const goneIds = new Set(gone.map(({ id }) => id))
  return [...users.filter(({ id }) => !goneIds.has(id)), ...gone]
}

/** The id of a person's role in an organisation; undefined where the answer does not say. Source: contract 16. */
export function roleIn(me: Me | undefined, organizationId: string | undefined): string | undefined {
  const own = me?.memberships?.find(({ organization_id }) => organization_id === organizationId)
  return own?.role_id ?? undefined
}
