import { EngineState, type Change, type Rec, type Table } from '#mocks/engine/state.ts'
import { stamp } from '#mocks/engine/stamp.ts'

/** What the sample's leads carry besides plain fields. */
export const SAMPLE_FIELDS = {
  source: 'cf_source',
  products: 'cf_products',
  owner: 'cf_owner',
  budget: 'cf_budget',
  renewal: 'cf_renewal',
  remark: 'cf_remark',
} as const

export const SAMPLE_STATUSES = ['stat_new', 'stat_called', 'stat_offer', 'stat_won', 'stat_lost'] as const
export const SAMPLE_USERS = ['user_a', 'user_b', 'user_c'] as const

/** The moment at which the sample's newest lead was created. */
export const SAMPLE_NOW = Date.UTC(2026, 2, 15, 12)

const FIRST = ['Asha', 'José', 'Łukasz', 'Mary', 'Søren', 'Chloë', 'Ivan', 'Иван', 'Mei', "Siobhán O'Neill"]
const LAST = ['Verma', 'García', 'Nowak', 'Smith', 'Jensen', 'Dubois', 'Петров', '李', 'Okafor', 'Müller']
const COMPANY = [
  'Northwind',
  'Bluth',
  'Stark',
  'Acme',
  'Café Central',
  'Größe',
  '株式会社東京',
  'Umbrella',
  'Соната',
]
const TRADE = ['Bakery', 'Foods', 'Logistics', 'Studio', 'Partners', 'Labs', 'Motors', 'Garden', 'Textiles']
const CITY = ['Leeds', 'München', 'Lyon', 'Austin', 'Osaka', 'Kraków']
const COUNTRY = ['GB', 'DE', 'FR', 'US', 'JP', 'PL']

/** A number between 0 and 1 for each call, the same ones for the same seed (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A state with that many leads and their children, for tests and timings: the same for the same seed. */
export function sampleState(leads: number, seed = 1): EngineState {
  const state = new EngineState()
  const random = randomSource(seed)
  const changes: Change[] = definitions()
  for (let at = 0; at < leads; at += 1) changes.push(...sampleLead(at, leads, random))
  state.apply(changes)
  return state
}

