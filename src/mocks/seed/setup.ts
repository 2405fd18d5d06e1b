import type { EngineContext } from '#mocks/engine/call.ts'
import { createOrganization } from '#mocks/engine/initial.ts'
import { listOf, textOf, textsOf } from '#mocks/engine/record.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { EngineState, type Change, type Rec, type Table } from '#mocks/engine/state.ts'
import { INDUSTRIES } from './locales.ts'

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

export const TECHNOLOGIES = [
  'Barcode scanners',
  'Cloud ERP',
  'Electronic invoicing',
  'IoT sensors',
  'Legacy mainframe',
  'Point of sale',
  'Route planning',
  'Web shop',
]
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const LANGUAGES = [
  'English',
  'Deutsch',
  'Français',
  'Español',
  'Português',
  '日本語',
  '中文',
  'العربية',
  'हिन्दी',
]
export const PRIORITIES = ['High', 'Medium', 'Low']

type Definition = {
  on: 'lead' | 'contact' | 'opportunity' | 'shared'
  name: string
  type: string
  choices?: readonly string[]
  multiple?: true
  description?: string
}

/** One lead field of each type and arity, and one field for each other kind of object. In display order. */
const FIELDS = {
  industry: { on: 'lead', name: 'Industry', type: 'choices', choices: INDUSTRIES },
  employees: { on: 'lead', name: 'Employees', type: 'number', description: 'Full-time, all sites' },
  owner: { on: 'lead', name: 'Owner', type: 'user', description: 'Who answers for this lead' },
  team: { on: 'lead', name: 'Account team', type: 'user', multiple: true },
  technologies: {
    on: 'lead',
    name: 'Technologies',
    type: 'choices',
    choices: TECHNOLOGIES,
    multiple: true,
    description: 'What they have in use today',
  },
  deliveryDays: { on: 'lead', name: 'Delivery days', type: 'choices', choices: WEEKDAYS, multiple: true },
  renewal: {
    on: 'lead',
    name: 'Renewal date',
    type: 'date',
    description: 'When their current contract ends',
  },
  demo: { on: 'lead', name: 'Last demo', type: 'datetime' },
  decisionMaker: { on: 'lead', name: 'Decision maker', type: 'contact' },
  champions: {
    on: 'lead',
    name: 'Champions',
    type: 'contact',
    multiple: true,
    description: 'Who is on our side',
  },
  taxId: { on: 'lead', name: 'Tax id', type: 'text' },
  importKey: {
    on: 'lead',
    name: 'Import key',
    type: 'hidden',
    description: 'Key of the row in the old database',
  },
  priority: { on: 'shared', name: 'Priority', type: 'choices', choices: PRIORITIES },
  language: { on: 'contact', name: 'Preferred language', type: 'choices', choices: LANGUAGES },
  months: { on: 'opportunity', name: 'Contract length', type: 'number', description: 'In months' },
} satisfies Record<string, Definition>

export type FieldName = keyof typeof FIELDS

const SHARED_BY = ['lead', 'contact', 'opportunity'] as const

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
      ...smartView(view, setup),
      ...authored,
      user_id: userIds[0] ?? null,
    })
  }
  for (const link of LINKS) add('integration_link', { id: ctx.newId('ilink_'), ...link, ...authored })
  return { setup, changes }
}

function customField(id: string, definition: Definition, authored: Record<string, unknown>): Rec {
  const { on, name, type, choices, multiple = false, description } = definition
  return {
    id,
    object_type: on,
    name,
    description: description ?? null,
    type,
    choices: choices ? [...choices] : null,
    accepts_multiple_values: multiple,
    editable_with_roles: [],
    ...(on === 'shared' && {
      associations: SHARED_BY.map((objectType) => ({
        object_type: objectType,
        custom_activity_type_id: null,
        custom_object_type_id: null,
        editable_with_roles: [],
        required: false,
      })),
    }),
    ...authored,
  }
}

