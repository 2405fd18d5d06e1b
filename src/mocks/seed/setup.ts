import type { EngineContext } from '#mocks/engine/call.ts'
import { createOrganization } from '#mocks/engine/initial.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { EngineState, type Change, type Rec, type Table } from '#mocks/engine/state.ts'
import { OUTCOMES } from './exchanges.ts'
import { customField, FIELDS, LATER_FIELDS, SHARED_BY, type Definition, type FieldName } from './fields.ts'
import { smartViews } from './smart-views.ts'

type OpportunityStatus = {
  id: string
  label: string
  type: string
  pipelineId: string
  pipelineName: string
}

export type Colleague = { id: string; name: string; email: string }

/** What the leads of a data set refer to. */
export type Setup = {
  organizationId: string
  /** Users, the caller first. */
  userIds: readonly string[]
  /** The same with what others see of them. */
  colleagues: readonly Colleague[]
  /** Someone who has left: no member any more, but author of much. */
  formerColleague: Colleague
  /** Results of calls and meetings; the last one is for calls alone. */
  outcomeIds: readonly string[]
  leadStatuses: readonly { id: string; label: string }[]
  opportunityStatuses: readonly OpportunityStatus[]
  /** Custom fields by the names that `FIELDS` gives them; the value is the key on a record. */
  keys: Keys<FieldName>
}

type Keys<Name extends string> = Record<Name, `custom.${string}`>

/** What smart views refer to. */
export type ViewSetup = Omit<Setup, 'formerColleague' | 'outcomeIds' | 'keys'> & {
  keys: Keys<keyof typeof FIELDS>
}

/**
 * The organisation with its custom fields, smart views and links, as changes and as what leads refer to. Ids
 * follow from `ctx.newId`.
 */
export function createSetup(ctx: EngineContext): { setup: Setup; changes: Change[] } {
  const changes = createOrganization(ctx)
  const state = new EngineState()
  state.apply(changes)
  const [organization] = state.all('organization')
  const organizationId = organization?.id ?? ''
  const colleagues = [...state.all('user')].map(colleagueOf)
  const userIds = colleagues.map(({ id }) => id)
  const since = textOf(organization, 'date_created') ?? stamp(ctx.now)
  const authored = {
    organization_id: organizationId,
    created_by: userIds[0] ?? null,
    updated_by: userIds[0] ?? null,
    date_created: since,
    date_updated: since,
  }
  const add = (table: Table, record: Rec) => changes.push({ table, id: record.id, record })

  const define = <Name extends string>(fields: Record<Name, Definition>) =>
    Object.entries<Definition>(fields).map(([name, definition]) => {
      const record = customField(ctx.newId('cf_'), definition, authored)
      add('custom_field', record)
      return { name: name as Name, on: definition.on, id: record.id }
    })
  const definitions = define(FIELDS)

  const base = {
    organizationId,
    userIds,
    colleagues,
    leadStatuses: textsOf(organization, 'lead_status_ids').map((id) => ({
      id,
      label: textOf(state.get('lead_status', id), 'label') ?? '',
    })),
    opportunityStatuses: [...state.all('pipeline')].flatMap((pipeline) =>
      textsOf(pipeline, 'status_ids').map((id): OpportunityStatus => {
        const status = state.get('opportunity_status', id)
        return {
          id,
          label: textOf(status, 'label') ?? '',
          type: textOf(status, 'type') ?? '',
          pipelineId: pipeline.id,
          pipelineName: textOf(pipeline, 'name') ?? '',
        }
      }),
    ),
    keys: keysOf(definitions),
  }
  for (const view of smartViews(base)) {
    add('saved_search', {
      id: ctx.newId('save_'),
      ...view,
      ...authored,
      user_id: userIds[0] ?? null,
    })
  }
  for (const link of LINKS) add('integration_link', { id: ctx.newId('ilink_'), ...link, ...authored })
  // Made last, so that everything before keeps the ids that it had without them.
  const former = { ...authored, organizations: [organizationId], ...FORMER_USER, id: ctx.newId('user_') }
  add('user', former)
  const membership = { user_id: former.id, role_id: 'user', is_active: false }
  add('membership', { ...authored, ...membership, id: ctx.newId('memb_') })
  const outcomeIds = OUTCOMES.map((outcome) => {
    const id = ctx.newId('outcome_')
    add('outcome', { id, ...outcome, ...authored })
    return id
  })
  const all = [...definitions, ...define(LATER_FIELDS)]
  for (const objectType of SHARED_BY) {
    const own = all.filter(({ on }) => on === objectType || on === 'shared')
    add('custom_field_order', { id: objectType, field_ids: own.map(({ id }) => id) })
  }
  const setup = { ...base, keys: keysOf(all), formerColleague: colleagueOf(former), outcomeIds }
  return { setup, changes }
}

function keysOf<Name extends string>(definitions: readonly { name: Name; id: string }[]) {
  return Object.fromEntries(definitions.map(({ name, id }) => [name, `custom.${id}`])) as Keys<Name>
}

const FORMER_USER = {
  email: 'marta@leadlight.example',
  first_name: 'Marta',
  last_name: 'Kowalczyk',
  image: null,
  google_profile_image_url: null,
  last_used_timezone: 'Europe/Warsaw',
  email_verified_at: null,
}

function colleagueOf(user: Rec): Colleague {
  const name = [textOf(user, 'first_name'), textOf(user, 'last_name')].filter(Boolean).join(' ')
  return { id: user.id, name, email: textOf(user, 'email') ?? '' }
}

const LINKS = [
  { name: 'Search the web', type: 'lead', url: 'https://search.example/?q={{ lead.display_name }}' },
  { name: 'Invoices', type: 'lead', url: 'https://invoices.example/customers?name={{ lead.name }}' },
  { name: 'Directory', type: 'contact', url: 'https://directory.example/?q={{ contact.display_name }}' },
]
