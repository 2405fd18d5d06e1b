import type { ViewSetup } from './setup.ts'

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

/** The smart views of a demo organisation, as the engine stores them but for id and author. */
export function smartViews(setup: ViewSetup): Record<string, unknown>[] {
  return viewsFor(setup).map((view) => smartView(view, setup))
}

function viewsFor({ keys, leadStatuses, opportunityStatuses }: ViewSetup): SmartView[] {
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

function smartView(view: SmartView, setup: ViewSetup): Record<string, unknown> {
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
