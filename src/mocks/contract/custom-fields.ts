import { expect } from 'vitest'
import type { Json } from './api.ts'
import { section } from './rules.ts'
import { becomeRole, customKey, SEVERAL, valuesOf } from './set-up.ts'

const FIELD_KEYS = [
  'id organization_id name description type choices accepts_multiple_values editable_with_roles is_shared',
  'referenced_custom_type_id back_reference_is_visible created_by updated_by date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

const TEXT = { name: 'Text', type: 'text' }

export const customFieldRules = [
  ...section('14', {
    'a definition has exactly the keys of the contract': async (api) => {
      const field = await api.post('/custom_field/lead/', { ...SEVERAL, description: 'd' })
      expect(Object.keys(field).sort()).toEqual(FIELD_KEYS)
      expect(field).toMatchObject({ ...SEVERAL, description: 'd', editable_with_roles: [], is_shared: false })
      expect(await api.get(`/custom_field/lead/${field['id'] as string}/`)).toEqual(field)
    },
    'leads, contacts and opportunities have fields of their own': async (api) => {
      for (const type of ['lead', 'contact', 'opportunity']) {
        await api.create(`/custom_field/${type}/`, { name: type, type: 'text' })
        expect(valuesOf(await api.list(`/custom_field/${type}/`), 'name')).toEqual([type])
      }
    },
    'the old spelling /custom_fields/ still answers': async (api) => {
      await api.create('/custom_fields/lead/', TEXT)
      expect(await api.get('/custom_fields/lead/')).toEqual(await api.get('/custom_field/lead/'))
    },
    'what a definition needs': async (api) => {
      await api.create('/custom_field/lead/', TEXT)
      for (const [body, errors] of [
        [{ type: 'text' }, { name: 'This field is required.' }],
        [{ name: 'A' }, { type: 'This field is required.' }],
        [{ name: 'A', type: 'colour' }, { type: 'Not a valid choice.' }],
        [{ name: 'A', type: 'choices' }, { choices: 'This field is required.' }],
      ] as const) {
        expect(await api.refuse('POST', '/custom_field/lead/', body)).toEqual(errors)
      }
    },
    'textarea is for activities alone': async (api) => {
      const field = { name: 'A', type: 'textarea' }
      expect(await api.refuse('POST', '/custom_field/lead/', field)).toEqual({ type: 'Not a valid choice.' })
      const custom_activity_type_id = await api.create('/custom_activity/', { name: 'Tasting' })
      await api.create('/custom_field/activity/', { ...field, custom_activity_type_id })
    },
    'a description has at most 280 characters': async (api) => {
      const described = (length: number) => ({ ...TEXT, description: 'x'.repeat(length) })
      expect(await api.refuse('POST', '/custom_field/lead/', described(281))).toEqual({
        description: 'The value must be no longer than 280 characters.',
      })
      await api.create('/custom_field/lead/', described(280))
    },
    'only choices, users, contacts and custom objects take several values': async (api) => {
      const field = { ...TEXT, accepts_multiple_values: true }
      expect(await api.refuse('POST', '/custom_field/lead/', field)).toEqual({
        accepts_multiple_values: 'Fields of type text cannot accept multiple values.',
      })
    },
    'names are unique for each type of object': async (api) => {
      await api.create('/custom_field/lead/', TEXT)
      expect(await api.refuse('POST', '/custom_field/lead/', TEXT)).toEqual({
        name: 'A custom field with this name already exists.',
      })
      await api.create('/custom_field/contact/', TEXT)
    },
    'what each type stores': async (api) => {
      const me = (await api.get('/me/'))['id']
      for (const [type, sent, stored] of [
        ['text', 'Fair', 'Fair'],
        ['number', 2.5, 2.5],
        ['number', 0, 0],
        ['date', '2026-02-28', '2026-02-28'],
        ['datetime', '2026-02-28T10:00:00+02:00', '2026-02-28T08:00:00.000000+00:00'],
        ['user', me, me],
        ['user', 'Robin Hale', me],
        ['hidden', 'x', 'x'],
      ] as const) {
        const key = await customKey(api, { name: `${type} ${JSON.stringify(sent)}`, type })
        expect([type, (await api.post('/lead/', { [key]: sent }))[key]]).toEqual([type, stored])
      }
    },
    'values of the wrong type are refused under the key': async (api) => {
      for (const [type, value, text] of [
        ['text', 5, 'Value must be of str type.'],
        ['text', ['x'], 'Value must be of str type.'],
        ['number', '5', 'Value must be of float type.'],
        ['date', '2026-02-30', 'Invalid ISO 8601 date.'],
        ['date', '28.02.2026', 'Invalid ISO 8601 date.'],
        ['datetime', 'noon', 'Invalid ISO 8601 datetime.'],
        ['datetime', '2026-02-28', 'Invalid ISO 8601 datetime.'],
        ['user', 'Nobody', 'Object does not exist.'],
        ['contact', 'cont_x', 'Object does not exist.'],
      ] as const) {
        const key = await customKey(api, { name: `${type} ${JSON.stringify(value)}`, type })
        expect(await api.refuse('POST', '/lead/', { [key]: value })).toEqual({ [key]: text })
      }
    },
    'a choice must be one of the choices': async (api) => {
      const one = await customKey(api, { name: 'One', type: 'choices', choices: ['a'] })
      const several = await customKey(api, SEVERAL)
      const chosen = { [one]: 'a', [several]: ['b', 'a'] }
      expect(await api.post('/lead/', chosen)).toMatchObject(chosen)
      for (const [key, value, problem] of [
        [one, 'b', 'Not a valid choice.'],
        [one, ['a'], 'Value must be of str type.'],
        [several, ['a', 'z'], { errors: { 1: 'Not a valid choice.' } }],
      ] as const) {
        expect(await api.refuse('POST', '/lead/', { [key]: value })).toEqual({ [key]: problem })
      }
    },
    'null, an empty text and an empty list are no value': async (api) => {
      const text = await customKey(api, TEXT)
      const several = await customKey(api, SEVERAL)
      for (const body of [{ [text]: null }, { [text]: '' }, { [several]: [] }]) {
        const lead = await api.post('/lead/', body)
        expect(Object.keys(lead).filter((key) => key.startsWith('custom.'))).toEqual([])
      }
    },
    'a contact must belong to the same lead': async (api) => {
      const key = await customKey(api, { name: 'Buyer', type: 'contact' })
      const own = await api.post('/lead/', { contacts: [{ name: 'A' }] })
      const [contact] = own['contact_ids'] as string[]
      expect((await api.put(`/lead/${own['id'] as string}/`, { [key]: contact }))[key]).toBe(contact)
      const other = await api.create('/lead/')
      expect(await api.refuse('PUT', `/lead/${other}/`, { [key]: contact })).toHaveProperty([key])
    },
    'deleting a field removes its values': async (api) => {
      const key = await customKey(api, TEXT)
      const lead = await api.create('/lead/', { [key]: 'x' })
      await api.delete(`/custom_field/lead/${key.slice('custom.'.length)}/`)
      expect(key in (await api.get(`/lead/${lead}/`))).toBe(false)
    },
    'values outside new choices are no longer returned': async (api) => {
      const key = await customKey(api, SEVERAL)
      const lead = await api.create('/lead/', { [key]: ['a', 'b'] })
      await api.put(`/custom_field/lead/${key.slice('custom.'.length)}/`, { choices: ['b', 'c'] })
      expect((await api.get(`/lead/${lead}/`))[key]).toEqual(['b'])
    },
    'a field reserved for roles cannot be changed by others': async (api) => {
      const key = await customKey(api, { ...TEXT, editable_with_roles: ['superuser'] })
      expect(await api.refuse('POST', '/lead/', { [key]: 'x' })).toEqual({
        [key]: 'Value cannot be changed.',
      })
      await becomeRole(api, 'superuser')
      expect((await api.post('/lead/', { [key]: 'x' }))[key]).toBe('x')
    },
    'the schema is in display order; PUT reorders, what is left out moves to the end': async (api) => {
      const ids: string[] = []
      for (const name of ['A', 'B', 'C'])
        ids.push(await api.create('/custom_field/lead/', { name, type: 'text' }))
      const path = '/custom_field_schema/lead/'
      const names = (schema: Json) => valuesOf(schema['fields'] as Json[], 'name').join('')
      expect(names(await api.get(path))).toBe('ABC')
      expect(names(await api.put(path, { fields: [{ id: ids[2] }] }))).toBe('CAB')
      expect(names(await api.get(path))).toBe('CAB')
      await api.delete(`/custom_field/lead/${ids[0]}/`)
      expect(names(await api.get(path))).toBe('CB')
      await api.refuse('PUT', path, { fields: [{ id: 'cf_x' }] })
    },
    'shared fields stand in the schema once associated, never in /custom_field/lead/': async (api) => {
      const field = await api.create('/custom_field/shared/', { name: 'Region', type: 'text' })
      const value = { [`custom.${field}`]: 'x' }
      await api.refuse('POST', '/lead/', value)
      const path = `/custom_field/shared/${field}/association/`
      const association = await api.call('POST', path, { object_type: 'lead' })
      expect(association.status).toBe(201)
      expect(await api.list('/custom_field/lead/')).toEqual([])
      expect(await api.get('/custom_field_schema/lead/')).toMatchObject({
        fields: [{ id: field, is_shared: true }],
      })
      expect(await api.post('/lead/', value)).toMatchObject(value)
      await api.refuse('POST', '/contact/', value)
      const required = { object_type: 'lead', required: true }
      expect(await api.put(`${path}lead/`, { required: true })).toMatchObject(required)
      expect((await api.call('DELETE', `${path}lead/`)).status).toBe(204)
      expect(await api.get('/custom_field_schema/lead/')).toEqual({ fields: [] })
    },
    'a shared field keeps its type': async (api) => {
      const field = await api.create('/custom_field/shared/', { name: 'Region', type: 'text' })
      expect(await api.refuse('PUT', `/custom_field/shared/${field}/`, { type: 'number' })).toHaveProperty(
        'type',
      )
    },
    'a scalar for a contact’s field of several is a list of one': async (api) => {
      const key = await customKey(api, SEVERAL, 'contact')
      expect((await api.post('/contact/', { name: 'A', [key]: 'a' }))[key]).toEqual(['a'])
    },
  }),

  ...section(
    '8.4',
    {
      'an unknown custom field may be dropped without a word': async (api) => {
        expect(await api.post('/lead/', { name: 'A', 'custom.cf_x': 1 })).not.toHaveProperty(['custom.cf_x'])
      },
    },
    { refuseUnknownCustomFields: false },
  ),

  ...section('15', {
    'Smart Fields are missing unless they are named': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'A' }] })
      const keys = Object.keys(await api.get(`/lead/${lead}/`))
      expect(keys.filter((key) => /^(num_|last_|primary_)/.test(key))).toEqual([])
    },
    'counts are integers': async (api) => {
      const lead_id = await api.create('/lead/', { contacts: [{ name: 'A' }, { name: 'B' }] })
      await api.create('/opportunity/', { lead_id })
      await api.create('/task/', { lead_id, text: 'x' })
      await api.create('/task/', { lead_id, text: 'y', is_complete: true })
      await api.create('/activity/note/', { lead_id, note: 'x' })
      const counts = {
        num_contacts: 2,
        num_opportunities: 1,
        num_active_opportunities: 1,
        num_tasks: 2,
        num_incomplete_tasks: 1,
        num_notes: 1,
        num_calls: 0,
      }
      expect(await api.get(`/lead/${lead_id}/?_fields=${Object.keys(counts).join(',')}`)).toMatchObject(
        counts,
      )
    },
    'dates are timestamps': async (api) => {
      const lead_id = await api.create('/lead/')
      api.pass(60_000)
      await api.create('/activity/call/', { lead_id })
      await api.put(`/lead/${lead_id}/`, { status: 'Qualified' })
      const fields = 'last_activity_date,last_communication_date,last_lead_status_change_date'
      const lead = await api.get(`/lead/${lead_id}/?_fields=${fields}`)
      expect(Object.keys(lead).sort()).toEqual(fields.split(',').sort())
      for (const date of Object.values(lead)) expect(date).toMatch(/^2026-03-04T12:01:00/)
    },
    'primary_email and primary_phone are objects, the first ones of the contacts': async (api) => {
      const contact = { name: 'A', emails: [{ email: 'a@b.example' }], phones: [{ phone: '+447700900123' }] }
      const lead = await api.create('/lead/', { contacts: [contact] })
      expect(await api.get(`/lead/${lead}/?_fields=primary_email,primary_phone`)).toMatchObject({
        primary_email: { type: 'office', email: 'a@b.example', is_unsubscribed: false },
        primary_phone: { type: 'office', phone: '+447700900123', country: 'GB' },
      })
    },
  }),
]
