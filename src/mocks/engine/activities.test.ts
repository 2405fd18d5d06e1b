import { describe, expect, test } from 'vitest'
import { createTestServer, dataOf, fieldErrors, idOf, type Json } from './test-server.ts'

const DAY = 24 * 3_600_000

function prepare() {
  const server = createTestServer()
  const lead_id = idOf(server.ok('POST', '/lead/', { name: 'A', contacts: [{ name: 'B' }] }))
  return { server, lead_id }
}

describe('outcomes', () => {
  test('POST 201, DELETE 200; they apply to calls and meetings, dropped voicemails to calls (contract 3)', () => {
    const { server } = prepare()
    const answer = server.call('POST', '/outcome/', { name: 'Demo booked', description: 'Good' })
    expect(answer.status).toBe(201)
    expect(idOf(answer.body)).toMatch(/^outcome_[0-9A-Za-z]{22}$/)
    expect(answer.body).toMatchObject({ type: 'custom', applies_to: ['calls', 'meetings'] })
    const dropped = server.ok('POST', '/outcome/', { name: 'Voicemail', type: 'vm-dropped' })
    expect(dropped['applies_to']).toEqual(['calls'])
    expect(server.ok('GET', '/outcome/')).toMatchObject({ has_more: false })
    expect(server.call('DELETE', `/outcome/${idOf(dropped)}/`).body).toEqual({})
  })

  test('a call may have one that exists, and keeps one that is deleted', () => {
    const { server, lead_id } = prepare()
    const outcome_id = idOf(server.ok('POST', '/outcome/', { name: 'Demo booked' }))
    const call = server.ok('POST', '/activity/call/', {
      lead_id,
      outcome_id,
      duration: 60,
      direction: 'inbound',
    })
    expect(call).toMatchObject({ outcome_id, duration: 60, direction: 'inbound' })
    server.call('DELETE', `/outcome/${outcome_id}/`)
    const path = `/activity/call/${idOf(call)}/`
    expect(server.ok('PUT', path, { note: 'x', outcome_id })).toMatchObject({ outcome_id, note: 'x' })
    expect(fieldErrors(server.call('POST', '/activity/call/', { lead_id, outcome_id }))).toHaveProperty(
      'outcome',
    )
    expect(server.ok('PUT', path, { outcome_id: null })['outcome_id']).toBeNull()
  })
})

test('a meeting takes a note and an outcome for meetings (contract 13)', () => {
  const { server, lead_id } = prepare()
  const blank = { _type: 'Meeting', lead_id, activity_at: '2026-03-04T09:00:00.000000+00:00', users: [] }
  server.state.apply([{ table: 'activity', id: 'acti_m', record: { id: 'acti_m', ...blank } }])
  const calls = idOf(server.ok('POST', '/outcome/', { name: 'V', type: 'vm-dropped' }))
  const refused = server.call('PUT', '/activity/meeting/acti_m/', { outcome_id: calls })
  expect(fieldErrors(refused)).toHaveProperty('outcome')
  const noted = server.ok('PUT', '/activity/meeting/acti_m/', { user_note_html: '<p>Went <em>well</em></p>' })
  expect(noted).toMatchObject({
    user_note: 'Went well',
    user_note_html: '<body><p>Went <em>well</em></p></body>',
  })
  expect(server.call('POST', '/activity/meeting/', { lead_id }).status).toBe(405)
})

test('a thread has its e-mails, newest first and slim, its subject and who took part (contract 13)', () => {
  const { server, lead_id } = prepare()
  const mail = {
    lead_id,
    status: 'sent',
    sender: 'Robin <r@x.example>',
    to: ['b@y.example'],
    body_text: 'Hi',
  }
  const first = server.ok('POST', '/activity/email/', { ...mail, subject: 'Quote' })
  server.clock.now += 1000
  const thread_id = first['thread_id'] as string
  const reply = { ...mail, status: 'inbox', sender: 'b@y.example', subject: 'Re: Quote', thread_id }
  const second = server.ok('POST', '/activity/email/', reply)
  const thread = server.ok('GET', `/activity/emailthread/${thread_id}/`)
  expect(thread).toMatchObject({
    latest_normalized_subject: 'Quote',
    n_emails: 2,
    participants: [
      { email: 'r@x.example', name: 'Robin' },
      { email: 'b@y.example', name: null },
    ],
  })
  const emails = thread['emails'] as Json[]
  expect(emails.map(idOf)).toEqual([second['id'], first['id']])
  expect(emails[0]).not.toHaveProperty('body_text')
  expect(emails[0]).toHaveProperty('body_preview', 'Hi')
})

test('a task of another type than lead has an id of its own kind (contract 7)', () => {
  const { server, lead_id } = prepare()
  expect(idOf(server.ok('POST', '/task/', { lead_id, _type: 'outgoing_call' }))).toMatch(
    /^noti_[0-9A-Za-z]{43}$/,
  )
  expect(idOf(server.ok('POST', '/task/', { lead_id, _type: 'lead' }))).toMatch(/^task_/)
})

describe('what an opportunity says only on request (contract 11)', () => {
  test('is_stalled: active, and nothing happened for long', () => {
    const { server, lead_id } = prepare()
    const opportunity = idOf(server.ok('POST', '/opportunity/', { lead_id }))
    const path = `/opportunity/${opportunity}/`
    const isStalled = () => server.ok('GET', `${path}?_fields=is_stalled`)['is_stalled']
    const listed = (flag: boolean) => dataOf(server.ok('GET', `/opportunity/?is_stalled=${flag}`)).length
    expect(server.ok('GET', path)).not.toHaveProperty('is_stalled')
    expect([isStalled(), listed(true), listed(false)]).toEqual([false, 0, 1])
    server.clock.now += 31 * DAY
    expect([isStalled(), listed(true), listed(false)]).toEqual([true, 1, 0])
    server.switches.stalledAfterDays = 0
    expect(isStalled()).toBe(false)
    server.switches.stalledAfterDays = 30
    server.ok('POST', '/activity/note/', { lead_id, note: 'x' })
    expect(isStalled()).toBe(false)
  })

  test('the primary e-mail and phone of its lead', () => {
    const server = createTestServer()
    const contacts = [{ emails: [{ email: 'a@x.example' }] }]
    const lead_id = idOf(server.ok('POST', '/lead/', { contacts }))
    const id = idOf(server.ok('POST', '/opportunity/', { lead_id }))
    const asked = server.ok('GET', `/opportunity/${id}/?_fields=lead_primary_email,lead_primary_phone`)
    expect(asked).toMatchObject({ lead_primary_email: { email: 'a@x.example' }, lead_primary_phone: null })
  })
})

test('who left is an inactive member, no more a user of the list, yet still known by id (contract 16)', () => {
  const server = createTestServer()
  const [, , gone] = [...server.state.all('membership')]
  if (!gone) throw new Error('No third member')
  server.state.apply([{ table: 'membership', id: gone.id, record: { ...gone, is_active: false } }])
  const [organization] = server.state.all('organization')
  const body = server.ok('GET', `/organization/${organization?.id}/?_expand=inactive_memberships__user`)
  expect(body['memberships']).toHaveLength(5)
  expect(body['inactive_memberships']).toMatchObject([{ id: gone.id, user: { id: gone['user_id'] } }])
  expect(dataOf(server.ok('GET', '/user/')).map(idOf)).not.toContain(gone['user_id'])
  expect(server.ok('GET', `/user/${String(gone['user_id'])}/`)).toHaveProperty('id')
})
