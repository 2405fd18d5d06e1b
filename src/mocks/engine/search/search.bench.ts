import { EngineState, Tx } from '#mocks/engine/state.ts'
import { seedChanges } from '#mocks/seed/seed.ts'
import { dataSearch } from './data-search.ts'
import { leadIdsByCreated } from './sort-index.ts'
import { warmSearch } from './warm-up.ts'

const NOW = Date.UTC(2026, 2, 4, 12)
const CONTEXT = { now: NOW, newId: (prefix: string) => prefix, callerId: 'user_a', tzOffsetHours: 0 }
const RUNS = 9

/** Times the engine's search of demo data at three sizes and says so line by line. */
export function run(log: (line: string) => void): void {
  for (const leads of [1000, 10_000, 100_000]) {
    const say = (name: string, figures: string) => log(`  ${name.padEnd(44)} ${figures}`)
    log(`search, ${leads.toLocaleString('en')} leads (first call, then the median of ${RUNS})`)
    let state = new EngineState()
    const made = clock(() => (state = seeded(leads)))
    say('all leads made', ms(made))
    for (const [name, body] of casesFor(state)) say(name, timed(state, body))
    say('one write, then the newest page', timedAfterWrites(state))
    say(
      'one write, then free text, counted',
      timedAfterWrites(state, { query: text('bak'), include_counts: true }),
    )
    const fresh = seeded(leads)
    const steps = warmSteps(fresh)
    say('warmed up: the longest step, all of them', `${ms(Math.max(...steps))} ${ms(sum(steps))}`)
    say(
      'free text after that, common, counted',
      timed(fresh, { query: text('bak'), _limit: 50, include_counts: true }),
    )
  }
}

function seeded(leads: number): EngineState {
  const state = new EngineState()
  for (const { changes } of seedChanges({ seed: 1, leads, now: NOW })) state.apply(changes)
  return state
}

/** How long each step of warming up takes. */
function warmSteps(state: EngineState): number[] {
  const steps = warmSearch(state)
  const times: number[] = []
  for (;;) {
    const start = performance.now()
    const { done } = steps.next()
    times.push(performance.now() - start)
    if (done === true) return times
  }
}

const lead = (field_name: string) => ({ type: 'regular_field', object_type: 'lead', field_name })
const custom = (id: string) => ({ type: 'custom_field', custom_field_id: id })
const where = (field: unknown, condition: unknown) => ({ type: 'field_condition', field, condition })
const sorted = (field: unknown, direction: 'asc' | 'desc') => [{ direction, field }]
const text = (value: string) => ({ type: 'text', value, mode: 'beginning_of_words' })

const FIELDS = { lead: ['id', 'display_name', 'status_id', 'contacts', 'custom'] }
const ALL = { type: 'match_all' }

const casesFor = (state: EngineState): [name: string, body: Record<string, unknown>][] => [
  ['50 newest', { query: ALL, _limit: 50 }],
  ['50 newest with fields', { query: ALL, _limit: 50, _fields: FIELDS }],
  ['sort by display_name', { query: ALL, _limit: 50, sort: sorted(lead('display_name'), 'asc') }],
  ['sort by status_label', { query: ALL, _limit: 50, sort: sorted(lead('status_label'), 'asc') }],
  [
    'sort by a number',
    { query: ALL, _limit: 50, sort: sorted(custom(fieldNamed(state, 'Employees')), 'desc') },
  ],
  [
    'sort by last_activity_date',
    { query: ALL, _limit: 50, sort: sorted(lead('last_activity_date'), 'desc') },
  ],
  ['free text, common, counted', { query: text('bak'), _limit: 50, include_counts: true }],
  ['free text, rare, counted', { query: text('muller bakery b'), _limit: 50, include_counts: true }],
  ['free text, none, counted', { query: text('zebra'), _limit: 50, include_counts: true }],
  ['phone, counted', { query: text('030 2312'), _limit: 50, include_counts: true }],
  [
    'status and date, counted',
    {
      query: {
        type: 'and',
        queries: [
          where(lead('status_id'), {
            type: 'reference',
            reference_type: 'status.lead',
            object_ids: [...state.all('lead_status')].slice(0, 1).map(({ id }) => id),
          }),
          where(lead('date_created'), {
            type: 'moment_range',
            before: { type: 'fixed_utc', value: '2025-03-15T00:00:00Z' },
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

function timedAfterWrites(state: EngineState, body: Record<string, unknown> = { query: ALL }): string {
  const ids = leadIdsByCreated(state)
  const runs = Array.from({ length: RUNS + 1 }, (_, nth) => {
    const record = state.get('lead', ids[nth * 7] ?? '')
    if (!record) return 0
    return clock(() => {
      state.apply([{ table: 'lead', id: record.id, record: { ...record, name: `Changed ${nth}` } }])
      search(state, { ...body, _limit: 50 })
    })
  })
  return `${ms(runs[0] ?? 0)} ${ms(median(runs.slice(1)))}`
}

function search(state: EngineState, body: Record<string, unknown>): void {
  const { status } = dataSearch(state, new Tx(state), body, CONTEXT)
  if (status !== 200) throw new Error('The search was refused')
}

function fieldNamed(state: EngineState, name: string): string {
  return [...state.all('custom_field')].find((field) => field['name'] === name)?.id ?? ''
}

function clock(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0
}

function sum(times: number[]): number {
  return times.reduce((total, time) => total + time, 0)
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 1)} ms`.padStart(11)
}
