import { describe, expect, test } from 'vitest'
import { handle } from './engine.ts'
import { createTestServer, dataOf, fieldErrors, idOf, sortedTexts } from './test-server.ts'

describe('1 Transport', () => {
  test('a path without its last slash is redirected with 308, query included', () => {
    const answer = createTestServer().call('PUT', '/lead/lead_x?_fields=id', { name: 'A' })
    expect(answer.status).toBe(308)
    expect(answer.headers['location']).toBe('/api/v1/lead/lead_x/?_fields=id')
    expect(answer.changes).toEqual([])
  })

  test('doubled slashes are tolerated', () => {
    expect(createTestServer().call('GET', '//lead//').status).toBe(200)
  })

  test('a POST with x-http-method-override: GET reads with the query in _params', () => {
    const server = createTestServer()
    const ids = ['A', 'B', 'C'].map((name) => idOf(server.ok('POST', '/lead/', { name })))
    const wanted = ids.slice(0, 2).join(',')
    const body = { _params: { id__in: wanted, _fields: 'id', _limit: 5 } }
    const answer = server.call('POST', '/lead/', body, { 'x-http-method-override': 'GET' })
    expect(answer.status).toBe(200)
    expect(dataOf(answer.body).map(idOf).sort()).toEqual(ids.slice(0, 2).sort())
    expect(server.state.size('lead')).toBe(3)
  })

  test.each([
    ['-5', '2026-03-03'],
    ['5.5', '2026-03-04'],
    ['-0.0', '2026-03-04'],
    ['nonsense', '2026-03-04'],
  ])('x-tz-offset %s decides what today is', (offset, today) => {
    const server = createTestServer()
    server.clock.now = Date.UTC(2026, 2, 4, 3)
    const lead = idOf(server.ok('POST', '/lead/', { name: 'A' }))
    const task = server.ok('POST', '/task/', { lead_id: lead, text: 'x' }, { 'x-tz-offset': offset })
    expect(task['date']).toBe(today)
  })
})

describe('2 Authentication', () => {
  const status = (authorization: string | undefined, requireAuth = true) => {
    const { state, clock } = createTestServer()
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
    const request = { method: 'GET', path: '/me/', headers, body: undefined }
    return handle(state, request, { now: clock.now, newId: (prefix) => `${prefix}x` }, { requireAuth })
  }

  test.each([
    ['a key as Basic user name', `Basic ${btoa('some-key:')}`, 200],
    ['an OAuth token', 'Bearer token', 200],
    ['no credentials', undefined, 401],
    ['an empty key', `Basic ${btoa(':')}`, 401],
    ['no base64', 'Basic %%%', 401],
    ['another scheme', 'Digest abc', 401],
  ])('%s', (_case, header, expected) => {
    const answer = status(header)
    expect(answer.status).toBe(expected)
    if (expected === 401) expect(answer.body).toEqual({ error: 'Unauthorized' })
  })

  test('the requireAuth switch lets calls without a header in', () => {
    expect(status(undefined, false).status).toBe(200)
  })

  test('a key that is on record speaks for its owner', () => {
    const server = createTestServer()
    const [, second] = [...server.state.all('api_key')]
    const headers = { authorization: `Basic ${btoa(`${second?.id}:`)}` }
    expect(server.ok('GET', '/me/', undefined, headers)['id']).toBe(second?.['user_id'])
  })
})

describe('3 Conventions', () => {
  test('unknown body keys and unknown filters are ignored', () => {
    const server = createTestServer()
    const lead = server.ok('POST', '/lead/', { name: 'A', invented: 1, id: 'lead_mine' })
    expect(lead).not.toHaveProperty('invented')
    expect(lead['id']).not.toBe('lead_mine')
    expect(dataOf(server.ok('GET', '/lead/?colour=blue'))).toHaveLength(1)
  })

  test('bracketed and repeated keys are not lists', () => {
    const server = createTestServer()
    const [a, b] = ['A', 'B'].map((name) => idOf(server.ok('POST', '/lead/', { name })))
    expect(dataOf(server.ok('GET', `/lead/?id__in[]=${a}`))).toHaveLength(2)
    expect(dataOf(server.ok('GET', `/lead/?id__in=${a}&id__in=${b}`))).toHaveLength(1)
  })

  test('_fields keeps just the named keys, on lists, single objects and writes', () => {
    const server = createTestServer()
    const path = '?_fields=id,name,nonsense'
    const lead = server.ok('POST', `/lead/${path}`, { name: 'A' })
    expect(Object.keys(lead)).toEqual(['id', 'name'])
    expect(Object.keys(server.ok('GET', `/lead/${idOf(lead)}/${path}`))).toEqual(['id', 'name'])
    expect(dataOf(server.ok('GET', `/lead/${path}`))).toEqual([lead])
    expect(Object.keys(server.ok('GET', `/me/${path}`))).toEqual(['id'])
  })

  test('an empty filter value filters for null', () => {
    const server = createTestServer()
    const lead = idOf(server.ok('POST', '/lead/', { name: 'A' }))
    server.ok('POST', '/task/', { lead_id: lead, text: 'x' })
    expect(dataOf(server.ok('GET', '/task/?assigned_to='))).toHaveLength(0)
    expect(dataOf(server.ok('GET', `/activity/?lead_id=${lead}&contact_id=`))).toHaveLength(1)
  })

  test('creates of newer resources answer 201 with a Location, deletes 204', () => {
    const server = createTestServer()
    const pipeline = server.call('POST', '/pipeline/', { name: 'Partners' })
    expect(pipeline.status).toBe(201)
    expect(pipeline.headers['location']).toBe(`/api/v1/pipeline/${idOf(pipeline.body)}/`)
    const removed = server.call('DELETE', `/pipeline/${idOf(pipeline.body)}/`)
    expect(removed.status).toBe(204)
    expect(removed.headers['content-type']).toBeUndefined()
  })
})

