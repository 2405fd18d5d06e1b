import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EngineState, type Rec, Tx } from '#mocks/engine/state.ts'
import { dataSearch } from './data-search.ts'
import {
  type NaiveCondition,
  type NaiveField,
  naiveMatch,
  type NaiveNode,
  naiveOrder,
} from './naive-search.ts'
import {
  randomSource,
  SAMPLE_FIELDS,
  SAMPLE_NOW,
  SAMPLE_STATUSES,
  SAMPLE_USERS,
  sampleLead,
  sampleState,
} from './sample-state.ts'
import { leadOrder } from './sort-index.ts'
import type { WireSortKey } from './sort-keys.ts'

const LEADS = 80
const state = sampleState(LEADS, 7)
const ids = [...state.all('lead')].map((lead) => lead.id)
const ctx = { now: SAMPLE_NOW, newId: (prefix: string) => prefix, callerId: 'user_a', tzOffsetHours: 0 }

const regular = (field_name: string, object_type = 'lead'): NaiveField => ({
  type: 'regular_field',
  object_type,
  field_name,
})
const custom = (custom_field_id: string): NaiveField => ({ type: 'custom_field', custom_field_id })

const negate = fc.boolean()
const words = fc.constantFrom(
  'northwind',
  'NORTH',
  'bakery 1',
  'jose',
  'GARCIA',
  'Müller',
  "O'Neill",
  'oneill',
  '東京',
  'Соната',
  'said: Labs',
  'example',
  'café cen',
  'gross',
  'head of',
  '0@north',
  'mill lane',
  'GB',
  'Fair',
  '!?',
)
const textCondition = fc.record({
  type: fc.constant('text'),
  mode: fc.constantFrom('full_words', 'phrase', 'beginning_of_words', 'exact_value'),
  value: words,
})
const exists = fc.constant<NaiveCondition>({ type: 'exists' })
const moment = fc
  .integer({ min: -200, max: 20 })
  .map((minutes) => ({ type: 'fixed_utc', value: new Date(SAMPLE_NOW + minutes * 60_000).toISOString() }))
const momentRange = fc.record({
  type: fc.constant('moment_range'),
  on_or_after: fc.option(moment),
  before: fc.option(moment),
})
const numberRange = (max: number) =>
  fc.record(
    {
      type: fc.constant('number_range'),
      gte: fc.integer({ min: 0, max }),
      lt: fc.integer({ min: 0, max }),
    },
    { requiredKeys: ['type'] },
  )
const reference = (reference_type: string, known: readonly string[]) =>
  fc.record({
    type: fc.constant('reference'),
    reference_type: fc.constant(reference_type),
    object_ids: fc.subarray([...known]),
  })
const term = (known: string[]) => fc.record({ type: fc.constant('term'), values: fc.subarray(known) })

const where = (field: fc.Arbitrary<NaiveField>, condition: fc.Arbitrary<NaiveCondition>) =>
  fc.record({ type: fc.constant('field_condition' as const), negate, field, condition })

const users = [...SAMPLE_USERS, 'CURRENT_USER']
const leadCondition = fc.oneof(
  where(
    fc.constantFrom(...['name', 'display_name', 'description', 'url'].map((name) => regular(name))),
    fc.oneof(textCondition, exists),
  ),
  where(fc.constant(regular('status_id')), reference('status.lead', SAMPLE_STATUSES)),
  where(fc.constant(regular('created_by')), reference('user_or_group', users)),
  where(fc.constantFrom(regular('date_created'), regular('date_updated')), momentRange),
  where(fc.constant(regular('num_contacts')), numberRange(3)),
  where(fc.constant(custom(SAMPLE_FIELDS.source)), fc.oneof(term(['Fair', 'Web', 'Gone']), exists)),
  where(
    fc.constant(custom(SAMPLE_FIELDS.products)),
    fc.oneof(term(['Flour', 'Yeast']), textCondition, exists),
  ),
  where(fc.constant(custom(SAMPLE_FIELDS.owner)), fc.oneof(reference('user_or_group', users), exists)),
  where(fc.constant(custom(SAMPLE_FIELDS.budget)), fc.oneof(numberRange(10_000), exists)),
  where(fc.constant(custom(SAMPLE_FIELDS.remark)), fc.oneof(textCondition, exists)),
)
const textNode = fc.record({
  type: fc.constant('text' as const),
  negate,
  mode: fc.constantFrom('full_words', 'phrase', 'beginning_of_words'),
  value: words,
})

