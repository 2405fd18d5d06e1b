import { describe, expect, test } from 'vitest'
import {
  createTestServer,
  dataOf,
  fieldErrors,
  idOf,
  sortedTexts,
  type Json,
  type TestServer,
} from './test-server.ts'

function pair(
  server: TestServer,
  source: Json = { name: 'Source' },
  destination: Json = { name: 'Destination' },
) {
  return {
    source: idOf(server.ok('POST', '/lead/', source)),
    destination: idOf(server.ok('POST', '/lead/', destination)),
  }
}

const listed = (server: TestServer, path: string) => dataOf(server.ok('GET', path))

describe('9 Merge', () => {
  test('answers 200 {"status": "ok"}; the source is gone, the destination keeps its id', () => {
    const server = createTestServer()
    const { source, destination } = pair(server)
    const answer = server.call('POST', '/lead/merge/', { source, destination })
    expect(answer).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(server.call('GET', `/lead/${source}/`).status).toBe(404)
    expect(server.ok('GET', `/lead/${destination}/`)).toMatchObject({ id: destination, name: 'Destination' })
  })

  test.each([
    ['an unknown source', { source: 'lead_x' }, 404, { errors: ['Source lead does not exist.'] }],
    [
      'an unknown destination',
      { destination: 'lead_x' },
      404,
      { errors: ['Destination lead does not exist.'] },
    ],
    [
      'no source',
      { source: undefined },
      400,
      { errors: [], 'field-errors': { source: 'This field is required.' } },
    ],
  ])('%s', (_case, change, status, body) => {
    const server = createTestServer()
    const answer = server.call('POST', '/lead/merge/', { ...pair(server), ...change })
    expect(answer).toMatchObject({ status, body })
    expect(server.state.size('lead')).toBe(2)
  })

  test('a lead cannot be merged with itself', () => {
    const server = createTestServer()
    const { source } = pair(server)
    const answer = server.call('POST', '/lead/merge/', { source, destination: source })
    expect(answer.status).toBe(400)
    expect(fieldErrors(answer)).toHaveProperty('destination')
  })

  test('fields: the destination keeps its own, empty ones are filled, several values and addresses united', () => {
    const server = createTestServer()
    const one = idOf(server.ok('POST', '/custom_field/lead/', { name: 'One', type: 'text' }))
    const two = idOf(server.ok('POST', '/custom_field/lead/', { name: 'Two', type: 'text' }))
    const choices = { name: 'Many', type: 'choices', choices: ['a', 'b', 'c'], accepts_multiple_values: true }
    const many = idOf(server.ok('POST', '/custom_field/lead/', choices))
    const leeds = { label: 'business', city: 'Leeds' }
    const york = { label: 'business', city: 'York' }
    const { source, destination } = pair(
      server,
      {
        name: 'Source',
        description: 'from the source',
        url: 'https://source.example',
        status: 'Customer',
        addresses: [leeds, york],
        [`custom.${one}`]: 'source',
        [`custom.${two}`]: 'source',
        [`custom.${many}`]: ['b', 'c'],
      },
      {
        url: 'https://destination.example',
        addresses: [york],
        [`custom.${one}`]: 'destination',
        [`custom.${many}`]: ['a', 'b'],
      },
    )
    const before = server.ok('GET', `/lead/${destination}/`)
    server.ok('POST', '/lead/merge/', { source, destination })
    const after = server.ok('GET', `/lead/${destination}/`)
    expect(after).toMatchObject({
      name: 'Source',
      description: 'from the source',
      url: 'https://destination.example',
      status_id: before['status_id'],
      date_created: before['date_created'],
      addresses: [york, leeds],
      [`custom.${one}`]: 'destination',
      [`custom.${two}`]: 'source',
      [`custom.${many}`]: ['a', 'b', 'c'],
    })
    expect(String(after['date_updated']) > String(before['date_updated'])).toBe(true)
  })

  test('children move whole, with ids and dates; equal contacts are not combined', () => {
    const server = createTestServer()
    const contact = { name: 'Asha', emails: [{ email: 'asha@x.example' }] }
    const { source, destination } = pair(server, { contacts: [contact] }, { contacts: [contact] })
    const task = server.ok('POST', '/task/', { lead_id: source, text: 'call' })
    const opportunity = server.ok('POST', '/opportunity/', { lead_id: source, value: 100 })
    const note = server.ok('POST', '/activity/note/', { lead_id: source, note: 'hi' })
    const contactsBefore = [destination, source].flatMap(
      (id) => server.ok('GET', `/lead/${id}/`)['contact_ids'] as string[],
    )
    server.clock.now += 60_000
    server.ok('POST', '/lead/merge/', { source, destination })
    const merged = server.ok('GET', `/lead/${destination}/`)
    expect(merged['contact_ids']).toEqual(contactsBefore)
    expect(merged['tasks']).toMatchObject([
      { id: task['id'], lead_id: destination, date_updated: task['date_updated'] },
    ])
    expect(merged['opportunities']).toMatchObject([
      { id: opportunity['id'], date_updated: opportunity['date_updated'] },
    ])
    expect(server.ok('GET', `/activity/note/${idOf(note)}/`)).toMatchObject({
      lead_id: destination,
      date_created: note['date_created'],
    })
    expect(listed(server, `/contact/?lead_id=${source}`)).toEqual([])
  })

  test('no status change is logged; one LeadMerge activity is, with both spellings of its progress', () => {
    const server = createTestServer()
    const { source, destination } = pair(server, { name: 'S', status: 'Customer' })
    server.ok('POST', '/lead/merge/', { source, destination })
    const types = sortedTexts(listed(server, `/activity/?lead_id=${destination}`), '_type')
    expect(types).toEqual(['Created', 'Created', 'LeadMerge'])
    expect(listed(server, `/activity/lead_merge/?lead_id=${destination}`)).toMatchObject([
      {
        merge_status: 'completed',
        status: 'completed',
        source_lead_id: source,
        source_lead_name: 'S',
        destination_lead_id: destination,
      },
    ])
  })

  test('events of both leads and their children name both leads; the source is deleted, the destination merged', () => {
    const server = createTestServer()
    const { source, destination } = pair(server, { contacts: [{ name: 'Asha' }] })
    server.ok('POST', '/lead/merge/', { source, destination })
    const [newest] = listed(server, '/event/')
    expect(newest).toMatchObject({ object_type: 'lead', action: 'merged', data: { id: destination } })
    const events = listed(server, `/event/?request_id=${newest?.['request_id'] as string}`)
    const meta = { merge_source_lead_id: source, merge_destination_lead_id: destination }
    for (const event of events) expect(event['meta']).toMatchObject(meta)
    const gone = events.find((event) => event['object_id'] === source)
    expect(gone).toMatchObject({ action: 'deleted', previous_data: { id: source } })
    const moved = events.find((event) => event['object_type'] === 'contact')
    expect(moved).toMatchObject({
      action: 'updated',
      changed_fields: ['lead_id'],
      previous_data: { lead_id: source },
      lead_id: destination,
    })
  })

  test('it needs the merge_leads permission', () => {
    const server = createTestServer()
    const leads = pair(server)
    const membership = [...server.state.all('membership')].find((m) => m['role_id'] === 'restricteduser')
    const key = [...server.state.all('api_key')].find((k) => k['user_id'] === membership?.['user_id'])
    const headers = { authorization: `Bearer ${key?.id}` }
    expect(server.call('POST', '/lead/merge/', leads, headers).status).toBe(403)
  })

  test('several leads are merged one after the other into the same destination', () => {
    const server = createTestServer()
    const { source, destination } = pair(server, { contacts: [{ name: 'A' }] })
    const third = idOf(server.ok('POST', '/lead/', { contacts: [{ name: 'B' }] }))
    server.ok('POST', '/lead/merge/', { source, destination })
    server.ok('POST', '/lead/merge/', { source: third, destination })
    expect(server.ok('GET', `/lead/${destination}/`)['contact_ids']).toHaveLength(2)
    expect(server.state.size('lead')).toBe(1)
  })
})

