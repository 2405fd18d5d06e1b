import { describe, expect, test } from 'vitest'
import { runningJobs } from './jobs.ts'
import { createTestServer, idOf, type Json, type TestServer } from './test-server.ts'

/** Work that outlasts its request, and what it is about going away meanwhile. */

const MINUTE = 60_000

function prepare() {
  const server = createTestServer({ slowMerge: 1000, slowConversion: 1000 })
  const contacts = [{ emails: [{ email: 'a@x.example' }] }]
  const [source, destination] = ['A', 'B'].map((name) =>
    idOf(server.ok('POST', '/lead/', { name, contacts })),
  )
  const field = idOf(server.ok('POST', '/custom_field/lead/', { name: 'Size', type: 'text' }))
  const template = idOf(server.ok('POST', '/email_template/', { name: 'Hi' }))
  const sequence = idOf(server.ok('POST', '/sequence/', { name: 'Q' }))
  return { server, paths: { source, destination, field, template, sequence } }
}

type Prepared = ReturnType<typeof prepare>

const s_query = { type: 'object_type', object_type: 'lead' }
const sender = {
  sender_account_id: 'x',
  sender_name: 'R',
  sender_email: 'r@x.example',
  contact_preference: 'lead',
}

const STARTS: [string, (prepared: Prepared) => Json][] = [
  [
    'a merge',
    ({ server, paths: { source, destination } }) =>
      server.ok('POST', '/lead/merge/', { source, destination }),
  ],
  [
    'a conversion',
    ({ server, paths }) => server.ok('PUT', `/custom_field/lead/${paths.field}/`, { type: 'number' }),
  ],
  [
    'a bulk edit',
    ({ server, paths }) => {
      const edit = {
        type: 'set_custom_field',
        custom_field_id: paths.field,
        custom_field_value: 'x',
        s_query,
      }
      return server.ok('POST', '/bulk_action/edit/', edit)
    },
  ],
  ['a bulk delete', ({ server }) => server.ok('POST', '/bulk_action/delete/', { s_query })],
  [
    'a bulk e-mail',
    ({ server, paths }) => server.ok('POST', '/bulk_action/email/', { s_query, template_id: paths.template }),
  ],
  [
    'a bulk subscription',
    ({ server, paths }) => {
      const body = { s_query, action_type: 'subscribe', sequence_id: paths.sequence, ...sender }
      return server.ok('POST', '/bulk_action/sequence_subscription/', body)
    },
  ],
  ['an export', ({ server }) => server.ok('POST', '/export/lead/', { format: 'json', type: 'leads' })],
]

function deleteOne(
  server: TestServer,
  { source, destination, field, template, sequence }: Prepared['paths'],
  nth: number,
) {
  const paths = [
    `/lead/${source}/`,
    `/lead/${destination}/`,
    `/custom_field/lead/${field}/`,
    `/email_template/${template}/`,
    `/sequence/${sequence}/`,
  ]
  server.ok('DELETE', paths[nth] ?? '')
}

describe.each(STARTS)('%s ends', (_name, start) => {
  test('by itself', () => {
    const prepared = prepare()
    start(prepared)
    expect(runningJobs(prepared.server.state)).toHaveLength(1)
    prepared.server.clock.now += MINUTE
    expect(prepared.server.call('GET', '/me/').status).toBe(200)
    expect(runningJobs(prepared.server.state)).toEqual([])
  })

  test.each([0, 1, 2, 3, 4])('also when what it is about is gone (%i)', (nth) => {
    const prepared = prepare()
    const { server } = prepared
    start(prepared)
    deleteOne(server, prepared.paths, nth)
    server.clock.now += MINUTE
    for (const path of ['/me/', '/lead/', '/activity/', '/export/', '/bulk_action/edit/']) {
      expect(server.call('GET', path).status, path).toBe(200)
    }
    expect(runningJobs(server.state)).toEqual([])
    for (const order of server.state.all('export')) server.ok('GET', `/export/${order.id}/`)
  })
})

test('a refused search leaves no trace, though background work was due', () => {
  const prepared = prepare()
  const { server } = prepared
  server.ok('POST', '/bulk_action/delete/', { s_query })
  server.clock.now += MINUTE
  const refused = server.call('POST', '/data/search/', { query: { type: 'nothing' } })
  expect(refused.status).toBe(400)
  expect(refused.changes).toEqual([])
  server.ok('GET', '/me/')
  expect(server.state.size('lead')).toBe(0)
})
