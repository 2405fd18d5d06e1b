import { describe, expect, test } from 'vitest'
import { textOf } from './record.ts'
import { createTestServer, dataOf, fieldErrors, idOf, sortedTexts, type Json } from './test-server.ts'

const server = createTestServer()
const statuses = () => dataOf(server.ok('GET', '/status/lead/'))
const statusId = (label: string) => idOf(statuses().find((status) => status['label'] === label) ?? {})
const field = (definition: Json) => idOf(server.ok('POST', '/custom_field/lead/', definition))
const create = (body: Json = {}) => server.ok('POST', '/lead/', body)
const put = (id: string, body: Json) => server.call('PUT', `/lead/${id}/`, body)

const source = field({ name: 'Source', type: 'text' })
const size = field({ name: 'Size', type: 'number' })
const since = field({ name: 'Since', type: 'date' })
const seen = field({ name: 'Seen', type: 'datetime' })
const tier = field({ name: 'Tier', type: 'choices', choices: ['Gold', 'Silver'] })
const wants = field({
  name: 'Wants',
  type: 'choices',
  choices: ['Flour', 'Yeast', 'Sugar'],
  accepts_multiple_values: true,
})
const owner = field({ name: 'Owner', type: 'user' })
const buyer = field({ name: 'Buyer', type: 'contact' })
const key = (id: string) => `custom.${id}`

describe('8.1 The lead object', () => {
  test('a lead has all keys of the contract, without Smart Fields or a custom object', () => {
    const lead = create({ name: 'Northwind', contacts: [{ name: 'Asha' }] })
    expect(Object.keys(lead).sort()).toEqual(
      [
        'id organization_id name display_name description url html_url status_id status_label addresses contact_ids',
        'contacts opportunities tasks integration_links created_by created_by_name updated_by updated_by_name',
        'date_created date_updated',
      ]
        .join(' ')
        .split(' ')
        .sort(),
    )
    expect(lead['html_url']).toBe(`https://app.close.com/lead/${idOf(lead)}/`)
    expect(lead['created_by_name']).toBe('Robin Hale')
  })

  test.each([
    [{}, 'Untitled'],
    [{ name: '' }, 'Untitled'],
    [{ contacts: [{ name: 'Asha' }, { name: 'Bo' }] }, 'Asha'],
    [{ name: 'Northwind', contacts: [{ name: 'Asha' }] }, 'Northwind'],
  ])('display_name is the name, else the first contact, else Untitled: %j', (body, expected) => {
    expect(create(body)['display_name']).toBe(expected)
  })

  test('tasks are only the open ones', () => {
    const id = idOf(create())
    const task = idOf(server.ok('POST', '/task/', { lead_id: id, text: 'call' }))
    expect(server.ok('GET', `/lead/${id}/`)['tasks']).toHaveLength(1)
    server.ok('PUT', `/task/${task}/`, { is_complete: true })
    expect(server.ok('GET', `/lead/${id}/`)['tasks']).toEqual([])
  })

  test('integration links are rendered for the lead', () => {
    const template = 'https://erp.example/search?q={{ lead.display_name }}&x={{lead.nothing}}'
    server.ok('POST', '/integration_link/', { name: 'ERP', url: template, type: 'lead' })
    expect(create({ name: 'A & B' })['integration_links']).toEqual([
      { name: 'ERP', url: 'https://erp.example/search?q=A%20%26%20B&x=' },
    ])
  })
})

describe('8.2 _fields on leads', () => {
  const id = idOf(create({ name: 'A', [key(source)]: 'Fair', [key(size)]: 3 }))
  const keys = (fields: string) => Object.keys(server.ok('GET', `/lead/${id}/?_fields=${fields}`))

  test.each([
    ['id,name,status_label', ['id', 'name', 'status_label']],
    ['custom', [key(source), key(size)]],
    [`${key(size)},${key(tier)}`, [key(size)]],
    [`id,num_contacts`, ['id', 'num_contacts']],
  ])('%s', (fields, expected) => {
    expect(keys(fields)).toEqual(expected)
  })

  test('_all is everything and all Smart Fields', () => {
    const all = keys('_all')
    expect(all).toContain('num_contacts')
    expect(all).toContain(key(source))
    expect(all).toContain('contacts')
  })
})

