import { type EngineState, Tx } from '#mocks/engine/state.ts'
import { dataSearch } from './data-search.ts'
import { SAMPLE_FIELDS, SAMPLE_NOW, sampleState } from './sample-state.ts'
import { leadIdsByCreated } from './sort-index.ts'

const CONTEXT = { now: SAMPLE_NOW, newId: (prefix: string) => prefix, callerId: 'user_a', tzOffsetHours: 0 }
const RUNS = 9

/** Times the engine's search at three sizes and says so line by line. */
export function run(log: (line: string) => void): void {
  for (const leads of [1000, 10_000, 100_000]) {
    const state = sampleState(leads)
    log(`search, ${leads.toLocaleString('en')} leads (first call, then the median of ${RUNS})`)
    for (const [name, body] of CASES) log(`  ${name.padEnd(44)} ${timed(state, body)}`)
    log(`  ${'one write, then the newest page'.padEnd(44)} ${timedAfterWrites(state)}`)
  }
}

const lead = (field_name: string) => ({ type: 'regular_field', object_type: 'lead', field_name })
const custom = (id: string) => ({ type: 'custom_field', custom_field_id: id })
const where = (field: unknown, condition: unknown) => ({ type: 'field_condition', field, condition })
const sorted = (field: unknown, direction: 'asc' | 'desc') => [{ direction, field }]
const text = (value: string) => ({ type: 'text', value, mode: 'beginning_of_words' })

const FIELDS = { lead: ['id', 'display_name', 'status_id', 'contacts', 'custom'] }
const ALL = { type: 'match_all' }

const CASES: [name: string, body: Record<string, unknown>][] = [
  ['50 newest', { query: ALL, _limit: 50 }],
  ['50 newest with fields', { query: ALL, _limit: 50, _fields: FIELDS }],
  ['sort by display_name', { query: ALL, _limit: 50, sort: sorted(lead('display_name'), 'asc') }],
  ['sort by status_label', { query: ALL, _limit: 50, sort: sorted(lead('status_label'), 'asc') }],
  ['sort by a number', { query: ALL, _limit: 50, sort: sorted(custom(SAMPLE_FIELDS.budget), 'desc') }],
  [
    'sort by last_activity_date',
    { query: ALL, _limit: 50, sort: sorted(lead('last_activity_date'), 'desc') },
  ],
  ['free text, common, counted', { query: text('bak'), _limit: 50, include_counts: true }],
  ['free text, rare, counted', { query: text('northwind bakery 9'), _limit: 50, include_counts: true }],
  ['free text, none, counted', { query: text('zebra'), _limit: 50, include_counts: true }],
  ['phone, counted', { query: text('07700 9001'), _limit: 50, include_counts: true }],
  [
    'status and date, counted',
    {
      query: {
        type: 'and',
        queries: [
          where(lead('status_id'), {
            type: 'reference',
            reference_type: 'status.lead',
            object_ids: ['stat_new'],
          }),
          where(lead('date_created'), {
            type: 'moment_range',
            before: { type: 'fixed_utc', value: '2026-03-15T00:00:00Z' },
          }),
        ],
      },
      _limit: 50,
      include_counts: true,
    },
  ],
  [
    'has a contact with a title, counted',
    {
      query: {
        type: 'has_related',
        this_object_type: 'lead',
        related_object_type: 'contact',
        related_query: where(
          { type: 'regular_field', object_type: 'contact', field_name: 'title' },
          { type: 'text', mode: 'full_words', value: 'owner' },
        ),
      },
      _limit: 50,
      include_counts: true,
    },
  ],
]

function timed(state: EngineState, body: Record<string, unknown>): string {
  // a limit of its own makes each run a query of its own, which no earlier run has found
  const once = (results_limit: number) => clock(() => search(state, { ...body, results_limit }))
  const first = once(1_000_000)
  const runs = Array.from({ length: RUNS }, (_, nth) => once(1_000_001 + nth))
  return `${ms(first)} ${ms(median(runs))}`
}

function timedAfterWrites(state: EngineState): string {
  const ids = leadIdsByCreated(state)
  const runs = Array.from({ length: RUNS + 1 }, (_, nth) => {
    const record = state.get('lead', ids[nth * 7] ?? '')
    if (!record) return 0
    return clock(() => {
      state.apply([{ table: 'lead', id: record.id, record: { ...record, name: `Changed ${nth}` } }])
      search(state, { query: ALL, _limit: 50 })
    })
  })
  return `${ms(runs[0] ?? 0)} ${ms(median(runs.slice(1)))}`
}

function search(state: EngineState, body: Record<string, unknown>): void {
  const { status } = dataSearch(state, new Tx(state), body, CONTEXT)
  if (status !== 200) throw new Error('The search was refused')
}

function clock(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 1)} ms`.padStart(11)
}