describe('4 Errors', () => {
  const missing = 'lead_00000000000000000000000000000000000000000aa'
  test.each([
    ['GET', `/lead/${missing}/`, 404, 'Empty query: Lead matching query does not exist.'],
    ['PUT', '/lead/nonsense/', 404, 'Empty query: Lead matching query does not exist.'],
    ['GET', '/opportunity/x/', 404, 'Empty query: Opportunity matching query does not exist.'],
    ['GET', '/custom_field/lead/x/', 404, 'Empty query: LeadCustomField matching query does not exist.'],
    ['PATCH', `/lead/${missing}/`, 405, 'The method is not allowed for the requested URL.'],
    ['GET', '/nothing/here/', 404, 'The requested URL was not found on the server.'],
  ])('%s %s → %i, shape A', (method, path, status, error) => {
    const answer = createTestServer().call(method, path, method === 'PUT' ? {} : undefined)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ error })
  })

  const post = (body: string | undefined, type: string | undefined) => {
    const { state, clock } = createTestServer()
    const headers = {
      authorization: 'Bearer x',
      ...(type === undefined ? {} : { 'content-type': type }),
    }
    const request = { method: 'POST', path: '/lead/', headers, body }
    return handle(state, request, { now: clock.now, newId: (prefix) => `${prefix}x` })
  }
  const wrongType = "Please send valid JSON with a 'Content-Type: application/json' header."

  test.each([
    ['invalid JSON', '{', 'application/json', 400, 'The request contains invalid JSON.'],
    ['an empty body', '', 'application/json', 400, 'The request contains invalid JSON.'],
    ['a list', '[]', 'application/json; charset=utf-8', 400, 'JSON data must be a dict.'],
    ['another content type', 'name=A', 'application/x-www-form-urlencoded', 415, wrongType],
    ['no content type', '{}', undefined, 415, wrongType],
    ['nothing at all', undefined, undefined, 400, wrongType],
  ])('%s', (_case, body, type, status, error) => {
    expect(post(body, type)).toMatchObject({ status, body: { error } })
  })

  test('validation answers shape B, a reference under its internal name', () => {
    const server = createTestServer()
    expect(server.call('POST', '/task/', { text: 'x' })).toMatchObject({
      status: 400,
      body: { errors: [], 'field-errors': { lead: 'This field is required.' } },
    })
    expect(fieldErrors(server.call('POST', '/task/', { lead_id: missing }))).toEqual({
      lead: 'Object does not exist.',
    })
  })

  test('problems of nested objects are keyed by position', () => {
    const answer = createTestServer().call('POST', '/lead/', {
      contacts: [{ name: 'Ok' }, { emails: [{ email: '' }, { email: 'a@b.example' }] }],
    })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      errors: [],
      'field-errors': {
        contacts: {
          errors: {
            1: {
              errors: [],
              'field-errors': {
                emails: {
                  errors: { 0: { errors: [], 'field-errors': { email: 'This field is required.' } } },
                },
              },
            },
          },
        },
      },
    })
  })

  test('a refused request changes nothing', () => {
    const server = createTestServer()
    const answer = server.call('POST', '/lead/', { name: 'A', contacts: [{ emails: [{ email: 'no' }] }] })
    expect(answer.status).toBe(400)
    expect(answer.changes).toEqual([])
  })
})

describe('5 Rate limits', () => {
  test('each answer carries RateLimit with whole seconds', () => {
    const { headers } = createTestServer().call('GET', '/me/')
    expect(headers['ratelimit']).toMatch(/^limit=240, remaining=\d+, reset=[1-9]\d*$/)
  })

  test('the rateLimitEvery switch refuses each n-th call with Retry-After and the nested body', () => {
    const server = createTestServer({ rateLimitEvery: 3 })
    const answers = [1, 2, 3, 4].map(() => server.call('GET', '/me/'))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429, 200])
    const refused = answers[2]
    expect(refused?.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expect(refused?.headers['ratelimit']).toContain('remaining=0')
    expect(refused?.body['error']).toMatchObject({ message: 'API call count exceeded for this period' })
  })
})

