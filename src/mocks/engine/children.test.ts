import { describe, expect, test } from 'vitest'
import { createTestServer, dataOf, fieldErrors, idOf, sortedTexts, type Json } from './test-server.ts'

const server = createTestServer()
const newLead = (body: Json = {}) => idOf(server.ok('POST', '/lead/', body))
const listed = (path: string) => dataOf(server.ok('GET', path))

describe('10 Contacts', () => {
  test('types default to office, lists to empty, title to the empty text', () => {
    const contact = server.ok('POST', '/contact/', {
      lead_id: newLead(),
      emails: [{ email: 'a@b.example' }],
      phones: [{ phone: '+44 7700 900123', type: 'mobile' }],
      urls: [{ url: 'b.example' }],
    })
    expect(contact).toMatchObject({
      name: null,
      title: '',
      display_name: 'a@b.example',
      emails: [{ type: 'office', email: 'a@b.example', is_unsubscribed: false }],
      phones: [{ type: 'mobile', phone: '+447700900123', phone_formatted: '+44 7700 900123', country: 'GB' }],
      urls: [{ type: 'office', url: 'http://b.example' }],
    })
  })

  test.each([
    ['(202) 555-0143', '+12025550143'],
    ['+49 30 901820', '+4930901820'],
    ['no digits', 'no digits'],
  ])('the phone %s is stored as %s', (phone, stored) => {
    const contact = server.ok('POST', '/contact/', { lead_id: newLead(), phones: [{ phone }] })
    expect(contact['phones']).toMatchObject([{ phone: stored }])
  })

  test.each([
    [{ emails: [{ email: null }] }, 'emails'],
    [{ emails: [{ email: 'nobody' }] }, 'emails'],
    [{ phones: [{ phone: '' }] }, 'phones'],
    [{ phones: [{ phone: '1', type: 'satellite' }] }, 'phones'],
    [{ name: 1 }, 'name'],
    [{ lead_id: 'lead_x' }, 'lead'],
  ])('%j is refused', (body, name) => {
    const answer = server.call('POST', '/contact/', { lead_id: newLead(), ...body })
    expect(answer.status).toBe(400)
    expect(Object.keys(fieldErrors(answer))).toEqual([name])
  })

  test('without lead_id a lead named after the contact is made', () => {
    const contact = server.ok('POST', '/contact/', { name: 'Asha Verma' })
    expect(server.ok('GET', `/lead/${contact['lead_id'] as string}/`)).toMatchObject({
      name: 'Asha Verma',
      contact_ids: [contact['id']],
    })
  })

  test('adding and deleting changes contact_ids and fires lead.updated', () => {
    const lead = newLead({ name: 'A' })
    const contact = idOf(server.ok('POST', '/contact/', { lead_id: lead, name: 'B' }))
    expect(listed(`/event/?lead_id=${lead}&object_type=lead`)[0]).toMatchObject({
      action: 'updated',
      changed_fields: ['contact_ids', 'date_updated'],
      previous_data: { contact_ids: [] },
    })
    expect(server.call('DELETE', `/contact/${contact}/`)).toMatchObject({ status: 200, body: {} })
    expect(server.ok('GET', `/lead/${lead}/`)['contact_ids']).toEqual([])
    expect(listed(`/event/?lead_id=${lead}&object_type=lead`)[0]).toMatchObject({
      previous_data: { contact_ids: [contact] },
    })
  })

  test('an edited contact fires contact.updated but no lead.updated of its own', () => {
    const lead = newLead({ name: 'A', contacts: [{ name: 'B' }] })
    const [contact] = listed(`/contact/?lead_id=${lead}`)
    const before = listed(`/event/?lead_id=${lead}&object_type=lead`).length
    server.ok('PUT', `/contact/${contact?.['id'] as string}/`, { title: 'Owner' })
    expect(listed(`/event/?lead_id=${lead}&object_type=lead`)).toHaveLength(before)
    expect(listed(`/event/?lead_id=${lead}`)[0]).toMatchObject({
      object_type: 'contact',
      changed_fields: ['title', 'date_updated'],
    })
  })

  test('is_unsubscribed is read-only: it stays with its address when the list is sent back', () => {
    const contact = server.ok('POST', '/contact/', { lead_id: newLead(), emails: [{ email: 'a@b.example' }] })
    const stored = server.state.get('contact', idOf(contact))
    const emails = [{ type: 'office', email: 'a@b.example', is_unsubscribed: true }]
    const record = { ...stored, id: idOf(contact), emails }
    server.state.apply([{ table: 'contact', id: record.id, record }])
    const sent = [
      { email: 'new@b.example', is_unsubscribed: true },
      { email: 'a@b.example', type: 'home' },
    ]
    expect(server.ok('PUT', `/contact/${record.id}/`, { emails: sent })['emails']).toEqual([
      { type: 'office', email: 'new@b.example', is_unsubscribed: false },
      { type: 'home', email: 'a@b.example', is_unsubscribed: true },
    ])
  })

  test('a contact can move to another lead', () => {
    const from = newLead({ contacts: [{ name: 'A' }, { name: 'B' }] })
    const to = newLead({ contacts: [{ name: 'C' }] })
    const [contact] = server.ok('GET', `/lead/${from}/`)['contact_ids'] as string[]
    server.ok('PUT', `/contact/${contact}/`, { lead_id: to })
    expect(server.ok('GET', `/lead/${from}/`)['contact_ids']).not.toContain(contact)
    expect((server.ok('GET', `/lead/${to}/`)['contact_ids'] as string[]).at(-1)).toBe(contact)
  })

  test('custom fields of contacts follow the same rules', () => {
    const definition = { name: 'Role', type: 'choices', choices: ['A', 'B'], accepts_multiple_values: true }
    const key = `custom.${idOf(server.ok('POST', '/custom_field/contact/', definition))}`
    const contact = idOf(server.ok('POST', '/contact/', { lead_id: newLead(), [key]: 'A' }))
    expect(server.ok('PUT', `/contact/${contact}/`, { [`${key}.add`]: 'B' })[key]).toEqual(['A', 'B'])
    expect(server.ok('PUT', `/contact/${contact}/`, { [key]: null })).not.toHaveProperty([key])
  })
})