const LINKS = [
  { name: 'Search the web', type: 'lead', url: 'https://search.example/?q={{ lead.display_name }}' },
  { name: 'Invoices', type: 'lead', url: 'https://invoices.example/customers?name={{ lead.name }}' },
  { name: 'Directory', type: 'contact', url: 'https://directory.example/?q={{ contact.display_name }}' },
]

type SmartView = {
  name: string
  description: string
  isUserDependent?: true
  conditions: unknown[]
  sort: { field: unknown; direction: 'asc' | 'desc' }
  columns: string[]
}

const leadField = (name: string) => ({ type: 'regular_field', object_type: 'lead', field_name: name })
const customFieldOf = (key: string) => ({ type: 'custom_field', custom_field_id: fieldIdOf(key) })
const where = (field: unknown, condition: unknown) => ({
  type: 'field_condition',
  negate: false,
  field,
  condition,
})
const fieldIdOf = (key: string) => key.slice('custom.'.length)

function smartViews({ keys, leadStatuses, opportunityStatuses }: Setup): SmartView[] {
  const potential = leadStatuses.filter(({ label }) => label === 'Potential').map(({ id }) => id)
  const open = opportunityStatuses.filter(({ type }) => type === 'active').map(({ id }) => id)
  const newestFirst = { field: leadField('date_created'), direction: 'desc' } as const
  return [
    {
      name: 'My potential leads',
      description: 'Potential leads that I own, newest first',
      isUserDependent: true,
      conditions: [
        where(leadField('status_id'), {
          type: 'reference',
          reference_type: 'status.lead',
          object_ids: potential,
        }),
        where(customFieldOf(keys.owner), {
          type: 'reference',
          reference_type: 'user_or_group',
          object_ids: ['CURRENT_USER'],
        }),
      ],
      sort: newestFirst,
      columns: ['display_name', fieldIdOf(keys.industry), fieldIdOf(keys.employees), 'date_created'],
    },
    {
      name: 'Open opportunities',
      description: 'Leads with a deal that is neither won nor lost',
      conditions: [
        {
          type: 'has_related',
          negate: false,
          this_object_type: 'lead',
          related_object_type: 'opportunity',
          related_query: where(
            { type: 'regular_field', object_type: 'opportunity', field_name: 'status_id' },
            { type: 'reference', reference_type: 'status.opportunity', object_ids: open },
          ),
        },
      ],
      sort: newestFirst,
      columns: ['display_name', 'status_id', fieldIdOf(keys.owner), fieldIdOf(keys.priority)],
    },
    {
      name: 'Renewals in 90 days',
      description: 'Contracts that end within the next 90 days, the next one first',
      conditions: [
        where(customFieldOf(keys.renewal), {
          type: 'moment_range',
          on_or_after: { type: 'start_end_of_predefined_relative_period', range: 'today', which: 'start' },
          before: {
            type: 'offset',
            direction: 'future',
            moment: { type: 'now' },
            offset: { years: 0, months: 0, weeks: 0, days: 90, hours: 0, minutes: 0, seconds: 0 },
            which_day_end: 'end',
          },
        }),
      ],
      sort: { field: customFieldOf(keys.renewal), direction: 'asc' },
      columns: [
        'display_name',
        fieldIdOf(keys.renewal),
        fieldIdOf(keys.owner),
        fieldIdOf(keys.decisionMaker),
      ],
    },
  ]
}

function smartView(view: SmartView, setup: Setup): Record<string, unknown> {
  return {
    name: view.name,
    description: view.description,
    type: 'lead',
    query: null,
    s_query: {
      query: {
        type: 'and',
        negate: false,
        queries: [{ type: 'object_type', negate: false, object_type: 'lead' }, ...view.conditions],
      },
      results_limit: null,
      sort: [view.sort],
    },
    selected_fields: view.columns.map((column) => ({ type_id: 'lead', field_id: column })),
    is_shared: true,
    is_user_dependent: view.isUserDependent ?? false,
    shared_with: [],
    sharing_settings: {
      whole_org: true,
      user_ids: [],
      group_ids: [],
      created_by_id: setup.userIds[0] ?? null,
    },
  }
}
