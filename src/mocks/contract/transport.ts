import { expect } from 'vitest'
import { section } from './rules.ts'
import { valuesOf } from './set-up.ts'

const OVERRIDE = { 'x-http-method-override': 'GET' }

export const transportRules = [
  ...section('1', {
    'a path without its last slash answers 308 with the slashed address, query kept': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { status, headers } = await api.call(method, `/lead/${lead}?_fields=id`)
        expect(status).toBe(308)
        expect(headers.get('location')).toBe(`/api/v1/lead/${lead}/?_fields=id`)
      }
      expect(await api.get(`/lead/${lead}/`)).toMatchObject({ name: 'A' })
    },
    'a redirected request does nothing': async (api) => {
      expect((await api.call('POST', '/lead', { name: 'A' })).status).toBe(308)
      expect(await api.list('/lead/')).toEqual([])
    },
    'doubled slashes are tolerated': async (api) => {
      expect(await api.get('//lead//')).toMatchObject({ data: [] })
    },
    'a POST with x-http-method-override: GET reads, with the query in _params': async (api) => {
      const ids = await Promise.all(['A', 'B', 'C'].map((name) => api.create('/lead/', { name })))
      const _params = { id__in: ids.slice(0, 2).join(','), _fields: 'id', _limit: 5 }
      const found = await api.post('/lead/', { _params }, OVERRIDE)
      expect(valuesOf(found['data'] as [], 'id').sort()).toEqual(ids.slice(0, 2).sort())
      expect(await api.get('/lead/?_limit=0')).toMatchObject({ total_results: 3 })
    },
    'the _params form takes an id__in of thousands of characters': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      const id__in = [...Array.from({ length: 120 }, (_, i) => `lead_${i}${'x'.repeat(40)}`), lead].join(',')
      expect(id__in.length).toBeGreaterThan(4900)
      expect(await api.post('/lead/', { _params: { id__in } }, OVERRIDE)).toMatchObject({ total_results: 1 })
    },
    'x-tz-offset moves the caller’s day by hours, maybe decimal or -0.0; any other text is 0': async (
      api,
    ) => {
      api.pass(-9 * 3_600_000) // 03:00 UTC
      const lead_id = await api.create('/lead/')
      const days = {
        '-5': '2026-03-03',
        '5.5': '2026-03-04',
        '-0.0': '2026-03-04',
        '21.5': '2026-03-05',
        nonsense: '2026-03-04',
      }
      for (const [offset, day] of Object.entries(days)) {
        const task = await api.post('/task/', { lead_id, text: 'x' }, { 'x-tz-offset': offset })
        expect([offset, task['date']]).toEqual([offset, day])
      }
    },
    'no answer carries Access-Control-Allow-Origin': async (api) => {
      const { headers } = await api.call('GET', '/me/', undefined, { origin: 'https://elsewhere.example' })
      expect(headers.has('access-control-allow-origin')).toBe(false)
    },
    'answers are JSON in UTF-8': async (api) => {
      const { headers, body } = await api.call('POST', '/lead/', { name: 'Łódź 株式会社 😀' })
      expect(headers.get('content-type')).toMatch(/^application\/json/)
      expect(body).toMatchObject({ name: 'Łódź 株式会社 😀' })
    },
  }),

  ...section('2', {
    'a key is the user name of HTTP Basic, with or without a password': async (api) => {
      for (const user of ['key:', 'key', 'key:password']) {
        const { status } = await api.call('GET', '/me/', undefined, { authorization: `Basic ${btoa(user)}` })
        expect([user, status]).toEqual([user, 200])
      }
    },
    'an OAuth token is a Bearer': async (api) => {
      expect((await api.call('GET', '/me/', undefined, { authorization: 'Bearer t' })).status).toBe(200)
    },
    'missing or bad credentials answer 401 {"error": "Unauthorized"}': async (api) => {
      for (const authorization of ['', `Basic ${btoa(':')}`, 'Basic %%%', 'Digest abc', 'Bearer']) {
        const { status, body } = await api.call('GET', '/me/', undefined, { authorization })
        expect([authorization, status, body]).toEqual([authorization, 401, { error: 'Unauthorized' }])
      }
    },
  }),

  ...section('3', {
    'unknown and read-only body keys are accepted and dropped': async (api) => {
      const lead = await api.post('/lead/', { name: 'A', invented: 1, id: 'lead_mine' })
      expect(lead).not.toHaveProperty('invented')
      expect(lead['id']).not.toBe('lead_mine')
    },
    'unknown query filters are ignored, so a typo returns the unfiltered list': async (api) => {
      await api.create('/lead/', { name: 'A' })
      expect(await api.list('/lead/?colour=blue')).toHaveLength(1)
      expect(await api.list('/contact/?led_id=x')).toEqual([])
    },
    '_fields keeps the named top-level keys and ignores unknown names': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      expect(await api.get(`/lead/${lead}/?_fields=id,name,nonsense`)).toEqual({ id: lead, name: 'A' })
      expect(await api.list('/lead/?_fields=name')).toEqual([{ name: 'A' }])
      expect(Object.keys(await api.get('/me/?_fields=id,email'))).toEqual(['id', 'email'])
    },
    '_fields works on POST and PUT as well': async (api) => {
      expect(await api.post('/lead/?_fields=name,nonsense', { name: 'A' })).toEqual({ name: 'A' })
      const lead_id = await api.create('/lead/')
      const contact = await api.post('/contact/?_fields=id,name', { lead_id, name: 'A' })
      expect(Object.keys(contact)).toEqual(['id', 'name'])
      const path = `/contact/${contact['id'] as string}/?_fields=title`
      expect(await api.put(path, { title: 'Owner' })).toEqual({ title: 'Owner' })
      expect(await api.post('/task/?_fields=text', { lead_id, text: 'x' })).toEqual({ text: 'x' })
    },
    'list parameters are comma-joined: bracketed keys are ignored, of repeated ones the first counts': async (
      api,
    ) => {
      const [a, b] = [await api.create('/lead/'), await api.create('/lead/')]
      expect(await api.list(`/lead/?id__in=${a},${b}`)).toHaveLength(2)
      expect(await api.list(`/lead/?id__in[]=${a}`)).toHaveLength(2)
      expect(valuesOf(await api.list(`/lead/?id__in=${a}&id__in=${b}`), 'id')).toEqual([a])
    },
    'an empty filter value filters for null': async (api) => {
      const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      const [contact] = await api.list(`/contact/?lead_id=${lead_id}`)
      await api.create('/activity/note/', { lead_id, note: 'of nobody' })
      await api.create('/activity/note/', { lead_id, note: 'of A', contact_id: contact?.['id'] })
      const notes = await api.list(`/activity/note/?lead_id=${lead_id}&contact_id=`)
      expect(valuesOf(notes, 'note')).toEqual(['of nobody'])
      await api.create('/task/', { lead_id })
      expect(await api.list('/task/?assigned_to=')).toEqual([])
    },
    '_order_by values outside the resource’s list are ignored': async (api) => {
      await api.create('/lead/')
      expect((await api.call('GET', '/task/?_order_by=colour')).status).toBe(200)
      expect((await api.call('GET', '/opportunity/?_order_by=-colour')).status).toBe(200)
    },
    'creates of the older resources answer 200': async (api) => {
      const lead_id = await api.create('/lead/')
      const creates = {
        '/lead/': {},
        '/contact/': { lead_id },
        '/opportunity/': { lead_id },
        '/task/': { lead_id },
        '/activity/note/': { lead_id, note: 'x' },
        '/saved_search/': { name: 'All', s_query: { query: { type: 'object_type', object_type: 'lead' } } },
        '/status/lead/': { label: 'New' },
        '/status/opportunity/': { label: 'New' },
        '/custom_field/lead/': { name: 'Text', type: 'text' },
        '/custom_field/shared/': { name: 'Shared', type: 'text' },
        '/integration_link/': { name: 'ERP', url: 'https://erp.example/', type: 'lead' },
        '/email_template/': { name: 'Hello', subject: 'Hello', body: 'Hello' },
      }
      for (const [path, body] of Object.entries(creates)) {
        const answer = await api.call('POST', path, body)
        expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 200, null])
      }
    },
    'creates of the newer resources answer 201 with a Location': async (api) => {
      const creates = {
        '/pipeline/': { name: 'Partners' },
        '/webhook/': { url: 'https://x.example/', events: [{ object_type: 'lead', action: 'created' }] },
        '/custom_activity/': { name: 'Tasting' },
        '/role/': { name: 'Closer', permissions: [] },
      }
      for (const [path, body] of Object.entries(creates)) {
        const answer = await api.call('POST', path, body)
        expect([path, answer.status]).toEqual([path, 201])
        expect(answer.headers.get('location')).toBe(`/api/v1${path}${answer.body['id'] as string}/`)
      }
    },
    'deletes of the older resources answer 200 {}, a second one 404': async (api) => {
      const lead_id = await api.create('/lead/')
      const objects = {
        '/contact/': await api.create('/contact/', { lead_id }),
        '/opportunity/': await api.create('/opportunity/', { lead_id }),
        '/task/': await api.create('/task/', { lead_id }),
        '/activity/note/': await api.create('/activity/note/', { lead_id, note: 'x' }),
        '/status/lead/': await api.create('/status/lead/', { label: 'New' }),
        '/status/opportunity/': await api.create('/status/opportunity/', { label: 'New' }),
        '/custom_field/lead/': await api.create('/custom_field/lead/', { name: 'Text', type: 'text' }),
        '/role/': await api.create('/role/', { name: 'Closer', permissions: [] }),
        '/webhook/': await api.create('/webhook/', {
          url: 'https://x.example/',
          events: [{ object_type: 'lead', action: 'created' }],
        }),
        '/lead/': lead_id,
      }
      for (const [path, id] of Object.entries(objects)) {
        const first = await api.call('DELETE', `${path}${id}/`)
        expect([path, first.status, first.text]).toEqual([path, 200, '{}'])
        expect([path, (await api.call('DELETE', `${path}${id}/`)).status]).toEqual([path, 404])
      }
    },
    'deletes of the newer resources answer 204 without a body': async (api) => {
      const objects = {
        '/pipeline/': await api.create('/pipeline/', { name: 'Partners' }),
        '/custom_activity/': await api.create('/custom_activity/', { name: 'Tasting' }),
      }
      for (const [path, id] of Object.entries(objects)) {
        const { status, text, headers } = await api.call('DELETE', `${path}${id}/`)
        expect([path, status, text, headers.get('content-type')]).toEqual([path, 204, '', null])
      }
    },
    'a read after a write sees it': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      await api.put(`/lead/${lead}/`, { name: 'B' })
      expect(valuesOf(await api.list('/lead/'), 'name')).toEqual(['B'])
      await api.delete(`/lead/${lead}/`)
      expect(await api.list('/lead/')).toEqual([])
    },
  }),

  ...section(
    '3',
    {
      'lists, searches and reads of a deleted lead may lag; other reads and a second delete do not': async (
        api,
      ) => {
        const gone = await api.create('/lead/', { name: 'Gone' })
        const kept = await api.create('/lead/', { name: 'Old' })
        api.pass(60_000)
        const listed = async () => valuesOf(await api.list('/lead/'), 'name').sort()
        const query = { type: 'object_type', object_type: 'lead' }
        const found = async () =>
          valuesOf((await api.post('/data/search/', { query }))['data'] as [], 'id').sort()
        expect(await listed()).toEqual(['Gone', 'Old'])
        await api.delete(`/lead/${gone}/`)
        await api.put(`/lead/${kept}/`, { name: 'Renamed' })
        const made = await api.create('/lead/', { name: 'New' })
        expect(await listed()).toEqual(['Gone', 'Old'])
        expect(await found()).toEqual([gone, kept].sort())
        expect((await api.call('GET', `/lead/${gone}/`)).status).toBe(200)
        expect(await api.get(`/lead/${kept}/`)).toMatchObject({ name: 'Renamed' })
        expect((await api.call('DELETE', `/lead/${gone}/`)).status).toBe(404)
        api.pass(30_000)
        expect(await listed()).toEqual(['New', 'Renamed'])
        expect(await found()).toEqual([kept, made].sort())
        expect((await api.call('GET', `/lead/${gone}/`)).status).toBe(404)
      },
    },
    { staleReadsMs: 30_000 },
  ),
]