describe('8.4 Create', () => {
  test('without a status it gets the first of organization.lead_statuses, which need not be the first by id', () => {
    const fresh = createTestServer()
    const organization = fresh.ok('GET', `/organization/${[...fresh.state.all('organization')][0]?.id}/`)
    const ordered = organization['lead_statuses'] as Json[]
    const byId = dataOf(fresh.ok('GET', '/status/lead/'))
    const last = byId.at(-1) ?? {}
    fresh.ok('PUT', `/organization/${idOf(organization)}/`, { lead_statuses: [{ id: last['id'] }] })
    expect(ordered[0]).toMatchObject({ label: 'Potential' })
    expect(fresh.ok('POST', '/lead/', {})['status_id']).toBe(last['id'])
  })

  test('the status comes by id or by label', () => {
    expect(create({ status_id: statusId('Qualified') })['status_label']).toBe('Qualified')
    expect(create({ status: 'Customer' })['status_label']).toBe('Customer')
  })

  test.each([
    [{ status_id: 'foo' }, /^Not a valid choice\..*"foo"/],
    [{ status: 'Unheard of' }, /^Not a valid choice\..*"Unheard of"/],
    [{ status: 'Customer', status_id: 'foo' }, /not both/],
    [{ status_id: null }, /^Not a valid choice/],
  ])('%j is refused under `status`', (body, text) => {
    const answer = server.call('POST', '/lead/', body)
    expect(answer.status).toBe(400)
    expect(fieldErrors(answer)).toEqual({ status: expect.stringMatching(text) as string })
  })

  test('nested contacts and addresses come back in the posted order', () => {
    const address = {
      label: 'mailing',
      address_1: '12 Mill Lane',
      city: 'Leeds',
      zipcode: 'LS1',
      country: 'GB',
    }
    const lead = create({
      contacts: [{ name: 'C', emails: [{ email: 'c@x.example' }] }, { name: 'A' }, { name: 'B' }],
      addresses: [address],
    })
    const contacts = lead['contacts'] as Json[]
    expect(contacts.map((contact) => contact['name'])).toEqual(['C', 'A', 'B'])
    expect(lead['contact_ids']).toEqual(contacts.map(idOf))
    expect(contacts[0]?.['emails']).toEqual([
      { type: 'office', email: 'c@x.example', is_unsubscribed: false },
    ])
    expect(lead['addresses']).toEqual([address])
  })

  test('importers may post date_created and created_by', () => {
    const [, second] = dataOf(server.ok('GET', '/user/'))
    const lead = create({ date_created: '2020-01-02T03:04:05+02:00', created_by: second?.['id'] })
    expect(lead['date_created']).toBe('2020-01-02T01:04:05.000000+00:00')
    expect(lead['created_by']).toBe(second?.['id'])
  })

  test('it logs a Created activity and events for lead and contacts', () => {
    const id = idOf(create({ contacts: [{ name: 'A' }] }))
    const activities = dataOf(server.ok('GET', `/activity/?lead_id=${id}`))
    expect(activities).toMatchObject([{ _type: 'Created', source: 'api' }])
    const events = dataOf(server.ok('GET', `/event/?lead_id=${id}`))
    const names = events.map((event) => `${textOf(event, 'object_type')} ${textOf(event, 'action')}`)
    expect(names).toEqual(['activity.created created', 'contact created', 'lead created'])
  })

  test('more than 200 contacts are too many', () => {
    const contacts = Array.from({ length: 201 }, (_, i) => ({ name: `Contact ${i}` }))
    expect(fieldErrors(server.call('POST', '/lead/', { contacts }))).toEqual({
      contacts: 'List is too long.',
    })
  })
})

