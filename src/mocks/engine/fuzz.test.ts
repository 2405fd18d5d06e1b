import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { handle } from './engine.ts'
import { ROUTES } from './routes.ts'
import { TABLES, type Table } from './state.ts'
import { createTestServer, idOf } from './test-server.ts'

/** Statuses that the contract documents (section 4) and the redirect of section 1. */
const DOCUMENTED = new Set([200, 201, 204, 308, 400, 401, 402, 403, 404, 405, 415, 429])

/** A server with some of everything; its ids are the same each time. */
function prepare() {
  const server = createTestServer()
  const field = (body: object) => `custom.${idOf(server.ok('POST', '/custom_field/lead/', body))}`
  const keys = [
    field({ name: 'Text', type: 'text' }),
    field({ name: 'Many', type: 'choices', choices: ['a', 'b'], accepts_multiple_values: true }),
    field({ name: 'User', type: 'user', accepts_multiple_values: true }),
  ]
  const contacts = [{ name: 'B', emails: [{ email: 'b@x.example' }] }]
  const leads = [1, 2].map(() => server.ok('POST', '/lead/', { name: 'A', contacts }))
  const below = { lead_id: leads[0]?.['id'] }
  for (const path of ['/opportunity/', '/task/', '/activity/note/']) server.ok('POST', path, below)
  server.ok('POST', '/activity/email/', { ...below, status: 'draft' })
  server.ok('POST', '/custom_field/shared/', { name: 'S', type: 'text' })
  server.ok('POST', '/custom_activity/', { name: 'T' })
  const everyLead = { type: 'object_type', object_type: 'lead' }
  server.ok('POST', '/saved_search/', { name: 'V', s_query: { query: everyLead } })
  server.ok('POST', '/bulk_action/delete/', { s_query: everyLead, results_limit: 1 })
  server.ok('POST', '/export/lead/', { format: 'csv', type: 'leads' })
  server.ok('POST', '/integration_link/', { name: 'L', type: 'lead', url: 'https://x.example/{{ lead.id }}' })
  server.ok('POST', '/webhook/', {
    url: 'https://x.example',
    events: [{ object_type: 'lead', action: 'created' }],
  })
  server.ok('POST', '/email_template/', { name: 'M' })
  return { server, keys }
}

const { server, keys } = prepare()

/** Ids of everything that there is, by table. */
const idsOf = (table: Table) => [...server.state.all(table)].slice(0, 3).map((rec) => rec.id)
const known = TABLES.flatMap(idsOf)
const text = fc.string({ maxLength: 12 }).map(encodeURIComponent)
const id = fc.oneof(fc.constantFrom(...known), text)

/** Mostly an id that the path's resource knows, so that requests get further than 404. */
function idFor(path: string): fc.Arbitrary<string> {
  const table =
    TABLES.find((name) => path.startsWith(`/${name}/`)) ??
    (path.startsWith('/status/lead') ? 'lead_status' : 'opportunity_status')
  const fitting = idsOf(table)
  return fitting.length === 0 ? id : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, id)
}

const bodyKeys = [
  ...keys.flatMap((key) => [key, `${key}.add`, `${key}.remove`]),
  ...'name label type choices status status_id lead_id contact_id user_id contacts emails phones urls addresses url'.split(
    ' ',
  ),
  ...'description value confidence date is_complete note note_html source destination fields query s_query sort'.split(
    ' ',
  ),
  ...'_fields _limit cursor _params custom custom.x object_type pipeline_id statuses lead_statuses permissions'.split(
    ' ',
  ),
  ...'old_status_id new_status_id date_created created_by events role_id format currency sharing_settings'.split(
    ' ',
  ),
  ...'custom_field_id custom_field_value lead_status_id send_in accepts_multiple_values __proto__ constructor'.split(
    ' ',
  ),
]
const leaf = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    '',
    'a',
    '2026-03-04',
    'x@y.example',
    'set_lead_status',
  ),
  fc.string({ maxLength: 8 }),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('id', 'email', 'phone', 'type', 'query', 'queries', 'label', 'url'),
        fc.constantFrom(...bodyKeys),
      ),
      tie('any'),
      { maxKeys: 3 },
    ),
  ),
})).any
/** Values that the resources take, so that many a request succeeds. */
const PLAUSIBLE: Record<string, unknown[]> = {
  lead_id: idsOf('lead'),
  source: idsOf('lead'),
  destination: idsOf('lead'),
  contact_id: idsOf('contact'),
  user_id: idsOf('user'),
  status_id: [...idsOf('lead_status'), ...idsOf('opportunity_status')],
  old_status_id: idsOf('lead_status'),
  new_status_id: idsOf('lead_status'),
  pipeline_id: idsOf('pipeline'),
  lead_status_id: idsOf('lead_status'),
  custom_field_id: idsOf('custom_field'),
  role_id: ['user', 'admin', 'restricteduser'],
  name: ['A', 'B'],
  label: ['A', 'B'],
  status: ['Customer', 'draft', 'sent', 'paused', 'resuming', 'completed'],
  type: ['text', 'choices', 'active', 'lead', 'set_lead_status', 'clear_custom_field'],
  object_type: ['lead', 'contact'],
  choices: [['a', 'b'], ['b']],
  accepts_multiple_values: [true, false],
  is_complete: [true, false],
  date: ['2026-03-04', null],
  value: [100, 0, null],
  confidence: [0, 100],
  note: ['x', ''],
  format: ['csv', 'json'],
  emails: [[{ email: 'n@x.example' }], []],
  phones: [[{ phone: '+12025550143' }], []],
  contacts: [[{ name: 'C' }], []],
  s_query: [
    { type: 'object_type', object_type: 'lead' },
    { query: { type: 'object_type', object_type: 'lead' } },
  ],
}
function objectOf(names: readonly string[], valueOf: (name: string) => fc.Arbitrary<unknown>, max: number) {
  return fc
    .uniqueArray(fc.constantFrom(...names), { maxLength: max })
    .chain((keys) => fc.tuple(...keys.map(valueOf)).map((values) => keys.map((key, i) => [key, values[i]])))
    .map((entries) => Object.fromEntries(entries) as Record<string, unknown>)
}
/** A body that many a resource takes. */
const plausible = objectOf(Object.keys(PLAUSIBLE), (key) => fc.constantFrom(...(PLAUSIBLE[key] ?? [])), 16)
/** One that few take. */
const wild = objectOf(bodyKeys, () => value, 6)
const body = fc.oneof({ weight: 5, arbitrary: plausible }, { weight: 3, arbitrary: wild }, value)