describe('6 Pagination', () => {
  const server = createTestServer()
  for (let i = 0; i < 5; i += 1) {
    server.clock.now += 1000
    server.ok('POST', '/lead/', { name: `Lead ${i}` })
  }
  const names = (path: string) => dataOf(server.ok('GET', path)).map((lead) => lead['name'])

  test('newest first, page by page, with total_results', () => {
    expect(names('/lead/?_limit=2')).toEqual(['Lead 4', 'Lead 3'])
    expect(server.ok('GET', '/lead/?_limit=2')).toMatchObject({ has_more: true, total_results: 5 })
    expect(names('/lead/?_limit=2&_skip=4')).toEqual(['Lead 0'])
    expect(server.ok('GET', '/lead/?_limit=2&_skip=4')).toMatchObject({ has_more: false })
  })

  test('_limit=0 gives just the total', () => {
    expect(server.ok('GET', '/lead/?_limit=0')).toMatchObject({ data: [], has_more: true, total_results: 5 })
  })

  test.each([
    ['/lead/?_limit=201', { _limit: 'Input should be less than or equal to 200' }],
    ['/lead/?_limit=-1', { _limit: 'Input should be greater than or equal to 0' }],
    ['/lead/?_limit=ten', { _limit: expect.stringContaining('valid integer') as string }],
    [
      '/lead/?_skip=35001',
      {
        _skip:
          'The skip you set is larger than the maximum skip for this resource (max_skip = 35000). Please refine your search query.',
      },
    ],
    ['/contact/?_limit=101', { _limit: 'Input should be less than or equal to 100' }],
    ['/opportunity/?_limit=251', { _limit: 'Input should be less than or equal to 250' }],
    ['/task/?_limit=1001', { _limit: 'Input should be less than or equal to 1000' }],
    ['/activity/?_limit=101', { _limit: 'Input should be less than or equal to 100' }],
    ['/event/?_limit=51', { _limit: 'Input should be less than or equal to 50' }],
  ])('%s is refused in shape B', (path, errors) => {
    const answer = server.call('GET', path)
    expect(answer.status).toBe(400)
    expect(fieldErrors(answer)).toEqual(errors)
  })

  test.each([
    ['/contact/?_limit=x', '_limit must be an integer (got "x" instead).'],
    [
      '/activity/?_skip=250001',
      'The skip you set is larger than the maximum skip for this resource (max_skip = 250000).\nPlease refine your search query.',
    ],
  ])('%s is refused in the older shape', (path, error) => {
    expect(server.call('GET', path)).toMatchObject({ status: 400, body: { error } })
  })

  test('limits at the caps are fine', () => {
    expect(server.call('GET', '/lead/?_limit=200&_skip=35000').status).toBe(200)
  })
})

describe('7 Ids and dates', () => {
  test('ids have their prefix and length, timestamps microseconds and an offset', () => {
    const server = createTestServer()
    const lead = server.ok('POST', '/lead/', { contacts: [{ name: 'A' }] })
    expect(lead['id']).toMatch(/^lead_[0-9A-Za-z]{43}$/)
    expect(lead['date_created']).toBe('2026-03-04T09:15:27.143000+00:00')
    const [event] = dataOf(server.ok('GET', '/event/'))
    expect(event?.['id']).toMatch(/^ev_[0-9A-Za-z]{22}$/)
    expect(event?.['request_id']).toMatch(/^req_[0-9A-Za-z]{22}$/)
    expect(event?.['date_created']).toBe('2026-03-04T09:15:27.143000')
    const [pipeline] = dataOf(server.ok('GET', '/pipeline/'))
    expect(pipeline?.['date_created']).toMatch(/\.\d{6}$/)
  })

  test('leads that are created at the same moment are listed in that order, the last one first', () => {
    const server = createTestServer()
    for (const name of ['A', 'B', 'C', 'D']) server.ok('POST', '/lead/', { name })
    expect(dataOf(server.ok('GET', '/lead/')).map((lead) => lead['name'])).toEqual(['D', 'C', 'B', 'A'])
  })

  test('the clock standing still, date_updated still grows with each write', () => {
    const server = createTestServer()
    const id = idOf(server.ok('POST', '/lead/', { name: 'A' }))
    const leads = [1, 2, 3].map((i) => server.ok('PUT', `/lead/${id}/`, { name: `A${i}` }))
    const dates = leads.map((lead) => lead['date_updated'])
    expect(new Set(dates).size).toBe(3)
    expect(sortedTexts(leads, 'date_updated')).toEqual(dates)
  })
})