describe('14 Custom values by type', () => {
  const userId = idOf(server.ok('GET', '/me/'))
  test.each([
    ['text', source, 'Fair', 'Fair'],
    ['number', size, 2.5, 2.5],
    ['date', since, '2026-02-28', '2026-02-28'],
    ['datetime', seen, '2026-02-28T10:00:00Z', '2026-02-28T10:00:00.000000+00:00'],
    ['a choice', tier, 'Gold', 'Gold'],
    ['several choices', wants, ['Yeast', 'Flour'], ['Yeast', 'Flour']],
    ['one value for a field of several', wants, 'Yeast', ['Yeast']],
    ['a user by id', owner, userId, userId],
    ['a user by full name', owner, 'Robin Hale', userId],
    ['null', source, null, undefined],
    ['an empty text', source, '', undefined],
    ['an empty list', wants, [], undefined],
  ])('%s', (_case, id, sent, stored) => {
    expect(create({ [key(id)]: sent })[key(id)]).toEqual(stored)
  })

  test.each([
    ['a number for a text', source, 5, 'Value must be of str type.'],
    ['a text for a number', size, '5', 'Value must be of float type.'],
    ['a day that is not in the calendar', since, '2026-02-30', 'Invalid ISO 8601 date.'],
    ['a day for a moment', seen, '2026-02-28', 'Invalid ISO 8601 datetime.'],
    ['a wrong choice', tier, 'Bronze', 'Not a valid choice.'],
    ['a wrong choice among several', wants, ['Flour', 'Salt'], { errors: { 1: 'Not a valid choice.' } }],
    ['several values for one', tier, ['Gold'], 'Value must be of str type.'],
    ['an unknown user', owner, 'Nobody', 'Object does not exist.'],
    ['a contact of another lead', buyer, 'cont_x', 'Object does not exist.'],
    ['an unknown field', 'cf_unknown', 'x', 'Object does not exist.'],
  ])('%s is refused under the key', (_case, id, sent, problem) => {
    const answer = server.call('POST', '/lead/', { [key(id)]: sent })
    expect(answer.status).toBe(400)
    expect(fieldErrors(answer)).toEqual({ [key(id)]: problem })
  })

  test('a contact of the same lead is fine', () => {
    const lead = create({ contacts: [{ name: 'Asha' }] })
    const [contact] = lead['contacts'] as Json[]
    expect(put(idOf(lead), { [key(buyer)]: contact?.['id'] }).body[key(buyer)]).toBe(contact?.['id'])
  })

  test('the deprecated forms resolve exact names and drop unknown ones', () => {
    const lead = create({ custom: { Source: 'Fair', Nope: 1 }, 'custom.Tier': 'Gold', 'custom.Nope': 1 })
    expect(lead).toMatchObject({ [key(source)]: 'Fair', [key(tier)]: 'Gold' })
    expect(Object.keys(lead).filter((name) => name.includes('Nope'))).toEqual([])
  })

  test('a removed choice and a removed field are not sent any more', () => {
    const id = field({ name: 'Team', type: 'choices', choices: ['A', 'B'], accepts_multiple_values: true })
    const lead = create({ [key(id)]: ['A', 'B'] })
    server.ok('PUT', `/custom_field/lead/${id}/`, { choices: ['B'] })
    expect(server.ok('GET', `/lead/${idOf(lead)}/`)[key(id)]).toEqual(['B'])
    server.ok('DELETE', `/custom_field/lead/${id}/`)
    expect(server.ok('GET', `/lead/${idOf(lead)}/`)).not.toHaveProperty([key(id)])
  })
})