const queryKeys =
  '_fields _limit _skip _order_by id__in lead_id query view _type date date_created__gt activity_at__lt _cursor _group_by thread_emails object_id action user_id lead_saved_search_id lead_query is_stalled _expand type'.split(
    ' ',
  )
const query = fc
  .dictionary(
    fc.constantFrom(...queryKeys),
    fc.oneof(id, fc.constantFrom('', '0', '-1', 'true', '2026-01-01', 'custom,id', '_all')),
    {
      maxKeys: 3,
    },
  )
  .map((entries) => new URLSearchParams(entries).toString())

const target = fc.constantFrom(...Object.keys(ROUTES)).chain((key) => {
  const [method = '', path = ''] = key.split(' ')
  return fc.tuple(fc.array(idFor(path), { minLength: 2, maxLength: 2 }), query).map(([ids, search]) => {
    const rest = [...ids]
    const filled = path.replace(/\{\w+\}/g, () => rest.shift() ?? 'x')
    return { method, path: search ? `${filled}?${search}` : filled }
  })
})
const anywhere = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'get', ''),
  path: fc.string({ maxLength: 30, unit: fc.constantFrom(...'/?&=%._-{}leadcontask12 ü\u0000'.split('')) }),
})
const headers = fc.record({
  authorization: fc.constantFrom('Bearer x', `Basic ${btoa('k:')}`, 'Basic', ''),
  'content-type': fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    '',
  ),
  'x-http-method-override': fc.constantFrom('GET', 'PUT', ''),
  'x-tz-offset': fc.constantFrom('5.5', '-12', 'abc', '99', ''),
})

/** Mostly plain headers, so that most requests get further than the door. */
const someHeaders = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ authorization: 'Bearer x', 'content-type': 'application/json' }) },
  { weight: 1, arbitrary: headers },
)
const rawBody = fc.oneof(
  { weight: 9, arbitrary: body.map((json) => JSON.stringify(json)) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, '', '{', 'null', '[]', '"x"') },
)

const where = fc.oneof({ weight: 12, arbitrary: target }, { weight: 1, arbitrary: anywhere })

test('any request gets JSON with a documented status, and only a success changes anything', () => {
  fc.assert(
    fc.property(where, someHeaders, rawBody, (to, sent, raw) => {
      const request = { ...to, headers: sent, body: raw }
      let ids = 0
      const ctx = { now: server.clock.now, newId: (prefix: string) => `${prefix}fuzz${(ids += 1)}` }
      const answer = handle(server.state, request, ctx)
      expect(DOCUMENTED, JSON.stringify(answer.body)).toContain(answer.status)
      expect(JSON.stringify(answer.body) === undefined).toBe(answer.body === undefined)
      if (answer.status >= 300 || to.method === 'GET') expect(answer.changes).toEqual([])
    }),
    { numRuns: 1500 },
  )
}, 30_000)

test('so it goes on, one request after the other, while time passes', () => {
  const step = fc.record({ to: target, body, wait: fc.constantFrom(0, 1, 500, 60_000, 86_400_000) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      const { server: own } = prepare()
      for (const { to, body: json, wait } of steps) {
        own.clock.now += wait
        const isRead = to.method === 'GET' || to.method === 'DELETE'
        const answer = own.call(to.method, to.path, isRead ? undefined : json)
        expect(DOCUMENTED, JSON.stringify(answer.body)).toContain(answer.status)
      }
      for (const path of [
        '/lead/?_fields=_all',
        '/opportunity/',
        '/task/?_type=all',
        '/activity/',
        '/event/',
        '/me/',
      ]) {
        expect(own.call('GET', path).status).toBe(200)
      }
    }),
    { numRuns: 40 },
  )
}, 30_000)
