import { describe, expect, test } from 'vitest'
import { createTestServer, dataOf, fieldErrors, idOf, type Json, type TestServer } from './test-server.ts'

const all = (type: string) => ({ type: 'object_type', object_type: type })

/** Two leads: the first has two contacts with e-mails, the second none. */
function prepare() {
  const server = createTestServer()
  const lead = idOf(
    server.ok('POST', '/lead/', {
      name: 'Acme',
      contacts: [
        { name: 'Asha Verma', emails: [{ email: 'asha@x.example' }, { email: 'a@x.example' }] },
        { name: 'Bo Li', emails: [{ email: 'bo@x.example' }] },
      ],
    }),
  )
  const other = idOf(server.ok('POST', '/lead/', { name: 'Zed' }))
  return { server, lead, other }
}

function run(server: TestServer, kind: string, body: Json): Json {
  const action = server.ok('POST', `/bulk_action/${kind}/`, body)
  server.clock.now += 60_000
  return server.ok('GET', `/bulk_action/${kind}/${idOf(action)}/`)
}

describe('bulk edits of other objects (contract 20)', () => {
  test.each(['contact', 'opportunity'])('set_%s_custom_field and its clearing', (type) => {
    const { server, lead } = prepare()
    const key = `custom.${idOf(server.ok('POST', `/custom_field/${type}/`, { name: 'Rank', type: 'number' }))}`
    if (type === 'opportunity') server.ok('POST', '/opportunity/', { lead_id: lead })
    const edit = { custom_field_id: key.slice(7), s_query: all(type) }
    const done = run(server, 'edit', { ...edit, type: `set_${type}_custom_field`, custom_field_value: 3 })
    const count = type === 'contact' ? 2 : 1
    expect(done).toMatchObject({ status: 'done', n_objects: count, n_objects_processed: count, n_leads: 1 })
    const values = () => dataOf(server.ok('GET', `/${type}/`)).map((object) => object[key])
    expect(values()).toEqual(Array.from({ length: count }, () => 3))
    run(server, 'edit', { ...edit, type: `clear_${type}_custom_field` })
    expect(values()).toEqual(Array.from({ length: count }, () => undefined))
  })

  test('of typed objects only those whose type has the field', () => {
    const { server, lead } = prepare()
    const types = ['A', 'B'].map((name) => idOf(server.ok('POST', '/custom_activity/', { name })))
    const definition = { name: 'Rank', type: 'number', custom_activity_type_id: types[0] }
    const field = idOf(server.ok('POST', '/custom_field/activity/', definition))
    for (const custom_activity_type_id of types) {
      server.ok('POST', '/activity/custom/', { lead_id: lead, custom_activity_type_id })
    }
    const type = 'set_activity_custom_field'
    const edit = { type, custom_field_name: 'Rank', custom_field_value: 1 }
    run(server, 'edit', { ...edit, s_query: all('activity.custom_activity') })
    const seen = dataOf(server.ok('GET', '/activity/custom/'))
    const byType = new Map(seen.map((one) => [one['custom_activity_type_id'], one[`custom.${field}`]]))
    expect(types.map((id) => byType.get(id))).toEqual([1, undefined])
  })

  test('a global field is a shared one, on whatever the query finds', () => {
    const { server } = prepare()
    const field = idOf(server.ok('POST', '/custom_field/shared/', { name: 'Rank', type: 'number' }))
    server.ok('POST', `/custom_field/shared/${field}/association/`, { object_type: 'contact' })
    const edit = { type: 'set_global_custom_field', custom_field_id: field, custom_field_value: 7 }
    run(server, 'edit', { ...edit, s_query: all('contact') })
    expect(dataOf(server.ok('GET', '/contact/')).map((one) => one[`custom.${field}`])).toEqual([7, 7])
    const refused = server.call('POST', '/bulk_action/edit/', { ...edit, s_query: all('lead') })
    expect(fieldErrors(refused)).toHaveProperty('custom_field')
  })

  test('the query must find what the type is for', () => {
    const { server } = prepare()
    const field = idOf(server.ok('POST', '/custom_field/contact/', { name: 'Rank', type: 'number' }))
    const edit = { type: 'set_contact_custom_field', custom_field_id: field, custom_field_value: 7 }
    expect(
      fieldErrors(server.call('POST', '/bulk_action/edit/', { ...edit, s_query: all('lead') })),
    ).toHaveProperty('s_query')
  })
})

