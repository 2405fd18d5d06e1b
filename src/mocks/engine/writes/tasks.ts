import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { userName } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import { localDate } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { addActivity } from './activities.ts'
import { insert, newRecord, update } from './save.ts'

type Body = Readonly<Record<string, unknown>>

/** Types that can be created; the others come from calls and messages. Source: contract 12. */
const CREATABLE = ['lead', 'outgoing_call']

/** Creates a task. Without a date it is due today but counts as dateless. Source: Tasks; contract 12. */
export function createTask(call: Call, body: Body): Rec {
  const problems = new Problems()
  const patch = readKnown(
    body,
    {
      lead_id: check.reference((id) => call.tx.get('lead', id)),
      _type: check.oneOf(CREATABLE),
      ...ownChecks(call, () => textOf(body, 'lead_id') ?? ''),
      text: check.emptyAs('', check.text),
    },
    problems,
    ['lead_id'],
  )
  problems.refuse()
  const isPlain = (patch['_type'] ?? 'lead') === 'lead'
  const { id, organization_id, ...authored } = newRecord(call, isPlain ? 'task_' : 'noti_')
  const { is_complete: isComplete, ...rest } = patch
  const task: Rec = {
    _type: 'lead',
    id,
    organization_id,
    contact_id: null,
    assigned_to: call.callerId,
    text: '',
    is_complete: false,
    object_type: null,
    object_id: null,
    ...authored,
    ...rest,
    ...datesOf(call, rest['date']),
  }
  return insert(call, 'task', isComplete === true ? completed(call, task) : task)
}

/** Patches a task; `text` only for tasks of type `lead`. Completing it adds a TaskCompleted activity. Contract 12. */
export function updateTask(call: Call, task: Rec, body: Body): Rec {
  const problems = new Problems()
  const isPlain = task['_type'] === undefined || task['_type'] === 'lead'
  const checks = {
    ...ownChecks(call, () => textOf(task, 'lead_id') ?? ''),
    ...(isPlain ? { text: check.emptyAs('', check.text) } : {}),
    priority: check.nullable(check.oneOf(['high', 'medium'])),
    resolution: check.nullable(check.oneOf(['abandoned', 'skipped'])),
    agent_config_id: check.nullable(check.text),
  }
  const patch = readKnown(body, checks, problems)
  problems.refuse()
  return patchTask(call, task, patch)
}

/** Writes a patch whose values are valid. */
export function patchTask(call: Call, task: Rec, patch: Body): Rec {
  const { is_complete: isComplete, ...rest } = patch
  const dates = 'date' in rest ? datesOf(call, rest['date']) : {}
  const patched: Rec = { ...task, ...rest, ...dates }
  if (isComplete === true && task['is_complete'] !== true)
    return update(call, 'task', completed(call, patched))
  if (isComplete === false && task['is_complete'] === true) return update(call, 'task', reopened(patched))
  return update(call, 'task', patched)
}

/** The checks of what a bulk update may change. Source: contract 12, `PUT /task/?filters`. */
export function bulkChecks(call: Call): Record<string, check.Check> {
  const { assigned_to, date, is_complete } = ownChecks(call, () => '')
  return { assigned_to, date, is_complete }
}

function ownChecks(call: Call, leadId: () => string) {
  return {
    assigned_to: check.nullable(check.reference((id) => call.tx.get('user', id))),
    date: check.nullable(check.dateOrDateTime),
    is_complete: check.bool,
    contact_id: check.nullable(check.reference((id) => call.tx.get('contact', id)?.['lead_id'] === leadId())),
  }
}

function datesOf(call: Call, date: unknown): Record<string, unknown> {
  if (date === undefined || date === null) {
    return { date: localDate(call.now, call.tzOffsetHours), due_date: null, is_dateless: true }
  }
  return { date, due_date: date, is_dateless: false }
}

function completed(call: Call, task: Rec): Rec {
  const activity = addActivity(call, 'TaskCompleted', textOf(task, 'lead_id') ?? '', {
    contact_id: task['contact_id'] ?? null,
    task_id: task.id,
    task_text: task['text'] ?? '',
    task_assigned_to: task['assigned_to'] ?? null,
    task_assigned_to_name: userName(call.tx, task['assigned_to']),
  })
  return { ...task, is_complete: true, object_type: 'taskcompleted', object_id: activity.id }
}

/** The TaskCompleted activity stays in the history [guess]. */
function reopened(task: Rec): Rec {
  return { ...task, is_complete: false, object_type: null, object_id: null }
}