/** The changes that make one lead with its children. */
export function sampleLead(at: number, leads: number, random: () => number): Change[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const chance = (share: number) => random() < share
  const id = `lead_${Math.floor(random() * 1e12)
    .toString(36)
    .padStart(8, '0')}${at.toString(36)}`
  const created = stamp(SAMPLE_NOW - (leads - at) * 60_000 + Math.floor(random() * 600_000))
  const name = `${pick(COMPANY)} ${pick(TRADE)} ${at}`
  const domain = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`
  const contacts = Array.from({ length: Math.floor(random() * 3) }, (_, nth) => `cont_${id}_${nth}`)
  const place = Math.floor(random() * CITY.length)
  const authored = {
    organization_id: 'orga_a',
    created_by: pick(SAMPLE_USERS),
    updated_by: pick(SAMPLE_USERS),
    date_created: created,
    date_updated: stamp(Date.parse(created) + Math.floor(random() * 1e9)),
  }
  const lead: Rec = {
    id,
    name: chance(0.05) ? null : name,
    description: chance(0.4) ? `Met at the ${pick(TRADE)} fair, wants ${pick(TRADE)} samples.` : '',
    url: chance(0.7) ? `https://${domain}` : null,
    status_id: pick(SAMPLE_STATUSES),
    addresses: chance(0.6)
      ? [{ label: 'business', address_1: `${at} Mill Lane`, city: CITY[place], country: COUNTRY[place] }]
      : [],
    contact_ids: contacts,
    ...authored,
    ...(chance(0.7) ? { [`custom.${SAMPLE_FIELDS.source}`]: pick(['Fair', 'Web', 'Referral']) } : {}),
    ...(chance(0.4)
      ? { [`custom.${SAMPLE_FIELDS.products}`]: ['Flour', 'Yeast'].slice(0, chance(0.5) ? 1 : 2) }
      : {}),
    ...(chance(0.6) ? { [`custom.${SAMPLE_FIELDS.owner}`]: pick(SAMPLE_USERS) } : {}),
    ...(chance(0.5) ? { [`custom.${SAMPLE_FIELDS.budget}`]: Math.floor(random() * 100) * 100 } : {}),
    ...(chance(0.5)
      ? { [`custom.${SAMPLE_FIELDS.renewal}`]: stamp(SAMPLE_NOW + (random() - 0.5) * 1e10).slice(0, 10) }
      : {}),
    ...(chance(0.3) ? { [`custom.${SAMPLE_FIELDS.remark}`]: `${pick(FIRST)} said: ${pick(TRADE)}!` } : {}),
  }
  const changes: Change[] = [change('lead', lead)]
  for (const contactId of contacts) {
    const contact = `${pick(FIRST)} ${pick(LAST)}`
    changes.push(
      change('contact', {
        ...authored,
        id: contactId,
        lead_id: id,
        name: contact,
        title: pick(['Owner', 'Head of Sales', 'Engineer', '']),
        emails: chance(0.8) ? [{ type: 'office', email: `${contactId.slice(-4)}@${domain}` }] : [],
        phones: chance(0.6) ? [{ type: 'mobile', phone: `+447700${String(900_000 + at).slice(-6)}` }] : [],
        urls: [],
      }),
    )
  }
  if (chance(0.3)) {
    const value = Math.floor(random() * 1e6)
    changes.push(
      change('opportunity', {
        ...authored,
        id: `oppo_${id}`,
        lead_id: id,
        contact_id: contacts[0] ?? null,
        user_id: pick(SAMPLE_USERS),
        status_id: pick(['stat_active', 'stat_closed']),
        value,
        value_period: pick(['one_time', 'monthly', 'annual']),
        confidence: Math.floor(random() * 101),
        note: '',
        date_won: null,
      }),
    )
  }
  if (chance(0.3)) {
    const date = stamp(SAMPLE_NOW + (random() - 0.5) * 1e9).slice(0, 10)
    changes.push(
      change('task', {
        ...authored,
        id: `task_${id}`,
        _type: 'lead',
        lead_id: id,
        assigned_to: pick(SAMPLE_USERS),
        text: `Send ${pick(TRADE)} list`,
        date,
        due_date: date,
        is_complete: chance(0.4),
        is_dateless: false,
      }),
    )
  }
  const kinds = ['Note', 'Call', 'Email', 'Meeting', 'LeadStatusChange'] as const
  for (let nth = Math.floor(random() * 3); nth > 0; nth -= 1) {
    const _type = pick(kinds)
    const isMessage = _type === 'Call' || _type === 'Email'
    changes.push(
      change('activity', {
        ...authored,
        id: `acti_${id}_${nth}`,
        _type,
        lead_id: id,
        contact_id: null,
        user_id: pick(SAMPLE_USERS),
        activity_at: stamp(Date.parse(created) + nth * 3_600_000),
        ...(_type === 'Note' ? { note: `Wants ${pick(TRADE)}` } : {}),
        ...(isMessage
          ? { direction: pick(_type === 'Call' ? ['inbound', 'outbound'] : ['incoming', 'outgoing']) }
          : {}),
        ...(_type === 'Meeting' ? { status: pick(['upcoming', 'completed']) } : {}),
      }),
    )
  }
  return changes
}

function change(table: Table, record: Rec): Change {
  return { table, id: record.id, record }
}

function definitions(): Change[] {
  const field = (id: string, type: string, more: Record<string, unknown> = {}) =>
    change('custom_field', {
      id,
      object_type: 'lead',
      name: id,
      type,
      choices: null,
      accepts_multiple_values: false,
      ...more,
    })
  return [
    change('organization', {
      id: 'orga_a',
      name: 'Acme',
      currency: 'GBP',
      lead_status_ids: [...SAMPLE_STATUSES],
    }),
    ...SAMPLE_STATUSES.map((id) => change('lead_status', { id, label: `Status ${id.slice(5)}` })),
    ...SAMPLE_USERS.map((id) =>
      change('user', { id, first_name: 'User', last_name: id.slice(5), email: `${id}@example.test` }),
    ),
    change('pipeline', { id: 'pipe_a', name: 'Sales' }),
    change('opportunity_status', { id: 'stat_active', label: 'Open', type: 'active', pipeline_id: 'pipe_a' }),
    change('opportunity_status', { id: 'stat_closed', label: 'Won', type: 'won', pipeline_id: 'pipe_a' }),
    field(SAMPLE_FIELDS.source, 'choices', { choices: ['Fair', 'Web', 'Referral'] }),
    field(SAMPLE_FIELDS.products, 'choices', { choices: ['Flour', 'Yeast'], accepts_multiple_values: true }),
    field(SAMPLE_FIELDS.owner, 'user'),
    field(SAMPLE_FIELDS.budget, 'number'),
    field(SAMPLE_FIELDS.renewal, 'date'),
    field(SAMPLE_FIELDS.remark, 'text'),
  ]
}
