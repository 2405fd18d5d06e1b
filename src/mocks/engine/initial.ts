import type { EngineContext } from './call.ts'
import { PERMISSIONS, type Permission } from './permissions.ts'
import { stamp } from './stamp.ts'
import type { Change, Rec, Table } from './state.ts'

const YEAR = 365 * 24 * 3_600_000

const LEAD_STATUSES = ['Potential', 'Interested', 'Qualified', 'Customer', 'Bad Fit', 'Canceled']

const PIPELINES = [
  {
    name: 'Sales',
    statuses: [
      ['Qualification', 'active'],
      ['Proposal sent', 'active'],
      ['Negotiation', 'active'],
      ['Won', 'won'],
      ['Lost', 'lost'],
    ],
  },
  {
    name: 'Renewals',
    statuses: [
      ['Up for renewal', 'active'],
      ['Renewed', 'won'],
      ['Churned', 'lost'],
    ],
  },
] as const

/** The first one is the caller of keys that are on nobody's record. */
const USERS = [
  ['Robin', 'Hale', 'Europe/London', 'admin'],
  ['Amara', 'Okafor', 'Africa/Lagos', 'superuser'],
  ['Lucía', 'Fernández', 'Europe/Madrid', 'user'],
  ['Kenji', 'Watanabe', 'Asia/Tokyo', 'user'],
  ['Søren', 'Lindqvist', 'Europe/Copenhagen', 'user'],
  ['Priya', 'Raghunathan', 'Asia/Kolkata', 'restricteduser'],
] as const

/** Built-in roles are plain words (contract 7); which permissions each holds is a [guess]. */
const ROLES: Record<string, { name: string; permissions: readonly Permission[] }> = {
  admin: { name: 'Admin', permissions: PERMISSIONS },
  superuser: {
    name: 'Super User',
    permissions: PERMISSIONS.filter((name) => name !== 'manage_organization'),
  },
  user: { name: 'User', permissions: ['delete_leads', 'merge_leads', 'bulk_email', 'view_all_leads'] },
  restricteduser: { name: 'Restricted User', permissions: ['view_all_leads'] },
}

/**
 * An organisation without leads: statuses, pipelines, roles and six users of an international team. The same
 * ids come out whenever `ctx.newId` gives the same ones.
 */
export function createOrganization(ctx: EngineContext): Change[] {
  const changes: Change[] = []
  const add = (table: Table, record: Rec): Rec => {
    changes.push({ table, id: record.id, record })
    return record
  }
  const since = stamp(ctx.now - 2 * YEAR)
  const organizationId = ctx.newId('orga_')

  const users = USERS.map(([first, last, timezone]) =>
    add('user', {
      id: ctx.newId('user_'),
      email: `${asciiOf(first)}@leadlight.example`,
      first_name: first,
      last_name: last,
      image: null,
      google_profile_image_url: null,
      last_used_timezone: timezone,
      email_verified_at: since,
      date_created: since,
      date_updated: since,
      organizations: [organizationId],
    }),
  )
  const callerId = users[0]?.id ?? ''
  const authored = { created_by: callerId, updated_by: callerId, date_created: since, date_updated: since }

  for (const [id, role] of Object.entries(ROLES)) {
    add('role', { id, organization_id: organizationId, is_builtin: true, ...role, ...authored })
  }
  for (const [i, user] of users.entries()) {
    const roleId = USERS[i]?.[3]
    add('membership', {
      id: ctx.newId('memb_'),
      organization_id: organizationId,
      user_id: user.id,
      role_id: roleId,
      ...authored,
    })
    add('api_key', {
      id: ctx.newId('api_'),
      user_id: user.id,
      organization_id: organizationId,
      date_created: since,
    })
  }

  const leadStatusIds = LEAD_STATUSES.map((label) => {
    const status = { id: ctx.newId('stat_'), organization_id: organizationId, label }
    return add('lead_status', status).id
  })
  const pipelineIds = PIPELINES.map(({ name, statuses }) => {
    const id = ctx.newId('pipe_')
    const statusIds = statuses.map(([label, type]) => {
      const status = { id: ctx.newId('stat_'), organization_id: organizationId, label, type, pipeline_id: id }
      return add('opportunity_status', status).id
    })
    return add('pipeline', { id, organization_id: organizationId, name, status_ids: statusIds, ...authored })
      .id
  })

  for (const id of ['lead', 'contact', 'opportunity']) add('custom_field_order', { id, field_ids: [] })
  add('organization', {
    id: organizationId,
    name: 'Leadlight Demo',
    currency: 'USD',
    // The country of phone numbers without a country code; not sent.
    default_country: 'US',
    lead_status_ids: leadStatusIds,
    pipeline_ids: pipelineIds,
    ...authored,
  })
  add('meta', { id: 'caller', user_id: callerId })
  return changes
}

function asciiOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/gi, 'o').toLowerCase()
}