describe('11 Opportunities', () => {
  const statuses = listed('/status/opportunity/')
  const status = (label: string) => idOf(statuses.find((one) => one['label'] === label) ?? {})
  const create = (body: Json = {}) => server.ok('POST', '/opportunity/', { lead_id: newLead(), ...body })

  test('defaults and derived values', () => {
    const given = { value: 50_000, value_period: 'monthly', confidence: 60 }
    expect(create(given)).toMatchObject({
      status_label: 'Qualification',
      status_type: 'active',
      pipeline_name: 'Sales',
      value_formatted: '$500 monthly',
      expected_value: 30_000,
      annualized_value: 600_000,
      annualized_expected_value: 360_000,
      note: '',
      user_name: 'Robin Hale',
      date_won: null,
    })
    expect(create({ value: 123_450 })).toMatchObject({ value_formatted: '$1,234.50', confidence: 50 })
  })

  test('moving to won dates it in the caller’s day and logs the change; leaving keeps the date', () => {
    const opportunity = create()
    const path = `/opportunity/${idOf(opportunity)}/`
    const won = server.ok('PUT', path, { status_id: status('Won') }, { 'x-tz-offset': '-10' })
    expect(won).toMatchObject({ status_type: 'won', date_won: '2026-03-03' })
    expect(server.ok('PUT', path, { status_id: status('Negotiation') })['date_won']).toBe('2026-03-03')
    const changes = listed(`/activity/status_change/opportunity/?lead_id=${opportunity['lead_id'] as string}`)
    expect(sortedTexts(changes, 'new_status_label')).toEqual(['Negotiation', 'Won'])
  })

  test.each([
    [{ pipeline_id: 'pipe_x' }, 'pipeline'],
    [{ status_id: 'stat_x' }, 'status'],
    [{ confidence: 101 }, 'confidence'],
    [{ value: 1.5 }, 'value'],
    [{ value_period: 'weekly' }, 'value_period'],
    [{ user_id: 'user_x' }, 'user'],
    [{ contact_id: 'cont_x' }, 'contact'],
    [{ lead_id: 'lead_x' }, 'lead'],
  ])('%j is refused', (body, name) => {
    const answer = server.call('POST', '/opportunity/', { lead_id: newLead(), ...body })
    expect(answer.status).toBe(400)
    expect(fieldErrors(answer)).toHaveProperty(name)
  })

  test('a status of another pipeline is refused', () => {
    const [, renewals] = listed('/pipeline/')
    const body = { lead_id: newLead(), pipeline_id: renewals?.['id'], status_id: status('Won') }
    expect(fieldErrors(server.call('POST', '/opportunity/', body))).toHaveProperty('pipeline')
    expect(create({ pipeline_id: renewals?.['id'] })['status_label']).toBe('Up for renewal')
  })

  test('without lead_id a new untitled lead is made', () => {
    expect(server.ok('POST', '/opportunity/', { value: 1 })['lead_name']).toBe('Untitled')
  })

  test('aggregates cover all matches whatever the page', () => {
    const lead = newLead()
    server.ok('POST', '/opportunity/', { lead_id: lead, value: 60_000, confidence: 50 })
    server.ok('POST', '/opportunity/', { lead_id: lead, value: 60_000, confidence: 50 })
    server.ok('POST', '/opportunity/', {
      lead_id: lead,
      value: 50_000,
      value_period: 'monthly',
      confidence: 60,
    })
    const list = server.ok('GET', `/opportunity/?lead_id=${lead}&_limit=1`)
    expect(list).toMatchObject({
      has_more: true,
      total_results: 3,
      count_by_value_period: { one_time: 2, monthly: 1 },
      total_value_one_time: 120_000,
      total_value_one_time_formatted: '$1,200',
      total_value_monthly: 50_000,
      total_value_annual: 0,
      total_value_annual_formatted: null,
      total_value_annualized: 720_000,
      expected_value_annualized: 420_000,
      expected_value_annualized_formatted: '$4,200',
    })
    expect(Object.keys(list).filter((name) => /value/.test(name))).toHaveLength(17)
  })

  test('filters, order and groups', () => {
    const lead = newLead()
    const ids = [300, 100, 200].map((value) =>
      idOf(server.ok('POST', '/opportunity/', { lead_id: lead, value })),
    )
    server.ok('PUT', `/opportunity/${ids[0]}/`, { status_id: status('Won'), date_won: '2026-02-01' })
    const found = (query: string) =>
      listed(`/opportunity/?lead_id=${lead}&${query}`).map((one) => one['value'])
    expect(found('_order_by=value')).toEqual([100, 200, 300])
    expect(found('_order_by=-value')).toEqual([300, 200, 100])
    expect(found('status_type=won')).toEqual([300])
    expect(found('status_type__in=won,active&_order_by=value')).toHaveLength(3)
    expect(found('date_won__gte=2026-02-01&date_won__lt=2026-03-01')).toEqual([300])
    const groups = listed(`/opportunity/?lead_id=${lead}&_group_by=date_won__month`)
    const sizes = groups.map((group) => `${group['key'] as string} ${group['total_results'] as number}`)
    expect(sizes.sort()).toEqual(['2026-02 1', 'null 2'])
  })
})