test('a bulk delete names the type of its objects and takes each with what belongs to it (contract 20)', () => {
  const { server, lead } = prepare()
  expect(run(server, 'delete', { s_query: all('contact') })).toMatchObject({
    bulk_object_type: 'contact',
    status: 'done',
    n_objects: 2,
    n_leads: 1,
  })
  expect(server.ok('GET', `/lead/${lead}/`)['contact_ids']).toEqual([])
  server.ok('POST', '/activity/email/', { lead_id: lead, status: 'draft', subject: 'Hi' })
  run(server, 'delete', { s_query: all('activity.email') })
  expect(dataOf(server.ok('GET', '/activity/emailthread/'))).toEqual([])
})

describe('bulk e-mail (contract 20)', () => {
  const template = {
    name: 'Hi',
    subject: 'Hello {{ contact.first_name }}',
    body: '<p>From {{lead.name}}</p>',
  }
  const emails = (server: TestServer) => dataOf(server.ok('GET', '/activity/email/'))

  test.each([
    ['lead', [['asha@x.example']]],
    ['contact', [['asha@x.example'], ['bo@x.example']]],
  ])('contact_preference %s', (contact_preference, recipients) => {
    const { server } = prepare()
    const template_id = idOf(server.ok('POST', '/email_template/', template))
    const done = run(server, 'email', { s_query: all('lead'), template_id, contact_preference })
    expect(idOf(done)).toMatch(/^bulkemail_[0-9A-Za-z]{43}$/)
    expect(done).toMatchObject({ status: 'done', template_id, n_leads: 2, n_objects: 2 })
    const sent = emails(server).sort((a, b) => String(a['to']).localeCompare(String(b['to'])))
    expect(sent.map((email) => email['to'])).toEqual(recipients)
    expect(sent[0]).toMatchObject({
      status: 'sent',
      subject: 'Hello Asha',
      body_html: '<p>From Acme</p>',
      template_id,
      bulk_email_action_id: done['id'],
    })
    const listed = dataOf(server.ok('GET', `/bulk_action/email/?template_id=${template_id}`))
    expect(listed.map(idOf)).toEqual([done['id']])
  })

  test('template and permission are needed, and a query of leads', () => {
    const { server } = prepare()
    const post = (body: Json) => server.call('POST', '/bulk_action/email/', body)
    expect(fieldErrors(post({ s_query: all('lead') }))).toHaveProperty('template')
    const template_id = idOf(server.ok('POST', '/email_template/', template))
    expect(fieldErrors(post({ s_query: all('contact'), template_id }))).toHaveProperty('s_query')
    expect(fieldErrors(post({ s_query: {}, template_id }))).toHaveProperty('s_query')
    const [membership] = server.state.all('membership')
    server.state.apply([
      {
        table: 'membership',
        id: membership?.id ?? '',
        record: { ...membership, id: membership?.id ?? '', role_id: 'restricteduser' },
      },
    ])
    expect(post({ s_query: all('lead'), template_id }).status).toBe(403)
  })

  test('nobody who unsubscribed gets one (contract 10, is_unsubscribed)', () => {
    const { server } = prepare()
    for (const contact of server.state.all('contact')) {
      const points = (contact['emails'] as Json[]).map((email) => ({ ...email, is_unsubscribed: true }))
      server.state.apply([{ table: 'contact', id: contact.id, record: { ...contact, emails: points } }])
    }
    const template_id = idOf(server.ok('POST', '/email_template/', template))
    run(server, 'email', { s_query: all('lead'), template_id, contact_preference: 'contact' })
    expect(emails(server)).toEqual([])
  })
})

