import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { customKey, leadStatus, organizationPath, SEVERAL, valuesOf } from './set-up.ts'

const LEAD_KEYS = [
  'id organization_id name display_name description url html_url status_id status_label addresses contact_ids',
  'contacts opportunities tasks integration_links created_by created_by_name updated_by updated_by_name',
  'date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

const ADDRESS = {
  label: 'business',
  address_1: '12 Mill Lane',
  address_2: 'Unit 4',
  city: 'Leeds',
  state: 'West Yorkshire',
  zipcode: 'LS1 4AP',
  country: 'GB',
}

const eventsOf = async (api: ContractApi, lead: string) =>
  (await api.list(`/event/?lead_id=${lead}`)).map(
    (event) => `${event['object_type'] as string} ${event['action'] as string}`,
  )

export const leadRules = [
  ...section('8.1', {
    'a lead has exactly the keys of the contract, and no `custom` object': async (api) => {
      const lead = await api.post('/lead/', { name: 'A', contacts: [{ name: 'B' }] })
      expect(Object.keys(lead).sort()).toEqual(LEAD_KEYS)
      expect(await api.get(`/lead/${lead['id'] as string}/`)).toEqual(lead)
    },
    'defaults of a lead that is posted empty': async (api) => {
      expect(await api.post('/lead/', {})).toMatchObject({
        name: null,
        display_name: 'Untitled',
        description: '',
        url: null,
        addresses: [],
        contacts: [],
        contact_ids: [],
        opportunities: [],
        tasks: [],
        integration_links: [],
        created_by_name: 'Robin Hale',
        updated_by_name: 'Robin Hale',
      })
    },
    'html_url is the address in Close’s own app': async (api) => {
      const lead = await api.post('/lead/', {})
      expect(lead['html_url']).toBe(`https://app.close.com/lead/${lead['id'] as string}/`)
    },
    'display_name is the name, else the first contact’s name, else Untitled': async (api) => {
      for (const [body, name] of [
        [{ name: 'Northwind', contacts: [{ name: 'Asha' }] }, 'Northwind'],
        [{ name: '', contacts: [{ name: 'Asha' }, { name: 'Bo' }] }, 'Asha'],
        [{ contacts: [{ name: 'Asha' }, { name: 'Bo' }] }, 'Asha'],
        [{ name: '' }, 'Untitled'],
        [{ name: null }, 'Untitled'],
      ] as const) {
        expect((await api.post('/lead/', body))['display_name']).toBe(name)
      }
    },
    'contacts are embedded whole, in the order of contact_ids': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'B' }, { name: 'A' }] })
      const { contacts, contact_ids } = await api.get(`/lead/${lead}/`)
      expect(valuesOf(contacts as Json[], 'id')).toEqual(contact_ids)
      for (const contact of contacts as Json[]) {
        expect(await api.get(`/contact/${contact['id'] as string}/`)).toEqual(contact)
      }
    },
    'opportunities are embedded whole': async (api) => {
      const lead_id = await api.create('/lead/')
      const opportunity = await api.post('/opportunity/', { lead_id, value: 100 })
      expect((await api.get(`/lead/${lead_id}/`))['opportunities']).toEqual([opportunity])
    },
    'tasks are only the open ones': async (api) => {
      const lead_id = await api.create('/lead/')
      const task = await api.post('/task/', { lead_id, text: 'x' })
      expect((await api.get(`/lead/${lead_id}/`))['tasks']).toEqual([task])
      await api.put(`/task/${task['id'] as string}/`, { is_complete: true })
      expect((await api.get(`/lead/${lead_id}/`))['tasks']).toEqual([])
    },
    'activities are never part of a lead': async (api) => {
      const lead_id = await api.create('/lead/')
      await api.create('/activity/note/', { lead_id, note: 'x' })
      expect(Object.keys(await api.get(`/lead/${lead_id}/`)).sort()).toEqual(LEAD_KEYS)
    },
    'custom fields are flat, dotted keys; one without a value is absent, not null': async (api) => {
      const text = await customKey(api, { name: 'Text', type: 'text' })
      const several = await customKey(api, SEVERAL)
      const lead = await api.post('/lead/', { [several]: ['a'] })
      expect(lead[several]).toEqual(['a'])
      expect(text in lead).toBe(false)
    },
    'a lead’s integration links are rendered, names without a value as nothing': async (api) => {
      const url = 'https://erp.example/search?q={{ lead.display_name }}&x={{lead.nothing}}'
      await api.create('/integration_link/', { name: 'ERP', url, type: 'lead' })
      expect((await api.post('/lead/', { name: 'A & B' }))['integration_links']).toEqual([
        { name: 'ERP', url: 'https://erp.example/search?q=A%20%26%20B&x=' },
      ])
    },
  }),

  ...section('8.2', {
    'named fields are exactly those': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      expect(await api.get(`/lead/${lead}/?_fields=id,name,status_label`)).toEqual({
        id: lead,
        name: 'A',
        status_label: 'Potential',
      })
    },
    '`custom` is all custom fields that have a value': async (api) => {
      const text = await customKey(api, { name: 'Text', type: 'text' })
      const size = await customKey(api, { name: 'Size', type: 'number' })
      await customKey(api, { name: 'Empty', type: 'text' })
      const lead = await api.create('/lead/', { [text]: 'x', [size]: 0 })
      expect(await api.get(`/lead/${lead}/?_fields=custom`)).toEqual({ [text]: 'x', [size]: 0 })
    },
    'custom fields can be named one by one; unset ones stay absent': async (api) => {
      const text = await customKey(api, { name: 'Text', type: 'text' })
      const empty = await customKey(api, { name: 'Empty', type: 'text' })
      const lead = await api.create('/lead/', { [text]: 'x' })
      expect(await api.get(`/lead/${lead}/?_fields=${text},${empty}`)).toEqual({ [text]: 'x' })
    },
    'a Smart Field comes when it is named': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      expect(await api.get(`/lead/${lead}/?_fields=num_contacts`)).toEqual({ num_contacts: 1 })
    },
    '`_all` is all of it with all Smart Fields': async (api) => {
      const text = await customKey(api, { name: 'Text', type: 'text' })
      const lead = await api.create('/lead/', { [text]: 'x' })
      const all = Object.keys(await api.get(`/lead/${lead}/?_fields=_all`))
      expect(all).toEqual(expect.arrayContaining([...LEAD_KEYS, text, 'num_contacts', 'num_opportunities']))
    },
  }),

  ...section('8.3', {
    'leads are listed newest first': async (api) => {
      for (const name of ['A', 'B', 'C']) {
        api.pass(1000)
        await api.create('/lead/', { name })
      }
      expect(valuesOf(await api.list('/lead/'), 'name')).toEqual(['C', 'B', 'A'])
    },
    'id__in finds the named leads and no others': async (api) => {
      const [a, b] = [await api.create('/lead/'), await api.create('/lead/'), await api.create('/lead/')]
      expect(valuesOf(await api.list(`/lead/?id__in=${a},${b},lead_x`), 'id').sort()).toEqual([a, b].sort())
      expect(await api.list('/lead/?id__in=lead_x')).toEqual([])
    },
    'a listed lead is the lead itself': async (api) => {
      const lead = await api.post('/lead/', { name: 'A', contacts: [{ name: 'B' }] })
      expect(await api.list('/lead/')).toEqual([lead])
    },
    'the old text query: words, phrases, OR, fields, lists, comparisons': async (api) => {
      const source = await customKey(api, { name: 'Lead source', type: 'text' })
      await api.create('/lead/', {
        name: 'Northwind Bakery',
        url: 'https://northwind.example',
        [source]: 'Trade fair',
        contacts: [
          { name: 'Asha', emails: [{ email: 'asha@n.example' }], phones: [{ phone: '2025550143' }] },
        ],
      })
      api.pass(24 * 3_600_000)
      await api.create('/lead/', { name: 'Blue Cafe', status: 'Qualified' })
      const found = async (query: string) =>
        valuesOf(await api.list(`/lead/?query=${encodeURIComponent(query)}`), 'name').sort()
      for (const [query, names] of [
        ['bakery northwind', ['Northwind Bakery']],
        ['northwind cafe', []],
        ['"trade fair"', ['Northwind Bakery']],
        ['northwind OR cafe', ['Blue Cafe', 'Northwind Bakery']],
        ['name:"Blue Cafe"', ['Blue Cafe']],
        ['status:"Qualified"', ['Blue Cafe']],
        ['email:asha@n.example', ['Northwind Bakery']],
        ['email in ("asha@n.example","b@b.example")', ['Northwind Bakery']],
        ['phone:"202 555 0143"', ['Northwind Bakery']],
        ['url:https://northwind.example', ['Northwind Bakery']],
        ['company in ("Blue Cafe","Nobody")', ['Blue Cafe']],
        ['"custom.Lead source":"Trade fair"', ['Northwind Bakery']],
        [`${source}:"Trade fair"`, ['Northwind Bakery']],
        ['date_created >= 2026-03-05', ['Blue Cafe']],
        ['date_updated < 2026-03-05', ['Northwind Bakery']],
      ] as const) {
        expect([query, await found(query)]).toEqual([query, names])
      }
    },
    'the old text query sorts: sort:created is oldest first': async (api) => {
      for (const name of ['B', 'C', 'A']) {
        api.pass(1000)
        await api.create('/lead/', { name })
      }
      const found = async (query: string) =>
        valuesOf(await api.list(`/lead/?query=${query}`), 'name').join('')
      expect(await found('sort:created')).toBe('BCA')
      expect(await found('sort:-date_created')).toBe('ACB')
      expect(await found('*%20sort:display_name')).toBe('ABC')
    },
    'the slices of the old text query share all leads between them': async (api) => {
      for (let i = 0; i < 20; i += 1) await api.create('/lead/')
      const slices = await Promise.all([1, 2, 3].map((n) => api.list(`/lead/?query=slice:${n}/3&_fields=id`)))
      expect(slices.every((slice) => slice.length > 0)).toBe(true)
      expect(new Set(valuesOf(slices.flat(), 'id')).size).toBe(20)
      expect(slices.flat()).toHaveLength(20)
    },
  }),

  ...section('8.4', {
    'the answer is the full lead with contacts and addresses as posted': async (api) => {
      const contact = {
        name: 'Asha',
        title: 'Owner',
        emails: [{ type: 'office', email: 'asha@northwind.example' }],
        phones: [{ type: 'mobile', phone: '+447700900123' }],
        urls: [],
      }
      const lead = await api.post('/lead/', {
        name: 'Northwind',
        url: 'https://northwind.example',
        description: 'From the fair',
        contacts: [contact, { name: 'Bo' }, { name: 'Al' }],
        addresses: [ADDRESS, { label: 'mailing', city: 'York' }],
      })
      expect(lead['addresses']).toEqual([ADDRESS, { label: 'mailing', city: 'York' }])
      expect(lead).toMatchObject({
        name: 'Northwind',
        url: 'https://northwind.example',
        description: 'From the fair',
        contacts: [contact, { name: 'Bo' }, { name: 'Al' }],
      })
    },
    'without a status it gets the first of organization.lead_statuses': async (api) => {
      const byId = await api.list('/status/lead/')
      const last = byId.at(-1) ?? {}
      await api.put(await organizationPath(api), { lead_statuses: [{ id: last['id'] }] })
      expect(await api.post('/lead/', {})).toMatchObject({
        status_id: last['id'],
        status_label: last['label'],
      })
    },
    'the status comes by id or by label': async (api) => {
      const status_id = await leadStatus(api, 'Qualified')
      expect(await api.post('/lead/', { status_id })).toMatchObject({ status_label: 'Qualified' })
      expect(await api.post('/lead/', { status: 'Qualified' })).toMatchObject({ status_id })
    },
    'not both status and status_id': async (api) => {
      const status_id = await leadStatus(api, 'Qualified')
      const refused = await api.refuse('POST', '/lead/', { status_id, status: 'Qualified' })
      expect(refused).toEqual({ status: 'Please specify either status or status_id, but not both.' })
    },
    'an unknown custom field is refused under its key': async (api) => {
      expect(await api.refuse('POST', '/lead/', { 'custom.cf_x': 1 })).toEqual({
        'custom.cf_x': 'Object does not exist.',
      })
    },
    'the deprecated forms find custom fields by exact name and drop unknown ones': async (api) => {
      const text = await customKey(api, { name: 'Text', type: 'text' })
      const other = await customKey(api, { name: 'Other', type: 'text' })
      const named = { custom: { Text: 'x', Nope: 1 }, 'custom.Other': 'y', 'custom.Nope': 1 }
      const lead = await api.post('/lead/', named)
      expect(lead).toMatchObject({ [text]: 'x', [other]: 'y' })
      expect(Object.keys(lead).filter((key) => key === 'custom' || key.includes('Nope'))).toEqual([])
    },
    'importers may post date_created and created_by': async (api) => {
      const users = await api.list('/user/')
      const created_by = users.at(-1)?.['id']
      const lead = await api.post('/lead/', { date_created: '2020-01-02T03:04:05+02:00', created_by })
      expect(lead).toMatchObject({ date_created: '2020-01-02T01:04:05.000000+00:00', created_by })
    },
    'it logs a Created activity whose source is the API': async (api) => {
      const lead = await api.create('/lead/')
      expect(await api.list(`/activity/?lead_id=${lead}`)).toMatchObject([
        { _type: 'Created', source: 'api' },
      ])
    },
    'it emits lead.created, contact.created and the event of its Created activity': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      expect((await eventsOf(api, lead)).sort()).toEqual([
        'activity.created created',
        'contact created',
        'lead created',
      ])
    },
    'at most 200 contacts a lead, 100 e-mails and 100 phones a contact': async (api) => {
      const many = (count: number, make: (i: number) => Json) =>
        Array.from({ length: count }, (_, i) => make(i))
      const contacts = many(201, (i) => ({ name: `${i}` }))
      expect(await api.refuse('POST', '/lead/', { contacts })).toEqual({ contacts: 'List is too long.' })
      const lead_id = await api.create('/lead/')
      const emails = many(101, (i) => ({ email: `a${i}@b.example` }))
      const phones = many(101, (i) => ({ phone: `+4477009${10_000 + i}` }))
      expect(await api.refuse('POST', '/contact/', { lead_id, emails })).toHaveProperty('emails')
      expect(await api.refuse('POST', '/contact/', { lead_id, phones })).toHaveProperty('phones')
    },
  }),

  ...section('8.7', {
    'contacts, tasks, opportunities and activities go with the lead': async (api) => {
      const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      await api.create('/task/', { lead_id, text: 'x' })
      await api.create('/opportunity/', { lead_id })
      await api.delete(`/lead/${lead_id}/`)
      expect((await api.call('GET', `/lead/${lead_id}/`)).status).toBe(404)
      for (const path of ['/contact/', '/task/', '/opportunity/', '/activity/']) {
        expect([path, await api.list(path)]).toEqual([path, []])
      }
    },
    'each child has a deleted event of its own': async (api) => {
      const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      await api.create('/task/', { lead_id, text: 'x' })
      await api.create('/opportunity/', { lead_id })
      await api.delete(`/lead/${lead_id}/`)
      const deleted = (await eventsOf(api, lead_id)).filter((name) => name.endsWith(' deleted'))
      expect(deleted.sort()).toEqual([
        'activity.created deleted',
        'contact deleted',
        'lead deleted',
        'opportunity deleted',
        'task.lead deleted',
      ])
    },
  }),

  ...section(
    '21.7',
    {
      'the legacy `custom` object holds values by field name': async (api) => {
        const text = await customKey(api, { name: 'Text', type: 'text' })
        const lead = await api.post('/lead/', { [text]: 'x' })
        expect(lead).toMatchObject({ [text]: 'x', custom: { Text: 'x' } })
        expect(await api.get(`/lead/${lead['id'] as string}/?_fields=custom`)).toEqual({
          [text]: 'x',
          custom: { Text: 'x' },
        })
      },
    },
    { legacyCustomDict: true },
  ),
  ...section(
    '21.9',
    {
      'leads may come without contact_ids': async (api) => {
        expect(await api.post('/lead/', {})).not.toHaveProperty('contact_ids')
      },
    },
    { sendContactIds: false },
  ),
]