const tree = (leaf: fc.Arbitrary<NaiveNode>): fc.Arbitrary<NaiveNode> =>
  fc.letrec<{ node: NaiveNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.record({
        type: fc.constantFrom('and' as const, 'or' as const),
        negate,
        queries: fc.array(tie('node'), { maxLength: 4 }),
      }),
    ),
  })).node

const related = (from: string, to: string, query: fc.Arbitrary<NaiveNode>) =>
  fc.record({
    type: fc.constant('has_related' as const),
    negate,
    this_object_type: fc.constant(from),
    related_object_type: fc.constant(to),
    related_query: query,
  })

const contactQuery = tree(
  fc.oneof(
    where(
      fc.constantFrom(regular('name', 'contact'), regular('title', 'contact')),
      fc.oneof(textCondition, exists),
    ),
    related('contact', 'contact_email', where(fc.constant(regular('email', 'contact_email')), textCondition)),
    textNode,
  ),
)
const leadQuery = tree(
  fc.oneof(
    leadCondition,
    leadCondition,
    textNode,
    fc.record({
      type: fc.constant('id' as const),
      negate,
      value: fc.constantFrom(...ids.slice(0, 9), 'lead_gone'),
    }),
    fc.record({ type: fc.constant('match_all' as const), negate }),
    related('lead', 'contact', contactQuery),
    related('lead', 'address', where(fc.constant(regular('city', 'address')), textCondition)),
    related(
      'lead',
      'opportunity',
      where(fc.constant(regular('value', 'opportunity')), numberRange(1_000_000)),
    ),
    related(
      'lead',
      'activity.call',
      where(fc.constant(regular('user_id', 'activity.call')), reference('user', users)),
    ),
  ),
)
const sortNames = [
  'date_created',
  'date_updated',
  'name',
  'display_name',
  'description',
  'status_label',
  'num_contacts',
  SAMPLE_FIELDS.budget,
  SAMPLE_FIELDS.source,
  SAMPLE_FIELDS.renewal,
]
const sorts = fc.array(fc.record({ name: fc.constantFrom(...sortNames), descending: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
})
const wire = (sort: { name: string; descending: boolean }[]): WireSortKey[] =>
  sort.map(({ name, descending }) => ({
    direction: descending ? 'desc' : 'asc',
    field: name.startsWith('cf_') ? custom(name) : regular(name),
  }))

type Page = { data: { id: string }[]; cursor: string | null; count?: { limited: number; total: number } }

function searchPage(on: EngineState, body: Record<string, unknown>): Page {
  const answer = dataSearch(on, new Tx(on), body, ctx)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as Page
}

function walk(on: EngineState, body: Record<string, unknown>): { ids: string[]; sizes: number[] } {
  const found: string[] = []
  const sizes: number[] = []
  for (let cursor: string | null = null; ;) {
    const page: Page = searchPage(on, { ...body, cursor })
    found.push(...page.data.map(({ id }) => id))
    sizes.push(page.data.length)
    cursor = page.cursor
    if (cursor === null) return { ids: found, sizes }
  }
}

const leadsOf = (on: EngineState): Rec[] => [...on.all('lead')]

test('a search finds what a naive evaluation finds, in the same order, whatever the page size (contract 18)', () => {
  fc.assert(
    fc.property(
      leadQuery,
      sorts,
      fc.integer({ min: 1, max: LEADS + 5 }),
      fc.boolean(),
      (query, sort, limit, counted) => {
        const matches = leadsOf(state).filter((lead) => naiveMatch(state, 'lead', lead, query))
        const expected = naiveOrder(matches, sort, state).map((lead) => lead.id)
        const body = { query, sort: wire(sort), _limit: limit, include_counts: counted }
        expect(walk(state, body)).toEqual({
          ids: expected,
          sizes: Array.from({ length: Math.max(1, Math.ceil(expected.length / limit)) }, (_, page) =>
            Math.min(limit, expected.length - page * limit),
          ),
        })
        if (counted)
          expect(searchPage(state, body).count).toEqual({ limited: expected.length, total: expected.length })
      },
    ),
    { numRuns: 100 },
  )
})

test('after any writes a kept order is the order that a fresh state gives (contract 18, sort)', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      sorts,
      fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 25 }),
      (seed, sort, acts) => {
        const changed = sampleState(20, seed)
        const random = randomSource(seed)
        const keys = wire(sort)
        leadOrder(changed, keys, ctx)
        for (const [step, act] of acts.entries()) {
          writeAtRandom(changed, act, step, random)
          if (act % 2 === 0) leadOrder(changed, keys, ctx)
        }
        const expected = naiveOrder(leadsOf(changed), sort, changed).map((lead) => lead.id)
        expect(leadOrder(changed, keys, ctx)).toEqual(expected)
        const query = { type: 'text', value: 'north', mode: 'beginning_of_words' } as const
        const matches = leadsOf(changed).filter((lead) =>
          naiveMatch(changed, 'lead', lead, { ...query, negate: false }),
        )
        const inOrder = naiveOrder(matches, sort, changed).map((lead) => lead.id)
        expect(walk(changed, { query, sort: keys }).ids).toEqual(inOrder)
      },
    ),
    { numRuns: 100 },
  )
})

