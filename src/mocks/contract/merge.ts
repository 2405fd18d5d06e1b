import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { becomeRole, customKey, SEVERAL, valuesOf } from './set-up.ts'

const LEEDS = { label: 'business', city: 'Leeds' }
const YORK = { label: 'business', city: 'York' }

async function pair(api: ContractApi, from: Json = { name: 'Source' }, into: Json = { name: 'Destination' }) {
  return { source: await api.create('/lead/', from), destination: await api.create('/lead/', into) }
}

/** The destination after the source was merged into it. */
async function merged(api: ContractApi, from: Json, into: Json): Promise<Json> {
  const leads = await pair(api, from, into)
  await api.post('/lead/merge/', leads)
  return api.get(`/lead/${leads.destination}/`)
}

const mergeLog = (api: ContractApi, lead: string) => api.list(`/activity/lead_merge/?lead_id=${lead}`)

export const mergeRules = [
  ...section('9', {
    'success is 200; the source is gone, the destination keeps its id': async (api) => {
      const { source, destination } = await pair(api)
      expect((await api.call('POST', '/lead/merge/', { source, destination })).status).toBe(200)
      expect((await api.call('GET', `/lead/${source}/`)).status).toBe(404)
      expect(valuesOf(await api.list('/lead/'), 'id')).toEqual([destination])
    },
    'an unknown id answers 404 {"errors": […]} and names the side': async (api) => {
      const leads = await pair(api)
      for (const [side, text] of [
        ['source', 'Source lead does not exist.'],
        ['destination', 'Destination lead does not exist.'],
      ] as const) {
        const { status, body } = await api.call('POST', '/lead/merge/', { ...leads, [side]: 'lead_x' })
        expect([status, body]).toEqual([404, { errors: [text] }])
      }
      expect(await api.list('/lead/')).toHaveLength(2)
    },
    'both leads are required': async (api) => {
      const { source, destination } = await pair(api)
      const required = 'This field is required.'
      expect(await api.refuse('POST', '/lead/merge/', { destination })).toEqual({ source: required })
      expect(await api.refuse('POST', '/lead/merge/', { source })).toEqual({ destination: required })
    },
    'a lead cannot be merged with itself': async (api) => {
      const { source } = await pair(api)
      expect(await api.refuse('POST', '/lead/merge/', { source, destination: source })).toHaveProperty(
        'destination',
      )
      expect(await api.list('/lead/')).toHaveLength(2)
    },
    'it needs the merge_leads permission': async (api) => {
      const leads = await pair(api)
      await becomeRole(api, 'restricteduser')
      expect((await api.call('POST', '/lead/merge/', leads)).status).toBe(403)
    },
    'the destination keeps its own name, status, author and date of creation': async (api) => {
      const { source, destination } = await pair(api, { name: 'Source', status: 'Customer' })
      const before = await api.get(`/lead/${destination}/`)
      api.pass(60_000)
      await api.post('/lead/merge/', { source, destination })
      const { name, status_id, created_by, date_created } = before
      expect(await api.get(`/lead/${destination}/`)).toMatchObject({
        name,
        status_id,
        created_by,
        date_created,
      })
    },
    'an empty name is filled from the source': async (api) => {
      expect(await merged(api, { name: 'Source' }, {})).toMatchObject({ name: 'Source' })
    },
    'description and URL are the destination’s unless it has none': async (api) => {
      const source = { description: 'from', url: 'https://from.example' }
      expect(await merged(api, source, {})).toMatchObject(source)
      const destination = { description: 'into', url: 'https://into.example' }
      expect(await merged(api, source, destination)).toMatchObject(destination)
    },
    'a custom field of one value is the destination’s unless it has none': async (api) => {
      const one = await customKey(api, { name: 'One', type: 'text' })
      const two = await customKey(api, { name: 'Two', type: 'number' })
      const after = await merged(api, { [one]: 'from', [two]: 1 }, { [one]: 'into' })
      expect(after).toMatchObject({ [one]: 'into', [two]: 1 })
    },
    'several values are united, the destination’s first, without duplicates': async (api) => {
      const key = await customKey(api, SEVERAL)
      expect((await merged(api, { [key]: ['b', 'c'] }, { [key]: ['a', 'b'] }))[key]).toEqual(['a', 'b', 'c'])
    },
    'addresses are the destination’s, then those of the source that are not the same': async (api) => {
      const after = await merged(api, { addresses: [LEEDS, YORK] }, { addresses: [YORK] })
      expect(after['addresses']).toMatchObject([YORK, LEEDS])
      expect(after['addresses']).toHaveLength(2)
    },
    'contacts move with their ids; same ones are not combined': async (api) => {
      const contacts = [{ name: 'Asha', emails: [{ email: 'asha@x.example' }] }]
      const { source, destination } = await pair(api, { contacts }, { contacts })
      const [from] = await api.list(`/contact/?lead_id=${source}`)
      const [into] = await api.list(`/contact/?lead_id=${destination}`)
      await api.post('/lead/merge/', { source, destination })
      expect((await api.get(`/lead/${destination}/`))['contact_ids']).toEqual([into?.['id'], from?.['id']])
      expect(await api.get(`/contact/${from?.['id'] as string}/`)).toMatchObject({ lead_id: destination })
      expect(await api.list(`/contact/?lead_id=${source}`)).toEqual([])
    },
    'opportunities, tasks and activities move with ids and timestamps': async (api) => {
      const { source, destination } = await pair(api)
      const children = {
        '/opportunity/': await api.post('/opportunity/', { lead_id: source, value: 100 }),
        '/task/': await api.post('/task/', { lead_id: source, text: 'x' }),
        '/activity/note/': await api.post('/activity/note/', { lead_id: source, note: 'x' }),
      }
      api.pass(60_000)
      await api.post('/lead/merge/', { source, destination })
      for (const [path, { id, date_created, date_updated }] of Object.entries(children)) {
        const moved = await api.get(`${path}${id as string}/`)
        expect(moved).toMatchObject({ lead_id: destination, date_created, date_updated })
      }
    },
    'no status change is logged, one LeadMerge activity is': async (api) => {
      const { source, destination } = await pair(api, { name: 'S', status: 'Customer' })
      await api.post('/lead/merge/', { source, destination })
      const types = valuesOf(await api.list(`/activity/?lead_id=${destination}`), '_type')
      expect(types.sort()).toEqual(['Created', 'Created', 'LeadMerge'])
      expect(await mergeLog(api, destination)).toMatchObject([
        { source_lead_id: source, source_lead_name: 'S', destination_lead_id: destination },
      ])
    },
    'date_updated of the destination changes': async (api) => {
      const { source, destination } = await pair(api)
      api.pass(60_000)
      await api.post('/lead/merge/', { source, destination })
      expect((await api.get(`/lead/${destination}/`))['date_updated']).toBe(
        '2026-03-04T12:01:00.000000+00:00',
      )
    },
    'the source’s deletion and the destination’s merge are events that name both leads': async (api) => {
      const { source, destination } = await pair(api)
      await api.post('/lead/merge/', { source, destination })
      const meta = { merge_source_lead_id: source, merge_destination_lead_id: destination }
      const deleted = await api.list(`/event/?object_type=lead&action=deleted`)
      expect(deleted).toMatchObject([{ object_id: source, previous_data: { name: 'Source' }, meta }])
      const events = await api.list('/event/?object_type=lead&action=merged')
      expect(events).toMatchObject([{ object_id: destination, data: { id: destination }, meta }])
    },
    'events of children that move name both leads, as do all others of the merge': async (api) => {
      const { source, destination } = await pair(api, { contacts: [{ name: 'Asha' }] })
      await api.post('/lead/merge/', { source, destination })
      const [merge] = await api.list('/event/?object_type=lead&action=merged')
      for (const { meta } of await api.list(`/event/?request_id=${merge?.['request_id'] as string}`)) {
        expect(meta).toMatchObject({
          merge_source_lead_id: source,
          merge_destination_lead_id: destination,
        })
      }
      expect(await api.list('/event/?object_type=contact&action=updated')).toMatchObject([
        {
          lead_id: destination,
          changed_fields: ['lead_id'],
          previous_data: { lead_id: source },
          meta: { merge_source_lead_id: source, merge_destination_lead_id: destination },
        },
      ])
    },
    'several leads go into the same destination one after another': async (api) => {
      const { source, destination } = await pair(api, { contacts: [{ name: 'A' }] })
      const third = await api.create('/lead/', { contacts: [{ name: 'B' }] })
      await api.post('/lead/merge/', { source, destination })
      await api.post('/lead/merge/', { source: third, destination })
      expect((await api.get(`/lead/${destination}/`))['contact_ids']).toHaveLength(2)
      expect(await api.list('/lead/')).toHaveLength(1)
    },
  }),

  ...section('21.5', {
    'a merge is done when it answers': async (api) => {
      const { source, destination } = await pair(api)
      await api.post('/lead/merge/', { source, destination })
      expect(await mergeLog(api, destination)).toMatchObject([{ merge_status: 'completed' }])
    },
  }),
  ...section('21.6', {
    'the answer is {"status": "ok"}': async (api) => {
      expect(await api.post('/lead/merge/', await pair(api))).toEqual({ status: 'ok' })
    },
  }),
  ...section(
    '21.6',
    {
      'the answer may be an empty object': async (api) => {
        expect(await api.post('/lead/merge/', await pair(api))).toEqual({})
      },
    },
    { emptyMergeAnswer: true },
  ),
  ...section('21.33', {
    'a LeadMerge activity tells its progress under both names': async (api) => {
      const { source, destination } = await pair(api)
      await api.post('/lead/merge/', { source, destination })
      const [activity] = await mergeLog(api, destination)
      expect(activity).toMatchObject({ merge_status: 'completed', status: 'completed' })
    },
  }),

  ...section(
    '9',
    {
      'a slow merge: both leads answer until its LeadMerge activity is completed': async (api) => {
        const { source, destination } = await pair(api)
        await api.post('/lead/merge/', { source, destination })
        api.pass(2999)
        expect((await api.call('GET', `/lead/${source}/`)).status).toBe(200)
        expect(await mergeLog(api, destination)).toMatchObject([{ merge_status: 'in-progress' }])
        api.pass(1)
        expect((await api.call('GET', `/lead/${source}/`)).status).toBe(404)
        expect(await mergeLog(api, destination)).toMatchObject([{ merge_status: 'completed' }])
        expect(await api.list('/event/?object_type=lead&action=merged')).toHaveLength(1)
      },
      'while A is merged into B, neither takes part in another merge, except that more go into B': async (
        api,
      ) => {
        const { source: a, destination: b } = await pair(api, { contacts: [{ name: 'A' }] })
        const c = await api.create('/lead/', { contacts: [{ name: 'C' }] })
        await api.post('/lead/merge/', { source: a, destination: b })
        for (const [source, destination] of [
          [b, a],
          [a, b],
          [a, c],
          [c, a],
          [b, c],
        ]) {
          await api.refuse('POST', '/lead/merge/', { source, destination })
        }
        await api.post('/lead/merge/', { source: c, destination: b })
        api.pass(3000)
        expect(valuesOf(await api.list('/lead/'), 'id')).toEqual([b])
        expect((await api.get(`/lead/${b}/`))['contact_ids']).toHaveLength(2)
      },
      'a merge whose source is deleted meanwhile ends as an error and loses nothing else': async (api) => {
        const { source, destination } = await pair(api)
        await api.post('/lead/merge/', { source, destination })
        await api.delete(`/lead/${source}/`)
        api.pass(3000)
        expect(await mergeLog(api, destination)).toMatchObject([{ merge_status: 'error' }])
        expect(valuesOf(await api.list('/lead/'), 'id')).toEqual([destination])
      },
    },
    { slowMerge: 3000 },
  ),
]