describe('bulk sequence subscriptions (contract 20)', () => {
  const sender = { sender_account_id: 'emailacct_x', sender_name: 'R', sender_email: 'r@x.example' }

  function subscribed() {
    const { server, lead } = prepare()
    const sequence_id = idOf(
      server.ok('POST', '/sequence/', { name: 'Welcome', steps: [{ step_type: 'call' }] }),
    )
    const body = { action_type: 'subscribe', sequence_id, contact_preference: 'contact', ...sender }
    const act = (more: Json) =>
      run(server, 'sequence_subscription', { s_query: all('lead'), ...body, ...more })
    const list = () => dataOf(server.ok('GET', `/sequence_subscription/?lead_id=${lead}`))
    return { server, lead, sequence_id, act, list, done: act({}) }
  }

  test('subscribe those who never had the sequence, once', () => {
    const { act, list, done, sequence_id } = subscribed()
    expect(idOf(done)).toMatch(/^bulkseqsub_[0-9A-Za-z]{43}$/)
    expect(done).toMatchObject({
      action_type: 'subscribe',
      sequence_id,
      calls_assigned_to: null,
      status: 'done',
    })
    expect(list().map((one) => one['contact_email'])).toEqual(['asha@x.example', 'bo@x.example'])
    act({})
    expect(list()).toHaveLength(2)
  })

  test('pause and resume, those to a sequence or all', () => {
    const { act, list } = subscribed()
    const statuses = () => list().map((one) => one['status'])
    act({ action_type: 'pause', sequence_id: null })
    expect(statuses()).toEqual(['paused', 'paused'])
    act({ action_type: 'resume_finished' })
    expect(statuses()).toEqual(['paused', 'paused'])
    act({ action_type: 'resume' })
    expect(statuses()).toEqual(['active', 'active'])
  })

  test('to subscribe, sequence, sender and preference are required; to pause they are not', () => {
    const { server } = prepare()
    const post = (action_type: string) =>
      server.call('POST', '/bulk_action/sequence_subscription/', { s_query: all('lead'), action_type })
    expect(Object.keys(fieldErrors(post('subscribe'))).sort()).toEqual(
      ['contact_preference', 'sender_account', 'sender_email', 'sender_name', 'sequence'].sort(),
    )
    expect(post('pause').status).toBe(200)
    expect(post('forget').status).toBe(400)
  })

  test('a subscription follows its contact, and goes with it', () => {
    const { server, list, lead } = subscribed()
    const [contact, other] = server.ok('GET', `/lead/${lead}/`)['contact_ids'] as string[]
    const into = idOf(server.ok('POST', '/lead/', {}))
    server.ok('PUT', `/contact/${contact}/`, { lead_id: into })
    expect(dataOf(server.ok('GET', `/sequence_subscription/?lead_id=${into}`))).toHaveLength(1)
    server.call('DELETE', `/contact/${other}/`)
    expect(list()).toEqual([])
  })
})

test('a sequence keeps the steps that a body names and drops the others; subscriptions by hand (contract 3)', () => {
  const { server, lead } = prepare()
  const steps = [{ step_type: 'call' }, { step_type: 'email', delay: 86_400 }]
  const sequence = server.ok('POST', '/sequence/', { name: 'Welcome', steps })
  expect(idOf(sequence)).toMatch(/^seq_[0-9A-Za-z]{22}$/)
  const [, second] = sequence['steps'] as Json[]
  const path = `/sequence/${idOf(sequence)}/`
  expect(server.ok('PUT', path, { steps: [{ id: second?.['id'], delay: 60 }] })['steps']).toEqual([
    { ...second, delay: 60 },
  ])
  expect(server.call('PUT', path, { steps: [{ id: 'seqstep_x' }] }).status).toBe(400)
  const [contact_id] = server.ok('GET', `/lead/${lead}/`)['contact_ids'] as string[]
  const answer = server.call('POST', '/sequence_subscription/', { sequence_id: sequence['id'], contact_id })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ status: 'active', contact_email: 'asha@x.example', lead_id: lead })
  const one = `/sequence_subscription/${idOf(answer.body)}/`
  expect(server.ok('PUT', one, { status: 'paused' })).toMatchObject({
    status: 'paused',
    status_reason: 'manual',
  })
  expect(server.call('GET', '/sequence_subscription/').status).toBe(400)
  expect(server.call('DELETE', path).body).toEqual({})
  expect(server.call('GET', one).status).toBe(404)
})