test('writes during a walk neither repeat nor skip leads whose sort values stay (contract 18)', () => {
  fc.assert(
    fc.property(fc.integer(), sorts, fc.integer({ min: 1, max: 9 }), (seed, sort, limit) => {
      const changed = sampleState(30, seed)
      const random = randomSource(seed)
      const before = new Set(leadsOf(changed).map((lead) => lead.id))
      const touched = new Set<string>()
      changed.onChange((change, old) => {
        for (const id of [change.id, old?.['lead_id'], change.record?.['lead_id']]) touched.add(String(id))
      })
      const body = { query: { type: 'match_all' }, sort: wire(sort), _limit: limit }
      const seen: string[] = []
      for (let cursor: string | null = null, step = 0; ; step += 1) {
        const page: Page = searchPage(changed, { ...body, cursor })
        seen.push(...page.data.map(({ id }) => id))
        cursor = page.cursor
        if (cursor === null) break
        writeAtRandom(changed, step % 5, step, random)
      }
      const stayed = [...before].filter((id) => !touched.has(id))
      for (const id of stayed) expect(seen.filter((other) => other === id)).toHaveLength(1)
    }),
    { numRuns: 50 },
  )
})

function writeAtRandom(on: EngineState, act: number, step: number, random: () => number): void {
  const leads = leadsOf(on)
  const lead = leads[Math.floor(random() * leads.length)]
  if (act === 0 || !lead) return on.apply(sampleLead(1000 + step, 1, random))
  const contact = on.childrenOf('contact', lead.id)[0]
  switch (act) {
    case 1:
      return on.apply([
        { table: 'lead', id: lead.id, record: { ...lead, name: step % 3 ? `Changed ${step}` : null } },
      ])
    case 2: {
      const children = (['contact', 'opportunity', 'task', 'activity'] as const).flatMap((table) =>
        on.childrenOf(table, lead.id).map(({ id }) => ({ table, id, record: null })),
      )
      return on.apply([...children, { table: 'lead', id: lead.id, record: null }])
    }
    case 3:
      if (!contact) return
      return on.apply([{ table: 'contact', id: contact.id, record: { ...contact, name: `North ${step}` } }])
    case 4: {
      const other = leads.find(({ id }) => id !== lead.id)
      if (!contact || !other) return
      const left = (lead['contact_ids'] as string[]).filter((id) => id !== contact.id)
      return on.apply([
        { table: 'contact', id: contact.id, record: { ...contact, lead_id: other.id } },
        { table: 'lead', id: lead.id, record: { ...lead, contact_ids: left } },
        {
          table: 'lead',
          id: other.id,
          record: { ...other, contact_ids: [...(other['contact_ids'] as string[]), contact.id] },
        },
      ])
    }
    default: {
      const status = on.get('lead_status', SAMPLE_STATUSES[step % SAMPLE_STATUSES.length] ?? '')
      if (!status) return
      return on.apply([
        { table: 'lead_status', id: status.id, record: { ...status, label: `Renamed ${step % 4}` } },
      ])
    }
  }
}
