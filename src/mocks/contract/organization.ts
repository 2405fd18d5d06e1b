import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { becomeRole, organizationPath, valuesOf } from './set-up.ts'

const USER_KEYS = [
  'id email first_name last_name image last_used_timezone google_profile_image_url email_verified_at',
  'date_created date_updated organizations',
]
  .join(' ')
  .split(' ')
  .sort()

const PIPELINE_KEYS = 'id name organization_id created_by updated_by date_created date_updated statuses'
  .split(' ')
  .sort()

async function statusOrder(api: ContractApi): Promise<unknown[]> {
  const organization = await api.get(await organizationPath(api))
  return valuesOf(organization['lead_statuses'] as Json[], 'label')
}

export const organizationRules = [
  ...section('16', {
    'a lead status is {id, organization_id, label}': async (api) => {
      const [status] = await api.list('/status/lead/')
      expect(Object.keys(status ?? {}).sort()).toEqual(['id', 'label', 'organization_id'])
      expect(await api.get(`/status/lead/${status?.['id'] as string}/`)).toEqual(status)
    },
    '/status/lead/ is sorted by id, organization.lead_statuses by display order': async (api) => {
      const ids = valuesOf(await api.list('/status/lead/'), 'id')
      expect(ids).toEqual([...ids].sort())
      expect(await statusOrder(api)).toEqual([
        'Potential',
        'Interested',
        'Qualified',
        'Customer',
        'Bad Fit',
        'Canceled',
      ])
    },
    'a new status comes last; it can be renamed, which leads show at once': async (api) => {
      const status_id = await api.create('/status/lead/', { label: 'Nurture' })
      expect((await statusOrder(api)).at(-1)).toBe('Nurture')
      const lead = await api.create('/lead/', { status_id })
      await api.put(`/status/lead/${status_id}/`, { label: 'Nurturing' })
      expect(await api.get(`/lead/${lead}/`)).toMatchObject({ status_label: 'Nurturing' })
    },
    'the order changes with PUT /organization/': async (api) => {
      const statuses = await api.list('/status/lead/')
      const ids = valuesOf(statuses, 'id').map((id) => ({ id }))
      await api.put(await organizationPath(api), { lead_statuses: ids })
      expect(await statusOrder(api)).toEqual(valuesOf(statuses, 'label'))
    },
    'deleting a status takes it from the order': async (api) => {
      const status = await api.create('/status/lead/', { label: 'Nurture' })
      await api.delete(`/status/lead/${status}/`)
      expect(await statusOrder(api)).not.toContain('Nurture')
    },
    'a status needs a label': async (api) => {
      for (const body of [{}, { label: '' }]) {
        expect(await api.refuse('POST', '/status/lead/', body)).toEqual({ label: 'This field is required.' })
      }
    },
    'an opportunity status adds type and pipeline; posted bare it is active in the first one': async (
      api,
    ) => {
      const [sales] = await api.list('/pipeline/')
      expect(await api.post('/status/opportunity/', { label: 'Demo' })).toMatchObject({
        type: 'active',
        pipeline_id: sales?.['id'],
      })
    },
    'users and pipelines have exactly the keys of the contract': async (api) => {
      const [user] = await api.list('/user/')
      expect(Object.keys(user ?? {}).sort()).toEqual(USER_KEYS)
      const [pipeline] = await api.list('/pipeline/')
      expect(Object.keys(pipeline ?? {}).sort()).toEqual(PIPELINE_KEYS)
    },
    '/me/ has organisations as objects, with statuses and pipelines, and memberships': async (api) => {
      const me = await api.get('/me/')
      expect(me).toMatchObject({
        first_name: 'Robin',
        organizations: [{ name: expect.any(String) as string }],
        memberships: [{ user_id: me['id'], role_id: 'admin' }],
      })
      const [organization] = me['organizations'] as Json[]
      expect(organization?.['lead_statuses']).toHaveLength(6)
      expect(organization?.['pipelines']).toHaveLength(2)
    },
    '/user/ has organisations as ids, and sorts by name': async (api) => {
      const [organization] = (await api.get('/me/'))['organizations'] as Json[]
      const users = await api.list('/user/?_order_by=first_name,last_name')
      for (const user of users) expect(user['organizations']).toEqual([organization?.['id']])
      expect(valuesOf(users, 'first_name')).toEqual(['Amara', 'Kenji', 'Lucía', 'Priya', 'Robin', 'Søren'])
      expect(await api.get(`/user/${users[0]?.['id'] as string}/`)).toEqual(users[0])
    },
    'a membership of the organisation carries user keys, or the user nested with _expand': async (api) => {
      const path = await organizationPath(api)
      const [plain] = (await api.get(path))['memberships'] as Json[]
      expect(plain).toMatchObject({ user_full_name: 'Robin Hale', role_id: 'admin' })
      expect(plain?.['permissions_granted']).toContain('merge_leads')
      const [nested] = (await api.get(`${path}?_expand=memberships__user`))['memberships'] as Json[]
      expect(nested).toMatchObject({ user: { first_name: 'Robin' } })
      expect(nested).not.toHaveProperty('user_full_name')
    },
    'PUT /organization/ takes name and currency': async (api) => {
      const patch = { name: 'Acme', currency: 'GBP' }
      expect(await api.put(await organizationPath(api), patch)).toMatchObject(patch)
      const lead_id = await api.create('/lead/')
      expect(await api.post('/opportunity/', { lead_id, value: 50_000 })).toMatchObject({
        value_currency: 'GBP',
        value_formatted: '£500',
      })
    },
    '/api_key/ tells the organisation': async (api) => {
      const [organization] = (await api.get('/me/'))['organizations'] as Json[]
      const [key] = await api.list('/api_key/')
      expect(key?.['organization_id']).toBe(organization?.['id'])
      expect(await api.get(`/api_key/${key?.['id'] as string}/`)).toEqual(key)
    },
    'a caller may ask about the very key it sends': async (api) => {
      const [organization] = (await api.get('/me/'))['organizations'] as Json[]
      expect(await api.get('/api_key/any-key/')).toMatchObject({
        id: 'any-key',
        organization_id: organization?.['id'],
      })
    },
    'built-in roles cannot be deleted': async (api) => {
      expect((await api.call('DELETE', '/role/admin/')).status).toBe(400)
    },
    'a role grants what it names and nothing else': async (api) => {
      const lead = await api.create('/lead/')
      const role = await api.create('/role/', { name: 'Closer', permissions: ['delete_leads'] })
      await becomeRole(api, role)
      expect((await api.call('POST', '/status/lead/', { label: 'New' })).status).toBe(403)
      await api.delete(`/lead/${lead}/`)
    },
  }),

  ...section('21.20', {
    'a status in use cannot be deleted': async (api) => {
      const lead = await api.post('/lead/', {})
      const path = `/status/lead/${lead['status_id'] as string}/`
      const { status, body } = await api.call('DELETE', path)
      expect([status, Object.keys(body)]).toEqual([400, ['error']])
      await api.put(`/lead/${lead['id'] as string}/`, { status: 'Customer' })
      expect((await api.call('DELETE', path)).status).toBe(200)
    },
  }),
  ...section('21.21', {
    'a second status with the same label is refused, whatever its case': async (api) => {
      expect(await api.refuse('POST', '/status/lead/', { label: 'potential' })).toEqual({
        label: 'A status with this label already exists.',
      })
    },
  }),
  ...section(
    '21.20',
    {
      'a status in use may be deleted': async (api) => {
        const lead = await api.post('/lead/', {})
        await api.delete(`/status/lead/${lead['status_id'] as string}/`)
      },
    },
    { refuseStatusInUse: false },
  ),
  ...section(
    '21.21',
    {
      'labels may repeat': async (api) => {
        await api.create('/status/lead/', { label: 'Potential' })
      },
    },
    { refuseDuplicateLabels: false },
  ),
  ...section(
    '21.19',
    {
      'lack of a permission may answer 401': async (api) => {
        await becomeRole(api, 'restricteduser')
        expect((await api.call('POST', '/status/lead/', { label: 'New' })).status).toBe(401)
      },
    },
    { forbiddenStatus: 401 },
  ),
  ...section(
    '21.34',
    {
      'deletes may answer 204 without a body': async (api) => {
        const lead = await api.create('/lead/')
        const { status, text } = await api.call('DELETE', `/lead/${lead}/`)
        expect([status, text]).toEqual([204, ''])
      },
    },
    { emptyDeletes: true },
  ),
  ...section(
    '4',
    {
      'another content type may answer 400': async (api) => {
        const { status } = await api.call('POST', '/lead/', 'name=A', { 'content-type': 'text/plain' })
        expect(status).toBe(400)
      },
    },
    { wrongContentType: 400 },
  ),
  ...section(
    '2',
    {
      'a demo page sends no credentials and is let in': async (api) => {
        expect((await api.call('GET', '/me/', undefined, { authorization: '' })).status).toBe(200)
      },
    },
    { requireAuth: false },
  ),
]
