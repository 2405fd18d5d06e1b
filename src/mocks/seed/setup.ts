import type { EngineContext } from '#mocks/engine/call.ts'
import { createOrganization } from '#mocks/engine/initial.ts'
import { listOf, textOf, textsOf } from '#mocks/engine/record.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { EngineState, type Change, type Rec, type Table } from '#mocks/engine/state.ts'
import { customField, FIELDS, SHARED_BY, type Definition, type FieldName } from './fields.ts'
import { smartViews } from './smart-views.ts'

/** What the leads of a data set refer to. */
export type Setup = {
  organizationId: string
  /** Users, the caller first. */
  userIds: readonly string[]
  leadStatuses: readonly { id: string; label: string }[]
  opportunityStatuses: readonly { id: string; type: string }[]
  /** Custom fields by the names that `FIELDS` gives them; the value is the key on a record. */
  keys: Record<FieldName, `custom.${string}`>
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
  const userIds = [...state.all('user')].map((user) => user.id)
  const since = textOf(organization, 'date_created') ?? stamp(ctx.now)
  const authored = {
    organization_id: organizationId,
    created_by: userIds[0] ?? null,
    updated_by: userIds[0] ?? null,
    date_created: since,
    date_updated: since,
  }
  const add = (table: Table, record: Rec) => changes.push({ table, id: record.id, record })

  const definitions = Object.entries<Definition>(FIELDS).map(([key, definition]) => {
    const record = customField(ctx.newId('cf_'), definition, authored)
    add('custom_field', record)
    return { key, definition, id: record.id }
  })
  for (const objectType of SHARED_BY) {
    const own = definitions.filter(({ definition: { on } }) => on === objectType || on === 'shared')
    add('custom_field_order', { id: objectType, field_ids: own.map(({ id }) => id) })
  }

  const setup: Setup = {
    organizationId,
    userIds,
    leadStatuses: textsOf(organization, 'lead_status_ids').map((id) => ({
      id,
      label: textOf(state.get('lead_status', id), 'label') ?? '',
    })),
    opportunityStatuses: [...state.all('pipeline')]
      .flatMap((pipeline) => listOf(pipeline, 'status_ids'))
      .map((id) => ({
        id: String(id),
        type: textOf(state.get('opportunity_status', String(id)), 'type') ?? '',
      })),
    keys: Object.fromEntries(definitions.map(({ key, id }) => [key, `custom.${id}`])) as Setup['keys'],
  }
  for (const view of smartViews(setup)) {
    add('saved_search', {
      id: ctx.newId('save_'),
      ...view,
      ...authored,
      user_id: userIds[0] ?? null,
    })
  }
  for (const link of LINKS) add('integration_link', { id: ctx.newId('ilink_'), ...link, ...authored })
  return { setup, changes }
}

const LINKS = [
  { name: 'Search the web', type: 'lead', url: 'https://search.example/?q={{ lead.display_name }}' },
  { name: 'Invoices', type: 'lead', url: 'https://invoices.example/customers?name={{ lead.name }}' },
  { name: 'Directory', type: 'contact', url: 'https://directory.example/?q={{ contact.display_name }}' },
]
