import { expect } from 'vitest'
import type { ContractApi, Json } from './api.ts'
import { section } from './rules.ts'
import { valuesOf } from './set-up.ts'

const TASK_KEYS = [
  '_type id organization_id lead_id lead_name contact_id contact_name assigned_to assigned_to_name text date',
  'due_date is_dateless is_complete view object_type object_id created_by created_by_name updated_by',
  'updated_by_name date_created date_updated',
]
  .join(' ')
  .split(' ')
  .sort()

async function newTask(api: ContractApi, body: Json = {}): Promise<Json> {
  return api.post('/task/', { lead_id: await api.create('/lead/', { name: 'A' }), text: 'x', ...body })
}

const pathOf = (task: Json) => `/task/${task['id'] as string}/`

export const taskRules = section('12', {
  'a task has exactly the keys of the contract': async (api) => {
    const task = await newTask(api)
    expect(Object.keys(task).sort()).toEqual(TASK_KEYS)
    expect(await api.get(pathOf(task))).toEqual(task)
  },
  'without a date: today, no due date, dateless, in the inbox, for the caller': async (api) => {
    expect(await newTask(api)).toMatchObject({
      _type: 'lead',
      date: '2026-03-04',
      due_date: null,
      is_dateless: true,
      is_complete: false,
      view: 'inbox',
      assigned_to_name: 'Robin Hale',
      object_type: null,
    })
  },
  'the view follows the date: inbox until the end of today, then future': async (api) => {
    expect(await newTask(api, { date: '2026-03-04' })).toMatchObject({ view: 'inbox', is_dateless: false })
    expect(await newTask(api, { date: '2026-03-05' })).toMatchObject({
      view: 'future',
      due_date: '2026-03-05',
    })
  },
  'a task is complete once: archive, with a TaskCompleted activity': async (api) => {
    const task = await newTask(api)
    const done = await api.put(pathOf(task), { is_complete: true })
    expect(done).toMatchObject({ view: 'archive', object_type: 'taskcompleted' })
    expect(await api.get(`/activity/task_completed/${done['object_id'] as string}/`)).toMatchObject({
      task_id: task['id'],
      task_text: 'x',
      task_assigned_to_name: 'Robin Hale',
    })
    const again = await api.put(pathOf(task), { is_complete: true })
    expect(again).toMatchObject({ view: 'archive', object_id: done['object_id'] })
    expect(await api.list('/activity/task_completed/')).toHaveLength(1)
  },
  'a task can be created complete': async (api) => {
    expect(await newTask(api, { is_complete: true })).toMatchObject({
      view: 'archive',
      object_type: 'taskcompleted',
    })
  },
  'only the types lead and outgoing_call can be created': async (api) => {
    const lead_id = await api.create('/lead/')
    expect(await newTask(api, { _type: 'outgoing_call' })).toMatchObject({ _type: 'outgoing_call' })
    expect(await api.refuse('POST', '/task/', { lead_id, _type: 'missed_call' })).toHaveProperty('_type')
  },
  'lists hold tasks of type lead unless other types are asked for': async (api) => {
    await newTask(api)
    await newTask(api, { _type: 'outgoing_call' })
    for (const [query, count] of [
      ['', 1],
      ['?_type=all', 2],
      ['?_type=outgoing_call', 1],
      ['?_type__in=lead,outgoing_call', 2],
    ] as const) {
      expect([query, (await api.get(`/task/${query}`))['total_results']]).toEqual([query, count])
    }
  },
  'filters of the list': async (api) => {
    const lead_id = await api.create('/lead/')
    const users = await api.list('/user/')
    const other = users.at(-1)?.['id'] as string
    const first = await api.create('/task/', { lead_id, text: 'today', date: '2026-03-04' })
    const second = await api.create('/task/', {
      lead_id,
      text: 'later',
      date: '2026-03-09',
      assigned_to: other,
    })
    await api.create('/task/', { lead_id, text: 'done', date: '2026-03-01', is_complete: true })
    for (const [query, texts] of [
      ['view=inbox', ['today']],
      ['view=future', ['later']],
      ['view=archive', ['done']],
      ['is_complete=false&_order_by=date', ['today', 'later']],
      ['is_complete=false&_order_by=-date', ['later', 'today']],
      [`assigned_to=${other}`, ['later']],
      [`id=${first}`, ['today']],
      [`id__in=${first},${second}&_order_by=date`, ['today', 'later']],
      ['date__gte=2026-03-04&date__lt=2026-03-09', ['today']],
      ['due_date__lte=2026-03-01', ['done']],
    ] as const) {
      expect([query, valuesOf(await api.list(`/task/?${query}`), 'text')]).toEqual([query, texts])
    }
  },
  'PUT changes text, date and who it is for': async (api) => {
    const task = await newTask(api)
    const users = await api.list('/user/')
    const patch = { text: 'y', date: '2026-03-20', assigned_to: users.at(-1)?.['id'] }
    expect(await api.put(pathOf(task), patch)).toMatchObject({ ...patch, view: 'future' })
  },
  'a bulk PUT changes what its filters find and answers how many': async (api) => {
    const lead_id = await api.create('/lead/')
    await api.create('/task/', { lead_id, text: 'x' })
    await api.create('/task/', { lead_id, text: 'y' })
    await newTask(api)
    expect(await api.put(`/task/?lead_id=${lead_id}`, { is_complete: true })).toEqual({ count: 2 })
    expect(await api.list('/task/?is_complete=false')).toHaveLength(1)
    expect(await api.put('/task/', { _params: { lead_id }, date: '2026-04-01' })).toEqual({ count: 2 })
  },
})
