import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import {
  byFlag,
  byMoment,
  byValue,
  candidates,
  inOrder,
  passing,
  type Filter,
} from '#mocks/engine/http/filters.ts'
import { pageOf } from '#mocks/engine/http/paging.ts'
import { invalid, Refusal } from '#mocks/engine/http/refusal.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { taskView } from '#mocks/engine/view/task-view.ts'
import { erase } from '#mocks/engine/writes/save.ts'
import { bulkChecks, createTask, patchTask, updateTask } from '#mocks/engine/writes/tasks.ts'
import { bodiesOf, find, send } from './crud.ts'

const MAX_BULK = 1000

/** `GET /task/` with its filters; oldest date first [guess]. Source: Tasks; contract 12. */
export function listTasks(call: Call): Reply {
  const tasks = inOrder(
    call.query,
    passing(candidates(call, 'task'), filters(call)),
    { date: (rec) => rec['date'], date_created: (rec) => rec['date_created'] },
    'date',
  )
  const { items, has_more } = pageOf(call, tasks, { maxLimit: 1000 })
  return ok({ has_more, total_results: tasks.length, data: bodiesOf(call, 'task', items) })
}

/** `POST /task/`. Source: contract 12. */
export function postTask(call: Call): Reply {
  return send(call, 'task', createTask(call, call.body))
}

/** `GET /task/{id}/`. */
export function getTask(call: Call): Reply {
  return send(call, 'task', find(call, 'task', 'Task'))
}

/** `PUT /task/{id}/`: a patch. Source: contract 12. */
export function putTask(call: Call): Reply {
  return send(call, 'task', updateTask(call, find(call, 'task', 'Task'), call.body))
}

/** `DELETE /task/{id}/`. */
export function deleteTask(call: Call): Reply {
  erase(call, 'task', find(call, 'task', 'Task'))
  return ok({})
}

/** `PUT /task/?filters`: changes up to 1000 tasks at once and answers how many. Source: contract 4, 12. */
export function putTasks(call: Call): Reply {
  const problems = new Problems()
  const patch = readKnown(call.body, bulkChecks(call), problems)
  problems.refuse()
  const tasks = passing(candidates(call, 'task'), filters(call))
  if (tasks.length > MAX_BULK) {
    throw new Refusal(400, { errors: [`It's not allowed to update more than ${MAX_BULK} objects at once`] })
  }
  for (const task of tasks) patchTask(call, task, patch)
  return ok({ count: tasks.length })
}

function filters(call: Call): Filter[] {
  const { query } = call
  const view = query.get('view')
  if (view && !['inbox', 'future', 'archive'].includes(view)) throw invalid({ view: 'Not a valid choice.' })
  // `inbox` and `future` say which dates, so date bounds give way to them.
  const ownDates = view === 'inbox' || view === 'future'
  return [
    ...byType(call),
    ...byValue(query, 'id'),
    ...byValue(query, 'lead_id'),
    ...byValue(query, 'assigned_to'),
    ...byFlag(query, 'is_complete'),
    ...(view ? [(rec: Rec) => taskView(rec, call) === view] : []),
    ...(ownDates ? [] : [...byMoment(query, 'date'), ...byMoment(query, 'due_date')]),
    ...byMoment(query, 'date_created'),
    ...byMoment(query, 'date_updated'),
  ]
}

/** Tasks of type `lead` unless other types, or all, are asked for. */
function byType(call: Call): Filter[] {
  const { query } = call
  if (query.get('_type') === 'all') return []
  const typeOf = (rec: Rec) => rec['_type'] ?? 'lead'
  if (query.has('_type') || query.has('_type__in')) return byValue(query, '_type', typeOf)
  return [(rec) => typeOf(rec) === 'lead']
}
