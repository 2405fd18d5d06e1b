import { expect } from 'vitest'
import type { ContractApi } from './api.ts'
import { section } from './rules.ts'
import { valuesOf } from './set-up.ts'

const COMMON_KEYS = [
  'id _type organization_id lead_id contact_id user_id user_name users created_by created_by_name updated_by',
  'updated_by_name activity_at date_created date_updated',
]
  .join(' ')
  .split(' ')

async function typesOf(api: ContractApi, query: string): Promise<unknown[]> {
  return valuesOf(await api.list(`/activity/?${query}`), '_type').sort()
}

const STATUS_CHANGE_KEYS = ['old_status_id', 'old_status_label', 'new_status_id', 'new_status_label']

const NOTE_KEYS = ['note', 'note_html', 'title', 'pinned', 'pinned_at', 'attachments']

export const activityRules = section('13', {
  'all activities have the common keys': async (api) => {
    const lead_id = await api.create('/lead/', { name: 'A' })
    await api.put(`/lead/${lead_id}/`, { status: 'Qualified' })
    await api.create('/activity/note/', { lead_id, note: 'x' })
    await api.create('/activity/call/', { lead_id })
    const activities = await api.list(`/activity/?lead_id=${lead_id}`)
    expect(activities).toHaveLength(4)
    for (const activity of activities) {
      expect(Object.keys(activity)).toEqual(expect.arrayContaining(COMMON_KEYS))
    }
  },
  'notes and status changes have exactly the common keys and their own': async (api) => {
    const lead_id = await api.create('/lead/')
    await api.put(`/lead/${lead_id}/`, { status: 'Qualified' })
    const [change] = await api.list('/activity/status_change/lead/')
    expect(Object.keys(change ?? {}).sort()).toEqual([...COMMON_KEYS, ...STATUS_CHANGE_KEYS].sort())
    const note = await api.post('/activity/note/', { lead_id, note: 'x' })
    expect(Object.keys(note).sort()).toEqual([...COMMON_KEYS, ...NOTE_KEYS].sort())
  },
  'newest first, of mixed types': async (api) => {
    const lead_id = await api.create('/lead/')
    api.pass(1000)
    await api.create('/activity/call/', { lead_id })
    api.pass(1000)
    await api.create('/activity/note/', { lead_id, note: 'x' })
    expect(valuesOf(await api.list(`/activity/?lead_id=${lead_id}`), '_type')).toEqual([
      'Note',
      'Call',
      'Created',
    ])
  },
  'user_id, contact_id and _type work on the generic path only with one lead_id': async (api) => {
    const lead_id = await api.create('/lead/')
    await api.create('/activity/note/', { lead_id, note: 'x' })
    expect((await api.call('GET', '/activity/?_type=Note')).status).toBe(400)
    expect((await api.call('GET', '/activity/?user_id=user_x')).status).toBe(400)
    expect((await api.call('GET', `/activity/?_type=Note&lead_id__in=${lead_id},lead_x`)).status).toBe(400)
    expect(await typesOf(api, `_type__in=Note,Call&lead_id=${lead_id}`)).toEqual(['Note'])
  },
  '_order_by=-activity_at needs lead_id, and date filters use the field that is sorted on': async (api) => {
    const lead = await api.create('/lead/')
    for (const [query, status] of [
      ['_order_by=-activity_at', 400],
      [`lead_id=${lead}&_order_by=-activity_at`, 200],
      [`lead_id=${lead}&_order_by=-activity_at&activity_at__gt=2026-01-01`, 200],
      [`lead_id=${lead}&activity_at__gt=2026-01-01`, 400],
      [`lead_id=${lead}&date_created__gt=2026-01-01`, 200],
    ] as const) {
      expect([query, (await api.call('GET', `/activity/?${query}`)).status]).toEqual([query, status])
    }
  },
  'activities are found by date': async (api) => {
    const lead_id = await api.create('/lead/')
    api.pass(24 * 3_600_000)
    await api.create('/activity/note/', { lead_id, note: 'x' })
    expect(await typesOf(api, 'date_created__gte=2026-03-05')).toEqual(['Note'])
    expect(await typesOf(api, 'date_created__lt=2026-03-05')).toEqual(['Created'])
  },
  'a plain note comes back with note_html, escaped': async (api) => {
    const lead_id = await api.create('/lead/')
    expect(await api.post('/activity/note/', { lead_id, note: 'a < b' })).toMatchObject({
      note: 'a < b',
      note_html: '<body><p>a &lt; b</p></body>',
    })
  },
  'note_html sets the plain text, and wins over it': async (api) => {
    const lead_id = await api.create('/lead/')
    const note_html = '<body><p>Called back, <b>wants</b> samples.</p></body>'
    expect(await api.post('/activity/note/', { lead_id, note: 'x', note_html })).toMatchObject({
      note: 'Called back, wants samples.',
      note_html,
    })
  },
  'setting one of note and note_html rewrites the other': async (api) => {
    const lead_id = await api.create('/lead/')
    const id = await api.create('/activity/note/', { lead_id, note: 'x' })
    expect(await api.put(`/activity/note/${id}/`, { note: 'y' })).toMatchObject({
      note_html: '<body><p>y</p></body>',
    })
  },
  'note_html keeps its subset of XHTML and nothing else': async (api) => {
    const lead_id = await api.create('/lead/')
    const note_html = '<p>a<script>alert(1)</script><a href="https://b.example" onclick="x()">b</a></p>'
    const note = await api.post('/activity/note/', { lead_id, note_html })
    expect(note['note_html']).toBe('<body><p>a<a href="https://b.example">b</a></p></body>')
    expect(note['note']).toBe('ab')
  },
  'a call defaults to completed and External': async (api) => {
    const lead_id = await api.create('/lead/')
    expect(await api.post('/activity/call/', { lead_id, duration: 60 })).toMatchObject({
      _type: 'Call',
      status: 'completed',
      source: 'External',
      duration: 60,
    })
  },
  'a recording address is https': async (api) => {
    const lead_id = await api.create('/lead/')
    const recording_url = 'http://x.example/a.mp3'
    expect(await api.refuse('POST', '/activity/call/', { lead_id, recording_url })).toHaveProperty(
      'recording_url',
    )
  },
  'e-mails: what a status needs': async (api) => {
    const lead_id = await api.create('/lead/')
    for (const [body, key] of [
      [{}, 'status'],
      [{ status: 'outbox' }, 'sender'],
      [{ status: 'inbox' }, 'sender'],
      [{ status: 'scheduled', sender: 'a@b.example' }, 'date_scheduled'],
      [{ status: 'draft', send_in: 30 }, 'send_in'],
      [{ status: 'outbox', sender: 'a@b.example', send_in: 60 }, 'send_in'],
    ] as const) {
      expect(await api.refuse('POST', '/activity/email/', { lead_id, ...body })).toHaveProperty(key)
    }
  },
  'only drafts of e-mails can be edited': async (api) => {
    const lead_id = await api.create('/lead/')
    const mail = await api.create('/activity/email/', { lead_id, status: 'draft', subject: 'Hi' })
    expect(await api.put(`/activity/email/${mail}/`, { subject: 'Hello' })).toMatchObject({
      subject: 'Hello',
    })
    await api.put(`/activity/email/${mail}/`, { status: 'sent', sender: 'a@b.example' })
    expect((await api.call('PUT', `/activity/email/${mail}/`, { subject: 'No' })).status).toBe(400)
  },
  'thread_emails adds threads; `only` drops the e-mails; deleting a thread deletes its e-mails': async (
    api,
  ) => {
    const lead_id = await api.create('/lead/')
    const mail = await api.post('/activity/email/', { lead_id, status: 'draft', subject: 'Hi' })
    expect(await typesOf(api, `lead_id=${lead_id}`)).toEqual(['Created', 'Email'])
    expect(await typesOf(api, `lead_id=${lead_id}&thread_emails=true`)).toEqual([
      'Created',
      'Email',
      'EmailThread',
    ])
    expect(await typesOf(api, `lead_id=${lead_id}&thread_emails=only`)).toEqual(['Created', 'EmailThread'])
    await api.delete(`/activity/emailthread/${mail['thread_id'] as string}/`)
    expect(await typesOf(api, `lead_id=${lead_id}`)).toEqual(['Created'])
  },
  'a status change posted by hand leaves the lead alone; deleting one does not revert': async (api) => {
    const lead = await api.post('/lead/', {})
    const [a, b] = await api.list('/status/lead/')
    const change = await api.post('/activity/status_change/lead/', {
      lead_id: lead['id'],
      old_status_id: a?.['id'],
      new_status_id: b?.['id'],
    })
    expect(change).toMatchObject({ old_status_label: a?.['label'], new_status_label: b?.['label'] })
    await api.delete(`/activity/status_change/lead/${change['id'] as string}/`)
    expect(await api.get(`/lead/${lead['id'] as string}/`)).toMatchObject({ status_id: lead['status_id'] })
  },
  'methods that a type does not have answer 405': async (api) => {
    for (const [method, path] of [
      ['PUT', '/activity/status_change/lead/x/'],
      ['POST', '/activity/created/'],
      ['POST', '/activity/meeting/'],
      ['POST', '/activity/lead_merge/'],
      ['DELETE', '/activity/lead_merge/x/'],
      ['PUT', '/activity/task_completed/x/'],
    ] as const) {
      expect([path, (await api.call(method, path, method === 'DELETE' ? undefined : {})).status]).toEqual([
        path,
        405,
      ])
    }
  },
  'custom activities have the fields of their type, published ones the required; a type in use stays': async (
    api,
  ) => {
    const lead_id = await api.create('/lead/')
    const type = await api.create('/custom_activity/', { name: 'Tasting' })
    const definition = { name: 'Samples', type: 'number', custom_activity_type_id: type, required: true }
    const key = `custom.${await api.create('/custom_field/activity/', definition)}`
    const body = { lead_id, custom_activity_type_id: type }
    expect(await api.refuse('POST', '/activity/custom/', body)).toEqual({ [key]: 'This field is required.' })
    const draft = `/activity/custom/${await api.create('/activity/custom/', { ...body, status: 'draft' })}/`
    expect(await api.refuse('PUT', draft, { status: 'published' })).toHaveProperty([key])
    const published = { status: 'published', [key]: 3 }
    expect(await api.put(draft, published)).toMatchObject(published)
    expect((await api.call('DELETE', `/custom_activity/${type}/`)).status).toBe(400)
  },
})