describe('8.6 Update', () => {
  test('only the named keys change', () => {
    const lead = create({ name: 'A', description: 'd', [key(source)]: 'Fair' })
    const { date_updated: _date, ...rest } = put(idOf(lead), { description: 'e' }).body
    const { date_updated: _old, ...before } = lead
    expect(rest).toEqual({ ...before, description: 'e' })
  })

  test('a new status changes the label and logs the change', () => {
    const lead = create()
    const id = idOf(lead)
    expect(put(id, { status: 'Qualified' }).body['status_label']).toBe('Qualified')
    expect(dataOf(server.ok('GET', `/activity/status_change/lead/?lead_id=${id}`))).toMatchObject([
      { old_status_label: 'Potential', new_status_label: 'Qualified', old_status_id: lead['status_id'] },
    ])
    put(id, { status: 'Qualified' })
    expect(dataOf(server.ok('GET', `/activity/status_change/lead/?lead_id=${id}`))).toHaveLength(1)
  })

  const values = (id: string) => server.ok('GET', `/lead/${id}/`)[key(wants)]
  test.each<[string, Json, string[] | undefined]>([
    ['a list replaces the list', { [key(wants)]: ['Sugar'] }, ['Sugar']],
    ['null unsets', { [key(wants)]: null }, undefined],
    ['.add appends', { [`${key(wants)}.add`]: 'Sugar' }, ['Flour', 'Yeast', 'Sugar']],
    ['.add of a present value does nothing', { [`${key(wants)}.add`]: 'Flour' }, ['Flour', 'Yeast']],
    ['.remove drops', { [`${key(wants)}.remove`]: 'Flour' }, ['Yeast']],
    ['.remove of a missing value does nothing', { [`${key(wants)}.remove`]: 'Sugar' }, ['Flour', 'Yeast']],
    [
      'mixed: set, then add, then remove',
      { [`${key(wants)}.remove`]: 'Sugar', [`${key(wants)}.add`]: 'Flour', [key(wants)]: ['Sugar', 'Yeast'] },
      ['Yeast', 'Flour'],
    ],
  ])('%s', (_case, body, expected) => {
    const id = idOf(create({ [key(wants)]: ['Flour', 'Yeast'] }))
    expect(put(id, body).status).toBe(200)
    expect(values(id)).toEqual(expected)
  })

  test('removing the last value unsets the field', () => {
    const id = idOf(create({ [key(wants)]: ['Flour'] }))
    expect(put(id, { [`${key(wants)}.remove`]: 'Flour' }).body).not.toHaveProperty([key(wants)])
  })

  test('.add and .remove on a field of one value are refused', () => {
    const id = idOf(create())
    expect(put(id, { [`${key(tier)}.add`]: 'Gold' }).status).toBe(400)
    expect(put(id, { [`${key(tier)}.remove`]: 'Gold' }).status).toBe(400)
  })

  test('contacts, contact_ids and read-only keys are ignored', () => {
    const lead = create({ contacts: [{ name: 'Asha' }] })
    const ignored = {
      contacts: [],
      contact_ids: [],
      id: 'x',
      date_created: 'x',
      organization_id: 'x',
      tasks: 1,
    }
    const after = put(idOf(lead), ignored)
    expect(after.status).toBe(200)
    expect(after.body).toMatchObject({ id: lead['id'], contact_ids: lead['contact_ids'] })
  })

  test.each([
    [{ url: 'example.com/a' }, 'url', 'http://example.com/a'],
    [{ url: 'https://example.com' }, 'url', 'https://example.com'],
    [{ url: '' }, 'url', null],
    [{ description: null }, 'description', ''],
    [{ name: '' }, 'name', null],
  ])('%j is stored as expected', (body, name, expected) => {
    expect(put(idOf(create({ name: 'A', url: 'x.example' })), body).body[name]).toBe(expected)
  })

  test.each([
    [{ name: 5 }, { name: 'Value must be of str type.' }],
    [{ url: 'no url' }, { url: 'Invalid URL.' }],
    [{ addresses: {} }, { addresses: 'Value must be of list type.' }],
    [
      { addresses: [{ country: 'Britain' }] },
      {
        addresses: { errors: { 0: { errors: [], 'field-errors': { country: 'Not a valid choice.' } } } },
      },
    ],
  ])('%j is refused', (body, errors) => {
    expect(fieldErrors(put(idOf(create()), body))).toEqual(errors)
  })

  test('adding, editing and removing a contact makes the lead newer', () => {
    const lead = create()
    const id = idOf(lead)
    const date = () => textOf(server.ok('GET', `/lead/${id}/`), 'date_updated') ?? ''
    const dates = [date()]
    const contact = idOf(server.ok('POST', '/contact/', { lead_id: id, name: 'A' }))
    dates.push(date())
    server.ok('PUT', `/contact/${contact}/`, { title: 'Owner' })
    dates.push(date())
    server.ok('DELETE', `/contact/${contact}/`)
    dates.push(date())
    expect(new Set(dates).size).toBe(4)
    expect([...dates].sort()).toEqual(dates)
  })
})

describe('8.7 Delete', () => {
  test('200 {}, then 404; children go with it, each with an event', () => {
    const id = idOf(create({ contacts: [{ name: 'A' }] }))
    server.ok('POST', '/task/', { lead_id: id, text: 'x' })
    server.ok('POST', '/opportunity/', { lead_id: id, value: 100 })
    expect(server.call('DELETE', `/lead/${id}/`)).toMatchObject({ status: 200, body: {} })
    expect(server.call('DELETE', `/lead/${id}/`).status).toBe(404)
    expect(server.call('GET', `/lead/${id}/`).status).toBe(404)
    const deleted = dataOf(server.ok('GET', `/event/?lead_id=${id}`)).filter((e) => e['action'] === 'deleted')
    expect(sortedTexts(deleted, 'object_type')).toEqual([
      'activity.created',
      'contact',
      'lead',
      'opportunity',
      'task.lead',
    ])
    expect(deleted[0]).toMatchObject({ object_type: 'lead', data: {}, previous_data: { id } })
  })

  test('it needs the delete_leads permission', () => {
    const id = idOf(create())
    const restricted = [...server.state.all('membership')].find((m) => m['role_id'] === 'restricteduser')
    const apiKey = [...server.state.all('api_key')].find((k) => k['user_id'] === restricted?.['user_id'])
    const answer = server.call('DELETE', `/lead/${id}/`, undefined, { authorization: `Bearer ${apiKey?.id}` })
    expect(answer).toMatchObject({
      status: 403,
      body: { error: 'You do not have permission to perform this action.' },
    })
    expect(server.call('GET', `/lead/${id}/`).status).toBe(200)
  })
})
