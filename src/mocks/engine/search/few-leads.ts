import { EngineState, type Change, type Rec, type Table } from '#mocks/engine/state.ts'

/** Noon in UTC on a Wednesday. */
export const NOW = Date.UTC(2026, 2, 11, 12)

/** What a search needs to know of its caller. */
export const CALLER = {
  now: NOW,
  newId: (prefix: string) => `${prefix}new`,
  callerId: 'user_robin',
  tzOffsetHours: 0,
}

const USERS: Rec[] = [
  { id: 'user_robin', first_name: 'Robin', last_name: 'Hale', email: 'robin@example.test' },
  { id: 'user_amara', first_name: 'Amara', last_name: 'Okafor', email: 'amara@example.test' },
]

const FIELDS: Rec[] = [
  field('cf_source', 'Source', 'choices', { choices: ['Trade fair', 'Web'] }),
  field('cf_products', 'Products', 'choices', { choices: ['Flour', 'Yeast'], accepts_multiple_values: true }),
  field('cf_owner', 'Lead owner', 'user'),
  field('cf_budget', 'Budget', 'number'),
  field('cf_renewal', 'Renewal', 'date'),
  field('cf_call', 'Best call', 'datetime'),
  field('cf_remark', 'Remark', 'text'),
  field('cf_secret', 'Secret', 'hidden'),
  field('cf_role', 'Role', 'text', { object_type: 'contact' }),
]

/** The leads that the table tests search: `lead_bakery`, `lead_cafe`, `lead_tokyo` and the bare `lead_bare`. */
export function fewLeads(): EngineState {
  const state = new EngineState()
  state.apply([
    ...records('organization', [{ id: 'orga_a', name: 'Acme', currency: 'GBP' }]),
    ...records('user', USERS),
    ...records('custom_field', FIELDS),
    ...records('lead_status', [
      { id: 'stat_p', label: 'Potential' },
      { id: 'stat_q', label: 'Qualified' },
    ]),
    ...records('pipeline', [{ id: 'pipe_s', name: 'Sales' }]),
    ...records('opportunity_status', [
      { id: 'stat_open', label: 'Proposal sent', type: 'active', pipeline_id: 'pipe_s' },
      { id: 'stat_won', label: 'Won', type: 'won', pipeline_id: 'pipe_s' },
    ]),
    ...records('lead', [
      lead('bakery', '2026-03-04T09:15:27.143000+00:00', {
        name: 'Northwind Bakery',
        description: 'Wholesale enquiry from the trade fair.\nWants samples.',
        url: 'https://northwind.example',
        status_id: 'stat_p',
        contact_ids: ['cont_asha', 'cont_jose'],
        addresses: [
          { label: 'business', address_1: '12 Mill Lane', city: 'Leeds', zipcode: 'LS1 4AP', country: 'GB' },
        ],
        'custom.cf_source': 'Trade fair',
        'custom.cf_products': ['Flour', 'Yeast'],
        'custom.cf_owner': 'user_robin',
        'custom.cf_budget': 1000,
        'custom.cf_renewal': '2026-03-11',
        'custom.cf_call': '2026-03-11T23:30:00.000000+00:00',
        'custom.cf_secret': 'whisper',
      }),
      lead('cafe', '2026-03-10T10:00:00.000000+00:00', {
        name: 'Café Größenwahn',
        url: null,
        status_id: 'stat_q',
        contact_ids: ['cont_siobhan'],
        addresses: [{ label: 'business', city: 'Austin', state: 'TX', country: 'US' }],
        'custom.cf_source': 'Gone choice',
        'custom.cf_products': ['Yeast'],
        'custom.cf_owner': 'user_amara',
        'custom.cf_budget': 250,
        'custom.cf_renewal': '2026-03-12',
        'custom.cf_remark': 'Owner likes O’Reilly books',
      }),
      lead('tokyo', '2026-03-11T11:59:59.000000+00:00', {
        name: '株式会社東京パン',
        status_id: 'stat_q',
        created_by: 'user_amara',
        'custom.cf_budget': 0,
      }),
      lead('bare', '2025-12-31T23:59:59.999000+00:00', { name: null, status_id: 'stat_p', created_by: null }),
    ]),
    ...records('contact', [
      contact('asha', 'bakery', {
        name: 'Asha Verma',
        title: 'Owner',
        emails: [{ type: 'office', email: 'asha@northwind.example', is_unsubscribed: false }],
        phones: [
          { type: 'mobile', phone: '+447700900123', phone_formatted: '+44 7700 900123', country: 'GB' },
        ],
        urls: [{ type: 'url', url: 'https://northwind.example/asha' }],
        'custom.cf_role': 'Decision maker',
      }),
      contact('jose', 'bakery', { name: 'José García', title: 'Head of Sales' }),
      contact('siobhan', 'cafe', {
        name: "Siobhán O'Neill",
        emails: [{ type: 'home', email: 'siobhan@cafe.example', is_unsubscribed: true }],
      }),
    ]),
    ...records('opportunity', [
      child('oppo_a', 'bakery', {
        contact_id: 'cont_asha',
        user_id: 'user_robin',
        status_id: 'stat_open',
        value: 50_000,
        value_period: 'monthly',
        confidence: 60,
        note: 'Waiting for the tasting.',
        date_won: null,
      }),
      child('oppo_b', 'bakery', {
        user_id: 'user_amara',
        status_id: 'stat_won',
        value: 20_000,
        value_period: 'one_time',
        confidence: 100,
        note: '',
        date_won: '2026-03-01',
      }),
    ]),
    ...records('task', [
      task('task_a', 'bakery', { text: 'Send the price list', date: '2026-03-11', is_complete: false }),
      task('task_b', 'bakery', { text: 'Call back', date: '2026-03-01', is_complete: true }),
      task('task_c', 'cafe', { text: 'Visit', date: '2026-03-20', is_complete: false }),
    ]),
    ...records('activity', [
      activity('acti_note', 'bakery', 'Note', '2026-03-05T10:00:00.000000+00:00', {
        note: 'Wants rye samples',
      }),
      activity('acti_call', 'bakery', 'Call', '2026-03-06T10:00:00.000000+00:00', {
        direction: 'inbound',
        duration: 61,
      }),
      activity('acti_mail', 'cafe', 'Email', '2026-03-07T10:00:00.000000+00:00', {
        direction: 'outgoing',
        status: 'sent',
        subject: 'Welcome',
        user_id: 'user_amara',
      }),
      activity('acti_type', 'cafe', 'Custom', '2026-03-08T10:00:00.000000+00:00', {
        custom_activity_type_id: 'actitype_a',
      }),
      activity('acti_status', 'cafe', 'LeadStatusChange', '2026-03-09T10:00:00.000000+00:00', {}),
    ]),
    ...records('saved_search', [
      view('save_qualified', {
        type: 'and',
        queries: [
          { type: 'object_type', object_type: 'lead' },
          {
            type: 'field_condition',
            field: { type: 'regular_field', object_type: 'lead', field_name: 'status_id' },
            condition: { type: 'reference', reference_type: 'status.lead', object_ids: ['stat_q'] },
          },
        ],
      }),
      view('save_loop', {
        type: 'and',
        queries: [
          { type: 'saved_search', saved_search_id: 'save_loop' },
          { type: 'saved_search', saved_search_id: 'save_loop' },
        ],
      }),
      { id: 'save_old', query: 'status:"Potential"', s_query: null },
    ]),
  ])
  return state
}

