import { describe, expect, test } from 'vitest'
import { createTestServer, dataOf, fieldErrors, idOf, type Json } from './test-server.ts'

/** A server with one type of custom object, a lead and a field of that type on leads. */
function prepare() {
  const server = createTestServer()
  const type = idOf(server.ok('POST', '/custom_object_type/', { name: 'Site', name_plural: 'Sites' }))
  const lead = idOf(server.ok('POST', '/lead/', { name: 'A' }))
  const field = (kind: string, body: Json) =>
    idOf(server.ok('POST', `/custom_field/${kind}/`, { custom_object_type_id: type, ...body }))
  const create = (body: Json = {}) =>
    server.ok('POST', '/custom_object/', {
      custom_object_type_id: type,
      lead_id: lead,
      name: 'North',
      ...body,
    })
  return { server, type, lead, field, create }
}

describe('custom object types', () => {
  test('POST 201 with a Location, DELETE 204, the list without has_more (contract 3, 6)', () => {
    const { server } = prepare()
    const answer = server.call('POST', '/custom_object_type/', { name: 'Car', name_plural: 'Cars' })
    expect(answer.status).toBe(201)
    expect(answer.headers['location']).toBe(`/api/v1/custom_object_type/${idOf(answer.body)}/`)
    expect(idOf(answer.body)).toMatch(/^cotype_[0-9A-Za-z]{22}$/)
    expect(answer.body['date_created']).not.toContain('+')
    expect(Object.keys(server.ok('GET', '/custom_object_type/'))).toEqual(['data'])
    expect(server.call('DELETE', `/custom_object_type/${idOf(answer.body)}/`).status).toBe(204)
    expect(server.call('POST', '/custom_object_type/', { name: 'Car' }).status).toBe(400)
  })

  test('a type lists its fields, and those of other objects that refer to it', () => {
    const { server, type, field } = prepare()
    const own = field('custom_object_type', { name: 'Size', type: 'number' })
    const reference = { name: 'Home', type: 'custom_object', referenced_custom_type_id: type }
    const back = idOf(server.ok('POST', '/custom_field/lead/', reference))
    const seen = server.ok('GET', `/custom_object_type/${type}/`)
    expect((seen['fields'] as Json[]).map(idOf)).toEqual([own])
    expect((seen['back_reference_fields'] as Json[]).map(idOf)).toEqual([back])
  })

  test('one that is still in use cannot be deleted', () => {
    const { server, type, create } = prepare()
    create()
    expect(server.call('DELETE', `/custom_object_type/${type}/`).status).toBe(400)
  })
})

describe('custom objects', () => {
  test('they hang below a lead, which the list needs', () => {
    const { server, lead, create } = prepare()
    const object = create()
    expect(object).toMatchObject({ name: 'North', lead_id: lead })
    expect(dataOf(server.ok('GET', `/custom_object/?lead_id=${lead}`)).map(idOf)).toEqual([object['id']])
    expect(fieldErrors(server.call('GET', '/custom_object/'))).toHaveProperty('lead_id')
    expect(server.call('DELETE', `/custom_object/${idOf(object)}/`).status).toBe(204)
    expect(server.call('GET', `/custom_object/${idOf(object)}/`).status).toBe(404)
  })

  test('custom fields are those of the type; required ones are needed (contract 14)', () => {
    const { server, field, create, type, lead } = prepare()
    const size = `custom.${field('custom_object_type', { name: 'Size', type: 'number', required: true })}`
    const bare = { custom_object_type_id: type, lead_id: lead, name: 'South' }
    expect(fieldErrors(server.call('POST', '/custom_object/', bare))).toHaveProperty([size])
    const object = create({ [size]: 4 })
    expect(object[size]).toBe(4)
    const path = `/custom_object/${idOf(object)}/`
    expect(server.ok('PUT', path, { name: 'East' })).toMatchObject({ name: 'East', [size]: 4 })
    expect(server.call('PUT', path, { [size]: null }).status).toBe(400)
  })

  test('only roles that the type names may edit them', () => {
    const { server, type, create } = prepare()
    const object = create()
    server.ok('PUT', `/custom_object_type/${type}/`, { editable_with_roles: ['user'] })
    expect(server.call('PUT', `/custom_object/${idOf(object)}/`, { name: 'X' }).status).toBe(403)
    expect(server.call('DELETE', `/custom_object/${idOf(object)}/`).status).toBe(403)
  })

  test('a field of type custom_object holds ids of objects of its type, and none that is gone', () => {
    const { server, type, lead, create } = prepare()
    const other = idOf(server.ok('POST', '/custom_object_type/', { name: 'Car', name_plural: 'Cars' }))
    const body = { name: 'Homes', type: 'custom_object', accepts_multiple_values: true }
    expect(fieldErrors(server.call('POST', '/custom_field/lead/', body))).toHaveProperty(
      'referenced_custom_type',
    )
    const reference = { ...body, referenced_custom_type_id: type }
    const key = `custom.${idOf(server.ok('POST', '/custom_field/lead/', reference))}`
    const elsewhere = idOf(server.ok('POST', '/lead/', { name: 'B' }))
    const home = idOf(create({ lead_id: elsewhere }))
    const car = idOf(create({ custom_object_type_id: other }))
    expect(server.ok('PUT', `/lead/${lead}/`, { [`${key}.add`]: home })[key]).toEqual([home])
    expect(fieldErrors(server.call('PUT', `/lead/${lead}/`, { [`${key}.add`]: car }))).toHaveProperty([key])
    const search = () => {
      const has = { type: 'field_condition', field: { type: 'custom_field', custom_field_id: key.slice(7) } }
      return dataOf(server.ok('POST', '/data/search/', { query: { ...has, condition: { type: 'exists' } } }))
    }
    expect(search()).toHaveLength(1)
    server.call('DELETE', `/custom_object/${home}/`)
    expect(server.ok('GET', `/lead/${lead}/`)).not.toHaveProperty([key])
    expect(search()).toHaveLength(0)
  })

  test('shared fields and schemas know them (contract 14)', () => {
    const { server, type, create } = prepare()
    const shared = idOf(server.ok('POST', '/custom_field/shared/', { name: 'Note', type: 'text' }))
    const base = `/custom_field/shared/${shared}/association/`
    const typed = { object_type: 'custom_object_type' }
    expect(fieldErrors(server.call('POST', base, typed))).toHaveProperty('custom_object_type')
    const answer = server.call('POST', base, { ...typed, custom_object_type_id: type, required: true })
    expect(answer.headers['location']).toContain(`association/custom_object_type/${type}/`)
    const [field] = server.ok('GET', `/custom_field_schema/custom_object/${type}/`)['fields'] as Json[]
    expect(field).toMatchObject({ id: shared, is_shared: true })
    expect(create({ [`custom.${shared}`]: 'x' })[`custom.${shared}`]).toBe('x')
    expect(server.call('GET', '/custom_field_schema/custom_object/cotype_x/').status).toBe(404)
  })

  test('they are found, by themselves and through their lead', () => {
    const { server, lead, create } = prepare()
    const object = idOf(create())
    const node = { type: 'object_type', object_type: 'custom_object' }
    const text = { type: 'text', value: 'nor' }
    const query = { type: 'and', queries: [node, text] }
    expect(dataOf(server.ok('POST', '/data/search/', { query })).map(idOf)).toEqual([object])
    const has = { type: 'has_related', this_object_type: 'lead', related_object_type: 'custom_object' }
    const found = dataOf(server.ok('POST', '/data/search/', { query: { ...has, related_query: text } }))
    expect(found.map(idOf)).toEqual([lead])
  })

  test('they go with their lead and move in a merge, each with its event (contract 8.7, 9)', () => {
    const { server, lead, create } = prepare()
    const object = idOf(create())
    const into = idOf(server.ok('POST', '/lead/', { name: 'B' }))
    server.ok('POST', '/lead/merge/', { source: lead, destination: into })
    expect(server.ok('GET', `/custom_object/${object}/`)['lead_id']).toBe(into)
    server.call('DELETE', `/lead/${into}/`)
    expect(server.call('GET', `/custom_object/${object}/`).status).toBe(404)
    const [event] = dataOf(server.ok('GET', `/event/?object_type=custom_object&object_id=${object}`))
    expect(event).toMatchObject({ action: 'deleted', previous_data: { name: 'North' } })
  })
})