describe('12 Tasks', () => {
  const create = (body: Json = {}) => server.ok('POST', '/task/', { lead_id: newLead(), text: 'x', ...body })

  test('without a date: today, no due date, dateless, inbox; assigned to the caller', () => {
    expect(create()).toMatchObject({
      _type: 'lead',
      date: '2026-03-04',
      due_date: null,
      is_dateless: true,
      view: 'inbox',
      assigned_to_name: 'Robin Hale',
    })
  })

  test('views follow the date', () => {
    expect(create({ date: '2026-03-05' })).toMatchObject({ view: 'future', due_date: '2026-03-05' })
    expect(create({ date: '2026-03-04' })).toMatchObject({ view: 'inbox', is_dateless: false })
  })

  test('completing archives it with a TaskCompleted activity, on create as well', () => {
    const task = create()
    const done = server.ok('PUT', `/task/${idOf(task)}/`, { is_complete: true })
    expect(done).toMatchObject({ view: 'archive', object_type: 'taskcompleted' })
    expect(server.ok('GET', `/activity/task_completed/${done['object_id'] as string}/`)).toMatchObject({
      task_id: task['id'],
      task_text: 'x',
    })
    expect(create({ is_complete: true })).toMatchObject({ view: 'archive', object_type: 'taskcompleted' })
    const again = server.ok('PUT', `/task/${idOf(task)}/`, { is_complete: true })
    expect(again['object_id']).toBe(done['object_id'])
  })

  test('only tasks of type lead are listed unless other types are asked for', () => {
    const lead = newLead()
    create({ lead_id: lead })
    create({ lead_id: lead, _type: 'outgoing_call' })
    expect(server.ok('GET', `/task/?lead_id=${lead}`)['total_results']).toBe(1)
    expect(server.ok('GET', `/task/?lead_id=${lead}&_type=all`)['total_results']).toBe(2)
    expect(server.ok('GET', `/task/?lead_id=${lead}&_type__in=outgoing_call`)['total_results']).toBe(1)
    expect(
      fieldErrors(server.call('POST', '/task/', { lead_id: lead, _type: 'missed_call' })),
    ).toHaveProperty('_type')
  })

  test('a bulk update changes what the filters find and answers how many', () => {
    const lead = newLead()
    create({ lead_id: lead })
    create({ lead_id: lead })
    expect(server.ok('PUT', `/task/?lead_id=${lead}`, { is_complete: true })).toEqual({ count: 2 })
    expect(server.ok('GET', `/lead/${lead}/`)['tasks']).toEqual([])
    expect(server.ok('PUT', '/task/', { _params: { lead_id: lead }, date: '2026-04-01' })).toEqual({
      count: 2,
    })
  })
})