describe('the slowMerge switch', () => {
  const slow = () => createTestServer({ slowMerge: 3000 })
  const progress = (server: TestServer, lead: string) =>
    listed(server, `/activity/lead_merge/?lead_id=${lead}`).map((activity) => activity['merge_status'])

  test('both leads stay until the time has passed, then the activity is completed', () => {
    const server = slow()
    const { source, destination } = pair(server)
    server.ok('POST', '/lead/merge/', { source, destination })
    server.clock.now += 2999
    expect(server.call('GET', `/lead/${source}/`).status).toBe(200)
    expect(progress(server, destination)).toEqual(['in-progress'])
    server.clock.now += 1
    expect(server.call('GET', `/lead/${source}/`).status).toBe(404)
    expect(progress(server, destination)).toEqual(['completed'])
    expect(listed(server, '/event/').some((event) => event['action'] === 'merged')).toBe(true)
  })

  test.each([
    ['the other way round', (a: string, b: string) => ({ source: b, destination: a })],
    ['once more', (a: string, b: string) => ({ source: a, destination: b })],
    ['the source elsewhere', (a: string, _b: string, c: string) => ({ source: a, destination: c })],
    ['another lead into the source', (a: string, _b: string, c: string) => ({ source: c, destination: a })],
    ['the destination elsewhere', (_a: string, b: string, c: string) => ({ source: b, destination: c })],
  ])('while A is merged into B, merging %s is refused', (_case, next) => {
    const server = slow()
    const { source, destination } = pair(server)
    const third = idOf(server.ok('POST', '/lead/', {}))
    server.ok('POST', '/lead/merge/', { source, destination })
    expect(server.call('POST', '/lead/merge/', next(source, destination, third)).status).toBe(400)
    server.clock.now += 3000
    expect(listed(server, '/lead/')).toHaveLength(2)
  })

  test('more leads may go into the same destination meanwhile', () => {
    const server = slow()
    const { source, destination } = pair(server, { contacts: [{ name: 'A' }] })
    const third = idOf(server.ok('POST', '/lead/', { contacts: [{ name: 'C' }] }))
    server.ok('POST', '/lead/merge/', { source, destination })
    server.ok('POST', '/lead/merge/', { source: third, destination })
    server.clock.now += 3000
    expect(server.ok('GET', `/lead/${destination}/`)['contact_ids']).toHaveLength(2)
  })

  test('a merge whose source was deleted meanwhile ends as an error and loses nothing else', () => {
    const server = slow()
    const { source, destination } = pair(server)
    server.ok('POST', '/lead/merge/', { source, destination })
    server.ok('DELETE', `/lead/${source}/`)
    server.clock.now += 3000
    expect(progress(server, destination)).toEqual(['error'])
    expect(server.call('GET', `/lead/${destination}/`).status).toBe(200)
  })
})