describe('definitions of their fields', () => {
  test('POST 201, DELETE 204, a list without has_more (contract 14)', () => {
    const { server, type } = prepare()
    const body = { name: 'Size', type: 'number', custom_object_type_id: type }
    const answer = server.call('POST', '/custom_field/custom_object_type/', body)
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ custom_object_type_id: type, required: false })
    expect(Object.keys(server.ok('GET', '/custom_field/custom_object_type/'))).toEqual(['data'])
    const path = `/custom_field/custom_object_type/${idOf(answer.body)}/`
    expect(server.ok('PUT', path, { name: 'Area' })['name']).toBe('Area')
    expect(server.call('DELETE', path).status).toBe(204)
  })

  test('while a type change is applied, converting_to_type says so and the old type holds (contract 14)', () => {
    const server = createTestServer({ slowConversion: 1000 })
    const field = idOf(server.ok('POST', '/custom_field/lead/', { name: 'Size', type: 'text' }))
    const key = `custom.${field}`
    const lead = idOf(server.ok('POST', '/lead/', { [key]: '12' }))
    const path = `/custom_field/lead/${field}/`
    const changed = server.ok('PUT', path, { type: 'number', description: 'm²' })
    expect(changed).toMatchObject({ type: 'text', converting_to_type: 'number', description: 'm²' })
    expect(server.ok('GET', `/lead/${lead}/`)[key]).toBe('12')
    expect(fieldErrors(server.call('PUT', path, { type: 'date' }))).toHaveProperty('type')
    server.clock.now += 1000
    expect(server.ok('GET', path)['type']).toBe('number')
    expect(server.ok('GET', path)).not.toHaveProperty('converting_to_type')
    expect(server.ok('GET', `/lead/${lead}/`)[key]).toBe(12)
  })

  test('at once without the switch, dropping values that are none of the new type; never for a shared field', () => {
    const server = createTestServer()
    const field = idOf(server.ok('POST', '/custom_field/lead/', { name: 'Size', type: 'text' }))
    const key = `custom.${field}`
    const [twelve, word] = ['12', 'twelve'].map((value) =>
      idOf(server.ok('POST', '/lead/', { [key]: value })),
    )
    const changed = server.ok('PUT', `/custom_field/lead/${field}/`, { type: 'number' })
    expect(changed['type']).toBe('number')
    expect(changed).not.toHaveProperty('converting_to_type')
    expect(server.ok('GET', `/lead/${twelve}/`)[key]).toBe(12)
    expect(server.ok('GET', `/lead/${word}/`)).not.toHaveProperty([key])
    const shared = idOf(server.ok('POST', '/custom_field/shared/', { name: 'S', type: 'text' }))
    expect(server.call('PUT', `/custom_field/shared/${shared}/`, { type: 'number' }).status).toBe(400)
  })
})
