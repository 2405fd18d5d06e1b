import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { customKey, SEVERAL, valuesOf } from './set-up.ts'

const LEEDS = { label: 'business', city: 'Leeds' }
const YORK = { label: 'mailing', city: 'York' }

/** What a field of several values holds after a patch of a lead that had a and b. */
async function afterPatch(api: ContractApi, patch: (key: string) => Json): Promise<unknown> {
  const key = await customKey(api, SEVERAL)
  const lead = await api.create('/lead/', { [key]: ['a', 'b'] })
  const answer = await api.put(`/lead/${lead}/`, patch(key))
  expect(await api.get(`/lead/${lead}/`)).toEqual(answer)
  return key in answer ? answer[key] : 'absent'
}

export const patchRules = [
  ...section('8.6', {
    'PUT is a patch: only the keys in the body change': async (api) => {
      const text = await customKey(api, { name: 'Text', type: 'text' })
      const { date_updated: _, ...before } = await api.post('/lead/', {
        name: 'A',
        description: 'd',
        url: 'https://a.example',
        addresses: [LEEDS],
        contacts: [{ name: 'B' }],
        [text]: 'x',
      })
      const { date_updated: _new, ...after } = await api.put(`/lead/${before['id'] as string}/`, {
        description: 'e',
      })
      expect(after).toEqual({ ...before, description: 'e' })
    },
    'the answer is the full, updated lead': async (api) => {
      const lead = await api.create('/lead/', { contacts: [{ name: 'B' }] })
      expect(await api.put(`/lead/${lead}/`, { name: 'A' })).toEqual(await api.get(`/lead/${lead}/`))
    },
    'an empty patch is accepted': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      expect(await api.put(`/lead/${lead}/`, {})).toMatchObject({ name: 'A' })
    },
    'date_updated changes with a name alone': async (api) => {
      const lead = await api.post('/lead/', { name: 'A' })
      api.pass(60_000)
      const after = await api.put(`/lead/${lead['id'] as string}/`, { name: 'B' })
      expect(after).toMatchObject({
        date_updated: '2026-03-04T12:01:00.000000+00:00',
        date_created: lead['date_created'],
        updated_by_name: 'Robin Hale',
      })
    },
    'display_name follows the name': async (api) => {
      const lead = await api.create('/lead/', { name: 'A', contacts: [{ name: 'C' }] })
      expect(await api.put(`/lead/${lead}/`, { name: 'B' })).toMatchObject({ display_name: 'B' })
      expect(await api.put(`/lead/${lead}/`, { name: '' })).toMatchObject({ name: null, display_name: 'C' })
    },
    'a new status by id or label refreshes the label and logs the change': async (api) => {
      const lead = await api.post('/lead/', {})
      const path = `/lead/${lead['id'] as string}/`
      const after = await api.put(path, { status: 'Qualified' })
      expect(after['status_label']).toBe('Qualified')
      const log = () => api.list(`/activity/status_change/lead/?lead_id=${lead['id'] as string}`)
      expect(await log()).toMatchObject([
        {
          old_status_id: lead['status_id'],
          old_status_label: 'Potential',
          new_status_id: after['status_id'],
          new_status_label: 'Qualified',
        },
      ])
      await api.put(path, { status_id: after['status_id'] })
      expect(await log()).toHaveLength(1)
    },
    'an unknown status is refused under `status`': async (api) => {
      const lead = await api.create('/lead/')
      expect(Object.keys(await api.refuse('PUT', `/lead/${lead}/`, { status_id: 'stat_x' }))).toEqual([
        'status',
      ])
    },
    'addresses replace the whole list': async (api) => {
      const lead = await api.create('/lead/', { addresses: [LEEDS, YORK] })
      expect((await api.put(`/lead/${lead}/`, { addresses: [YORK] }))['addresses']).toMatchObject([YORK])
      expect((await api.put(`/lead/${lead}/`, { addresses: [] }))['addresses']).toEqual([])
    },
    'a list of values replaces the list': async (api) => {
      expect(await afterPatch(api, (key) => ({ [key]: ['c'] }))).toEqual(['c'])
    },
    'one value for a field of several is a list of one': async (api) => {
      expect(await afterPatch(api, (key) => ({ [key]: 'c' }))).toEqual(['c'])
    },
    'null unsets a custom field: its key is gone': async (api) => {
      expect(await afterPatch(api, (key) => ({ [key]: null }))).toBe('absent')
    },
    '.add appends one value': async (api) => {
      expect(await afterPatch(api, (key) => ({ [`${key}.add`]: 'c' }))).toEqual(['a', 'b', 'c'])
    },
    '.remove drops one value': async (api) => {
      expect(await afterPatch(api, (key) => ({ [`${key}.remove`]: 'a' }))).toEqual(['b'])
    },
    '.add on a field without a value makes the list': async (api) => {
      const key = await customKey(api, SEVERAL)
      const lead = await api.create('/lead/')
      expect((await api.put(`/lead/${lead}/`, { [`${key}.add`]: 'b' }))[key]).toEqual(['b'])
    },
    'removing the last value unsets the field': async (api) => {
      const key = await customKey(api, SEVERAL)
      const lead = await api.create('/lead/', { [key]: ['a'] })
      expect(key in (await api.put(`/lead/${lead}/`, { [`${key}.remove`]: 'a' }))).toBe(false)
    },
    'two people who add different values both win': async (api) => {
      const key = await customKey(api, SEVERAL)
      const lead = await api.create('/lead/', { [key]: ['a'] })
      await Promise.all(['b', 'c'].map((value) => api.put(`/lead/${lead}/`, { [`${key}.add`]: value })))
      expect([...((await api.get(`/lead/${lead}/`))[key] as string[])].sort()).toEqual(['a', 'b', 'c'])
    },
    '.add and .remove on a field of one value are refused': async (api) => {
      const key = await customKey(api, { name: 'Text', type: 'text' })
      const lead = await api.create('/lead/', { [key]: 'x' })
      for (const how of ['add', 'remove']) {
        expect(
          Object.keys(await api.refuse('PUT', `/lead/${lead}/`, { [`${key}.${how}`]: 'y' })),
        ).toHaveLength(1)
      }
      expect((await api.get(`/lead/${lead}/`))[key]).toBe('x')
    },
    'a value that .add names must be valid': async (api) => {
      const key = await customKey(api, SEVERAL)
      const lead = await api.create('/lead/')
      await api.refuse('PUT', `/lead/${lead}/`, { [`${key}.add`]: 'z' })
    },
    'read-only keys are ignored': async (api) => {
      const lead = await api.post('/lead/', { name: 'A' })
      const id = lead['id'] as string
      const after = await api.put(`/lead/${id}/`, {
        id: 'lead_x',
        organization_id: 'orga_x',
        date_created: 'x',
        display_name: 'X',
        html_url: 'x',
        status_label: 'X',
        contact_ids: ['cont_x'],
        opportunities: [{}],
        tasks: [{}],
        created_by_name: 'X',
      })
      const { date_updated: _, ...rest } = after
      expect({ ...rest, date_updated: lead['date_updated'] }).toEqual(lead)
    },
    'texts are stored as they are, also hostile ones': async (api) => {
      const name = '<img src=x onerror=alert(1)> "\u202Eevil'
      const lead = await api.create('/lead/', {})
      expect((await api.put(`/lead/${lead}/`, { name }))['name']).toBe(name)
    },
  }),

  ...section('21.1', {
    'PUT ignores nested contacts: neither changed nor refused': async (api) => {
      const lead = await api.post('/lead/', { contacts: [{ name: 'A' }] })
      const after = await api.put(`/lead/${lead['id'] as string}/`, { contacts: [{ name: 'B' }] })
      expect(after['contacts']).toEqual(lead['contacts'])
    },
  }),
  ...section('21.22', {
    '.add of a value that is there, .remove of one that is not: 200, nothing changes': async (api) => {
      expect(await afterPatch(api, (key) => ({ [`${key}.add`]: 'a', [`${key}.remove`]: 'c' }))).toEqual([
        'a',
        'b',
      ])
    },
  }),
  ...section('21.23', {
    'mixed in one body: first the plain set, then .add, then .remove': async (api) => {
      const after = await afterPatch(api, (key) => ({
        [`${key}.remove`]: 'c',
        [`${key}.add`]: 'a',
        [key]: ['c', 'b'],
      }))
      expect(after).toEqual(['b', 'a'])
    },
  }),
  ...section('21.24', {
    'an empty text unsets a custom text field': async (api) => {
      const key = await customKey(api, { name: 'Text', type: 'text' })
      const lead = await api.create('/lead/', { [key]: 'x' })
      expect(key in (await api.put(`/lead/${lead}/`, { [key]: '' }))).toBe(false)
    },
  }),
  ...section('21.25', {
    'a null description is stored as the empty text': async (api) => {
      const lead = await api.create('/lead/', { description: 'd' })
      expect(await api.put(`/lead/${lead}/`, { description: null })).toMatchObject({ description: '' })
    },
  }),
  ...section('21.26', {
    'an empty name is stored as null': async (api) => {
      const lead = await api.create('/lead/', { name: 'A' })
      expect(await api.put(`/lead/${lead}/`, { name: '' })).toMatchObject({
        name: null,
        display_name: 'Untitled',
      })
    },
  }),
  ...section('21.29', {
    'a URL without a scheme gets http://, any other stays as it is': async (api) => {
      const lead = await api.create('/lead/')
      const stored = async (url: string) => (await api.put(`/lead/${lead}/`, { url }))['url']
      expect(await stored('example.com/a')).toBe('http://example.com/a')
      expect(await stored('https://example.com')).toBe('https://example.com')
      expect(await stored('')).toBeNull()
    },
  }),
  ...section(
    '21.3',
    {
      'a wrong status may be reported under `status_id`': async (api) => {
        expect(Object.keys(await api.refuse('POST', '/lead/', { status: 'x' }))).toEqual(['status_id'])
      },
    },
    { statusErrorKey: 'status_id' },
  ),
  ...section('3', {
    'a list inside an object is replaced as a whole': async (api) => {
      const emails = [{ email: 'a@b.example' }, { email: 'c@d.example' }]
      const contact = await api.create('/contact/', { lead_id: await api.create('/lead/'), emails })
      const after = await api.put(`/contact/${contact}/`, { emails: [{ email: 'e@f.example' }] })
      expect(valuesOf(after['emails'] as Json[], 'email')).toEqual(['e@f.example'])
    },
  }),
]
