import { expect } from 'vitest'
import type { ContractApi } from './api.ts'
import { section } from './rules.ts'
import { customKey, SEVERAL, valuesOf } from './set-up.ts'

const CONTACT_KEYS = [
  'id organization_id lead_id name display_name title emails phones urls integration_links',
  'created_by updated_by date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

const leadEvents = (api: ContractApi, lead: string) => api.list(`/event/?lead_id=${lead}&object_type=lead`)

export const contactRules = [
  ...section('10', {
    'a contact has exactly the keys of the contract': async (api) => {
      const contact = await api.post('/contact/', { lead_id: await api.create('/lead/'), name: 'A' })
      expect(Object.keys(contact).sort()).toEqual(CONTACT_KEYS)
      expect(await api.get(`/contact/${contact['id'] as string}/`)).toEqual(contact)
    },
    'the name defaults to null, the title to the empty text, lists to empty ones': async (api) => {
      expect(await api.post('/contact/', { lead_id: await api.create('/lead/') })).toMatchObject({
        name: null,
        title: '',
        emails: [],
        phones: [],
        urls: [],
      })
    },
    'the type of an e-mail, phone or URL is one of seven, `office` when left out': async (api) => {
      const lead_id = await api.create('/lead/')
      const types = ['office', 'mobile', 'home', 'direct', 'fax', 'url', 'other']
      const emails = [undefined, ...types].map((type, i) => ({ type, email: `a${i}@b.example` }))
      const contact = await api.post('/contact/', { lead_id, emails })
      expect(valuesOf(contact['emails'] as [], 'type')).toEqual(['office', ...types])
      const { urls } = await api.post('/contact/', { lead_id, urls: [{ url: 'b.example' }] })
      expect(urls).toEqual([{ type: 'office', url: 'http://b.example' }])
      const phones = [{ phone: '+447700900123', type: 'satellite' }]
      expect(await api.refuse('POST', '/contact/', { lead_id, phones })).toHaveProperty('phones')
    },
    'display_name is the name, else the first e-mail, else the first phone': async (api) => {
      const lead_id = await api.create('/lead/')
      const emails = [{ email: 'a@b.example' }]
      const phones = [{ phone: '+447700900123' }]
      const named = async (body: object) =>
        (await api.post('/contact/', { lead_id, ...body }))['display_name']
      expect(await named({ name: 'A', emails })).toBe('A')
      expect(await named({ phones, emails })).toBe('a@b.example')
      expect(await named({ phones })).toMatch(/7700/)
    },
    'is_unsubscribed is sent and cannot be written': async (api) => {
      const emails = [{ email: 'a@b.example', is_unsubscribed: true }]
      const contact = await api.post('/contact/', { lead_id: await api.create('/lead/'), emails })
      expect(contact['emails']).toEqual([{ type: 'office', email: 'a@b.example', is_unsubscribed: false }])
    },
    'contacts are listed by lead_id': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      await api.create('/lead/', { contacts: [{ name: 'B' }] })
      expect(valuesOf(await api.list(`/contact/?lead_id=${lead}`), 'name')).toEqual(['A'])
      expect(await api.list('/contact/')).toHaveLength(2)
    },
    'PUT is a patch; lists are replaced': async (api) => {
      const lead_id = await api.create('/lead/')
      const id = await api.create('/contact/', {
        lead_id,
        name: 'A',
        emails: [{ email: 'a@b.example' }, { email: 'c@d.example' }],
        urls: [{ url: 'https://b.example' }],
      })
      const after = await api.put(`/contact/${id}/`, { emails: [{ email: 'c@d.example' }] })
      expect(after).toMatchObject({ name: 'A', urls: [{ url: 'https://b.example' }] })
      expect(valuesOf(after['emails'] as [], 'email')).toEqual(['c@d.example'])
    },
    'custom fields follow the rules of leads: .add, .remove, null': async (api) => {
      const key = await customKey(api, SEVERAL, 'contact')
      const id = await api.create('/contact/', { lead_id: await api.create('/lead/'), [key]: 'a' })
      const path = `/contact/${id}/`
      expect((await api.put(path, { [`${key}.add`]: 'b' }))[key]).toEqual(['a', 'b'])
      expect((await api.put(path, { [`${key}.remove`]: 'a' }))[key]).toEqual(['b'])
      expect(key in (await api.put(path, { [key]: null }))).toBe(false)
    },
    'adding or deleting a contact changes contact_ids and fires lead.updated': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      const contact = await api.create('/contact/', { lead_id: lead, name: 'B' })
      expect((await leadEvents(api, lead))[0]).toMatchObject({
        action: 'updated',
        changed_fields: ['contact_ids', 'date_updated'],
        previous_data: { contact_ids: [] },
      })
      await api.delete(`/contact/${contact}/`)
      expect((await leadEvents(api, lead))[0]).toMatchObject({ previous_data: { contact_ids: [contact] } })
      expect((await api.get(`/lead/${lead}/`))['contact_ids']).toEqual([])
    },
    'an edited contact fires contact.updated alone': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'B' }] })
      const [contact] = await api.list('/contact/')
      const before = (await leadEvents(api, lead)).length
      await api.put(`/contact/${contact?.['id'] as string}/`, { title: 'Owner' })
      expect(await leadEvents(api, lead)).toHaveLength(before)
      const [event] = await api.list(`/event/?lead_id=${lead}`)
      expect(event).toMatchObject({ object_type: 'contact', changed_fields: ['title', 'date_updated'] })
    },
    'adding, editing and deleting a contact makes its lead newer': async (api) => {
      const lead_id = await api.create('/lead/')
      const dates: string[] = []
      const look = async () => dates.push((await api.get(`/lead/${lead_id}/`))['date_updated'] as string)
      await look()
      const contact = await api.create('/contact/', { lead_id, name: 'A' })
      await look()
      await api.put(`/contact/${contact}/`, { title: 'Owner' })
      await look()
      await api.delete(`/contact/${contact}/`)
      await look()
      expect(new Set(dates).size).toBe(4)
      expect([...dates].sort()).toEqual(dates)
    },
    'a contact can move to another lead': async (api) => {
      const from = await api.create('/lead/', { contacts: [{ name: 'A' }, { name: 'B' }] })
      const into = await api.create('/lead/', { contacts: [{ name: 'C' }] })
      const [moving] = (await api.get(`/lead/${from}/`))['contact_ids'] as string[]
      await api.put(`/contact/${moving}/`, { lead_id: into })
      expect((await api.get(`/lead/${from}/`))['contact_ids']).toHaveLength(1)
      expect(((await api.get(`/lead/${into}/`))['contact_ids'] as string[]).at(-1)).toBe(moving)
    },
    'an unknown lead is refused under `lead`': async (api) => {
      expect(await api.refuse('POST', '/contact/', { lead_id: 'lead_x', name: 'A' })).toEqual({
        lead: 'Object does not exist.',
      })
    },
  }),

  ...section('21.27', {
    'a contact without lead_id makes a lead that is named after it': async (api) => {
      const contact = await api.post('/contact/', { name: 'Asha Verma' })
      expect(await api.get(`/lead/${contact['lead_id'] as string}/`)).toMatchObject({
        name: 'Asha Verma',
        contact_ids: [contact['id']],
      })
    },
  }),
  ...section('21.28', {
    'the last contact can go': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      const [contact] = await api.list('/contact/')
      await api.delete(`/contact/${contact?.['id'] as string}/`)
      expect(await api.get(`/lead/${lead}/`)).toMatchObject({ contacts: [], display_name: 'Untitled' })
    },
  }),
  ...section(
    '21.27',
    {
      'the lead that a contact makes may be unnamed': async (api) => {
        const contact = await api.post('/contact/', { name: 'Asha Verma' })
        expect(await api.get(`/lead/${contact['lead_id'] as string}/`)).toMatchObject({ name: null })
      },
    },
    { nameLeadAfterContact: false },
  ),
]