describe('13 Activities', () => {
  const lead = newLead()
  const note = (body: Json) => server.ok('POST', '/activity/note/', { lead_id: lead, ...body })

  test.each([
    [{ note: 'a < b' }, 'a < b', '<body><p>a &lt; b</p></body>'],
    [{ note_html: '<body><p>Hi <b>you</b></p></body>' }, 'Hi you', '<body><p>Hi <b>you</b></p></body>'],
    [{ note: 'x', note_html: '<p>y</p>' }, 'y', '<body><p>y</p></body>'],
    [{ note_html: '<p>a<script>alert(1)</script></p>' }, 'a', '<body><p>a</p></body>'],
  ])('note %j', (body, text, html) => {
    expect(note(body)).toMatchObject({ note: text, note_html: html })
  })

  test('a note needs a lead', () => {
    expect(fieldErrors(server.call('POST', '/activity/note/', { note: 'x' }))).toEqual({
      lead: 'This field is required.',
    })
  })

  test('on the generic path some filters need one lead', () => {
    expect(server.call('GET', '/activity/?_type=Note').status).toBe(400)
    expect(server.call('GET', `/activity/?_type__in=Note,Call&lead_id=${lead}`).status).toBe(200)
    expect(server.call('GET', '/activity/?_order_by=-activity_at').status).toBe(400)
    expect(server.call('GET', `/activity/?lead_id=${lead}&activity_at__gt=2026-01-01`).status).toBe(400)
  })

  test('posting a status change by hand does not change the lead, deleting does not change it back', () => {
    const [a, b] = listed('/status/lead/')
    const body = { lead_id: lead, old_status_id: a?.['id'], new_status_id: b?.['id'] }
    const before = server.ok('GET', `/lead/${lead}/`)['status_id']
    const change = server.ok('POST', '/activity/status_change/lead/', body)
    expect(change['new_status_label']).toBe(b?.['label'])
    expect(server.ok('GET', `/lead/${lead}/`)['status_id']).toBe(before)
    expect(server.call('DELETE', `/activity/status_change/lead/${idOf(change)}/`).body).toEqual({})
    expect(server.call('PUT', `/activity/status_change/lead/${idOf(change)}/`, {}).status).toBe(405)
  })

  test('calls made inside Close keep status, duration and direction', () => {
    const call = server.ok('POST', '/activity/call/', { lead_id: lead, duration: 60 })
    expect(call).toMatchObject({ status: 'completed', source: 'External' })
    expect(server.ok('PUT', `/activity/call/${idOf(call)}/`, { duration: 90 })['duration']).toBe(90)
    const own = { ...server.state.get('activity', idOf(call)), id: idOf(call), source: 'Close.io' }
    server.state.apply([{ table: 'activity', id: own.id, record: own }])
    const refused = server.call('PUT', `/activity/call/${idOf(call)}/`, { duration: 1, note: 'x' })
    expect(fieldErrors(refused)).toEqual({ duration: 'Value cannot be changed.' })
    expect(server.ok('PUT', `/activity/call/${idOf(call)}/`, { note: 'x' })['note']).toBe('x')
  })

  test.each([
    [{ status: 'outbox' }, 'sender'],
    [{ status: 'scheduled', sender: 'a@b.example' }, 'date_scheduled'],
    [{ status: 'draft', send_in: 30 }, 'send_in'],
    [{}, 'status'],
  ])('e-mail %j is refused', (body, name) => {
    expect(fieldErrors(server.call('POST', '/activity/email/', { lead_id: lead, ...body }))).toHaveProperty(
      name,
    )
  })

  test('only draft e-mails can be edited; threads come with thread_emails', () => {
    const own = newLead()
    const mail = server.ok('POST', '/activity/email/', { lead_id: own, status: 'draft', subject: 'Hi' })
    server.ok('PUT', `/activity/email/${idOf(mail)}/`, { status: 'sent', sender: 'a@b.example' })
    expect(server.call('PUT', `/activity/email/${idOf(mail)}/`, { subject: 'No' }).status).toBe(400)
    const types = (query: string) => sortedTexts(listed(`/activity/?lead_id=${own}${query}`), '_type')
    expect(types('')).toEqual(['Created', 'Email'])
    expect(types('&thread_emails=true')).toEqual(['Created', 'Email', 'EmailThread'])
    expect(types('&thread_emails=only')).toEqual(['Created', 'EmailThread'])
    server.ok('DELETE', `/activity/emailthread/${mail['thread_id'] as string}/`)
    expect(types('&thread_emails=true')).toEqual(['Created'])
  })

  test('custom activities carry the fields of their type; published ones need the required ones', () => {
    const type = server.call('POST', '/custom_activity/', { name: 'Tasting' })
    expect(type.status).toBe(201)
    const typeId = idOf(type.body)
    const definition = { name: 'Samples', type: 'number', custom_activity_type_id: typeId, required: true }
    const key = `custom.${idOf(server.ok('POST', '/custom_field/activity/', definition))}`
    const base = { lead_id: lead, custom_activity_type_id: typeId }
    expect(fieldErrors(server.call('POST', '/activity/custom/', base))).toEqual({
      [key]: 'This field is required.',
    })
    const draft = server.ok('POST', '/activity/custom/', { ...base, status: 'draft' })
    const publish = (body: Json) =>
      server.call('PUT', `/activity/custom/${idOf(draft)}/`, { status: 'published', ...body })
    expect(publish({}).status).toBe(400)
    expect(publish({ [key]: 3 }).body).toMatchObject({ status: 'published', [key]: 3 })
    expect(server.call('DELETE', `/custom_activity/${typeId}/`).status).toBe(400)
  })
})
