import { describe, expect, test } from 'vitest'
import { createTestServer, dataOf, fieldErrors, idOf, type Json, type TestServer } from './test-server.ts'

const asRole = (server: TestServer, role: string) => {
  const membership = [...server.state.all('membership')].find((m) => m['role_id'] === role)
  const key = [...server.state.all('api_key')].find((k) => k['user_id'] === membership?.['user_id'])
  return { authorization: `Bearer ${key?.id}` }
}

describe('14 Custom fields', () => {
  const server = createTestServer()
  const post = (body: Json, kind = 'lead') => server.call('POST', `/custom_field/${kind}/`, body)
  const choices = { type: 'choices', choices: ['a', 'b'] }

  test('a definition comes back with all keys; the id is a cf_ one', () => {
    const answer = post({ name: 'Products', ...choices, accepts_multiple_values: true })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      id: expect.stringMatching(/^cf_[0-9A-Za-z]{43}$/) as string,
      name: 'Products',
      description: null,
      type: 'choices',
      choices: ['a', 'b'],
      accepts_multiple_values: true,
      editable_with_roles: [],
      is_shared: false,
    })
  })

  test.each([
    [{ type: 'text' }, { name: 'This field is required.' }],
    [{ name: 'A' }, { type: 'This field is required.' }],
    [{ name: 'A', type: 'colour' }, { type: 'Not a valid choice.' }],
    [{ name: 'A', type: 'textarea' }, { type: 'Not a valid choice.' }],
    [{ name: 'A', type: 'choices' }, { choices: 'This field is required.' }],
    [{ name: 'A', type: 'choices', choices: [] }, { choices: 'List must not be empty.' }],
    [
      { name: 'A', type: 'text', accepts_multiple_values: true },
      { accepts_multiple_values: expect.stringContaining('text') as string },
    ],
    [
      { name: 'A', type: 'text', description: 'x'.repeat(281) },
      { description: 'The value must be no longer than 280 characters.' },
    ],
    [{ name: 'Products', type: 'text' }, { name: expect.stringContaining('already exists') as string }],
  ])('%j is refused', (body, errors) => {
    const answer = post(body)
    expect(answer.status).toBe(400)
    expect(fieldErrors(answer)).toEqual(errors)
  })

  test('the schema is in display order, PUT reorders and what is left out moves to the end', () => {
    const own = createTestServer()
    const create = (name: string) => idOf(own.ok('POST', '/custom_field/contact/', { name, type: 'text' }))
    const [a, b, c] = ['A', 'B', 'C'].map(create)
    const path = '/custom_field_schema/contact/'
    const names = (body: Json) => (body['fields'] as Json[]).map((field) => field['name'])
    expect(names(own.ok('GET', path))).toEqual(['A', 'B', 'C'])
    expect(names(own.ok('PUT', path, { fields: [{ id: c }, { id: a }] }))).toEqual(['C', 'A', 'B'])
    own.ok('DELETE', `/custom_field/contact/${a}/`)
    expect(names(own.ok('GET', path))).toEqual(['C', 'B'])
    expect(own.call('PUT', path, { fields: [{ id: 'cf_x' }] }).status).toBe(400)
    expect(b).toBeDefined()
  })

  test('shared fields show in the schema and on leads once associated, never in /custom_field/lead/', () => {
    const own = createTestServer()
    const field = idOf(own.ok('POST', '/custom_field/shared/', { name: 'Region', type: 'text' }))
    const key = `custom.${field}`
    expect(own.call('POST', '/lead/', { [key]: 'North' }).status).toBe(400)
    const association = own.call('POST', `/custom_field/shared/${field}/association/`, {
      object_type: 'lead',
    })
    expect(association.status).toBe(201)
    expect(own.ok('POST', '/lead/', { [key]: 'North' })[key]).toBe('North')
    expect(own.call('POST', '/contact/', { [key]: 'North' }).status).toBe(400)
    expect(dataOf(own.ok('GET', '/custom_field/lead/'))).toEqual([])
    const shared = own.ok('GET', '/custom_field/shared/')
    expect(shared).not.toHaveProperty('has_more')
    expect((own.ok('GET', '/custom_field_schema/lead/')['fields'] as Json[])[0]).toMatchObject({
      is_shared: true,
    })
    const path = `/custom_field/shared/${field}/association/lead/`
    expect(own.ok('PUT', path, { required: true })).toMatchObject({ object_type: 'lead', required: true })
    expect(fieldErrors(own.call('PUT', `/custom_field/shared/${field}/`, { type: 'number' }))).toHaveProperty(
      'type',
    )
    expect(own.call('DELETE', path).status).toBe(204)
    expect(own.ok('GET', '/custom_field_schema/lead/')['fields']).toEqual([])
  })

  test('after a change of type the values are read as the new type', () => {
    const id = idOf(post({ name: 'Code', type: 'text' }).body)
    const [twelve, word] = ['12', 'twelve'].map((value) =>
      idOf(server.ok('POST', '/lead/', { [`custom.${id}`]: value })),
    )
    server.ok('PUT', `/custom_field/lead/${id}/`, { type: 'number' })
    expect(server.ok('GET', `/lead/${twelve}/`)[`custom.${id}`]).toBe(12)
    expect(server.ok('GET', `/lead/${word}/`)).not.toHaveProperty([`custom.${id}`])
  })

  test('a field that is reserved for roles cannot be changed by others', () => {
    const id = idOf(post({ name: 'Margin', type: 'number', editable_with_roles: ['superuser'] }).body)
    const refused = server.call('POST', '/lead/', { [`custom.${id}`]: 1 })
    expect(fieldErrors(refused)).toEqual({ [`custom.${id}`]: 'Value cannot be changed.' })
    const allowed = server.call('POST', '/lead/', { [`custom.${id}`]: 1 }, asRole(server, 'superuser'))
    expect(allowed.status).toBe(200)
  })

  test('writes need manage_customizations; the old spelling of the path still answers', () => {
    const answer = server.call(
      'POST',
      '/custom_field/lead/',
      { name: 'N', type: 'text' },
      asRole(server, 'user'),
    )
    expect(answer.status).toBe(403)
    expect(server.ok('GET', '/custom_fields/lead/')).toEqual(server.ok('GET', '/custom_field/lead/'))
  })
})