function records(table: Table, list: Rec[]): Change[] {
  return list.map((record) => ({ table, id: record.id, record }))
}

function field(id: string, name: string, type: string, more: Record<string, unknown> = {}): Rec {
  return { id, object_type: 'lead', name, type, choices: null, accepts_multiple_values: false, ...more }
}

function lead(name: string, created: string, more: Record<string, unknown>): Rec {
  return {
    id: `lead_${name}`,
    organization_id: 'orga_a',
    description: '',
    url: null,
    addresses: [],
    contact_ids: [],
    created_by: 'user_robin',
    updated_by: 'user_robin',
    date_created: created,
    date_updated: created,
    ...more,
  }
}

function child(id: string, leadName: string, more: Record<string, unknown>): Rec {
  const created = '2026-03-05T10:00:00.412000+00:00'
  return {
    id,
    organization_id: 'orga_a',
    lead_id: `lead_${leadName}`,
    contact_id: null,
    created_by: 'user_robin',
    updated_by: 'user_robin',
    date_created: created,
    date_updated: created,
    ...more,
  }
}

function contact(name: string, leadName: string, more: Record<string, unknown>): Rec {
  return child(`cont_${name}`, leadName, { title: '', emails: [], phones: [], urls: [], ...more })
}

function task(id: string, leadName: string, more: Record<string, unknown>): Rec {
  return child(id, leadName, {
    _type: 'lead',
    assigned_to: 'user_robin',
    due_date: null,
    is_dateless: false,
    ...more,
  })
}

function activity(
  id: string,
  leadName: string,
  type: string,
  at: string,
  more: Record<string, unknown>,
): Rec {
  return child(id, leadName, {
    _type: type,
    user_id: 'user_robin',
    activity_at: at,
    date_created: at,
    ...more,
  })
}

function view(id: string, query: Record<string, unknown>): Rec {
  return { id, name: id, type: 'lead', query: null, s_query: { query, results_limit: null, sort: [] } }
}