describe('16 Statuses, users, organization, roles', () => {
  const server = createTestServer()
  const organizationPath = `/organization/${[...server.state.all('organization')][0]?.id}/`
  const order = () =>
    (server.ok('GET', organizationPath)['lead_statuses'] as Json[]).map((one) => one['label'])

  test('lead statuses are listed by id, organization.lead_statuses in display order', () => {
    const list = server.ok('GET', '/status/lead/')
    const ids = dataOf(list).map(idOf)
    expect(list['has_more']).toBe(false)
    expect(ids).toEqual([...ids].sort())
    expect(order()).toEqual(['Potential', 'Interested', 'Qualified', 'Customer', 'Bad Fit', 'Canceled'])
  })

  test('a new status comes last; PUT renames; the order can be changed; an unused one can go', () => {
    const status = idOf(server.ok('POST', '/status/lead/', { label: 'Nurture' }))
    expect(order().at(-1)).toBe('Nurture')
    expect(server.ok('PUT', `/status/lead/${status}/`, { label: 'Nurturing' })['label']).toBe('Nurturing')
    server.ok('PUT', organizationPath, { lead_statuses: [{ id: status }] })
    expect(order()[0]).toBe('Nurturing')
    expect(server.ok('POST', '/lead/', {})['status_label']).toBe('Nurturing')
    expect(server.call('DELETE', `/status/lead/${status}/`)).toMatchObject({ status: 400 })
    const lead = dataOf(server.ok('GET', '/lead/'))[0] ?? {}
    server.ok('PUT', `/lead/${idOf(lead)}/`, { status: 'Customer' })
    expect(server.call('DELETE', `/status/lead/${status}/`)).toMatchObject({ status: 200, body: {} })
    expect(order()).not.toContain('Nurturing')
  })

  test.each([
    [{}, 'This field is required.'],
    [{ label: '' }, 'This field is required.'],
    [{ label: 'potential' }, 'A status with this label already exists.'],
  ])('the new status %j is refused', (body, text) => {
    expect(fieldErrors(server.call('POST', '/status/lead/', body))).toEqual({ label: text })
  })

  test('/me/ has organisations as objects and memberships, /user/ has ids', () => {
    const me = server.ok('GET', '/me/')
    const [user] = dataOf(server.ok('GET', '/user/'))
    expect(me).toMatchObject({
      first_name: 'Robin',
      organizations: [{ name: 'Leadlight Demo', lead_statuses: expect.any(Array) as Json[] }],
      memberships: [{ user_id: me['id'], role_id: 'admin' }],
    })
    expect(user?.['organizations']).toEqual([(me['organizations'] as Json[])[0]?.['id']])
    expect(server.ok('GET', `/user/${me['id'] as string}/`)['email']).toBe(me['email'])
    const sorted = dataOf(server.ok('GET', '/user/?_order_by=first_name,last_name'))
    expect(sorted.map((one) => one['first_name'])).toEqual([
      'Amara',
      'Kenji',
      'Lucía',
      'Priya',
      'Robin',
      'Søren',
    ])
  })

  test('the organisation lists memberships with user keys, or users nested with _expand', () => {
    const [plain] = server.ok('GET', organizationPath)['memberships'] as Json[]
    expect(plain).toMatchObject({ user_full_name: 'Robin Hale', role_id: 'admin' })
    expect(plain?.['permissions_granted']).toContain('delete_leads')
    const expanded = server.ok('GET', `${organizationPath}?_expand=memberships__user`)
    expect((expanded['memberships'] as Json[])[0]).toMatchObject({ user: { first_name: 'Robin' } })
    expect(Object.keys(server.ok('GET', `${organizationPath}?_fields=id,lead_statuses`))).toEqual([
      'id',
      'lead_statuses',
    ])
  })

  test('roles: POST 201, built-in ones stay; a membership takes another role and its permissions', () => {
    const role = server.call('POST', '/role/', { name: 'Closer', permissions: ['delete_leads'] })
    expect(role.status).toBe(201)
    expect(server.call('DELETE', '/role/admin/').status).toBe(400)
    const membership = [...server.state.all('membership')].find((m) => m['role_id'] === 'restricteduser')
    const headers = asRole(server, 'restricteduser')
    const lead = idOf(server.ok('POST', '/lead/', {}))
    expect(server.call('DELETE', `/lead/${lead}/`, undefined, headers).status).toBe(403)
    server.ok('PUT', `/membership/${membership?.id}/`, { role_id: idOf(role.body) })
    expect(server.call('DELETE', `/lead/${lead}/`, undefined, headers).status).toBe(200)
  })

  test('pipelines: statuses are reordered and pulled in; one with statuses stays', () => {
    const [sales = {}, renewals = {}] = dataOf(server.ok('GET', '/pipeline/'))
    const ids = (pipeline: Json) => (pipeline['statuses'] as Json[]).map(idOf)
    const wanted = [ids(renewals)[0], ids(sales)[1]]
    const after = server.ok('PUT', `/pipeline/${idOf(sales)}/`, {
      statuses: wanted.map((id) => ({ id })),
    })
    expect(ids(after).slice(0, 2)).toEqual(wanted)
    expect(ids(after)).toHaveLength(6)
    expect(server.ok('GET', `/status/opportunity/${wanted[0]}/`)['pipeline_id']).toBe(sales['id'])
    expect(server.call('DELETE', `/pipeline/${idOf(sales)}/`).status).toBe(400)
  })

  test('opportunity statuses default to active ones of the first pipeline', () => {
    const status = server.ok('POST', '/status/opportunity/', { label: 'Demo booked' })
    const [sales] = dataOf(server.ok('GET', '/pipeline/'))
    expect(status).toMatchObject({ type: 'active', pipeline_id: sales?.['id'] })
    expect(server.call('DELETE', `/status/opportunity/${idOf(status)}/`).body).toEqual({})
  })
})
