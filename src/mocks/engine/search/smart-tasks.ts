import { userName } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import type { LeadFacts } from './lead-facts.ts'
import { countOf, present, smart, type SmartField } from './smart-field.ts'

/** Smart Fields that come from a lead's tasks. Source: contract 15, "notes, tasks, status". */
export const TASK_SMART_FIELDS: readonly SmartField[] = [
  ...smart('number', ['task'], {
    num_tasks: (facts) => facts.tasks.length,
    num_completed_tasks: (facts) => countOf(facts.tasks, isComplete),
    num_incomplete_tasks: (facts) => countOf(facts.tasks, (task) => !isComplete(task)),
  }),
  ...smart('date', ['task'], {
    next_task_date: (facts) => present(nextTask(facts)?.['date']),
    next_task_due_date: (facts) => present(nextTask(facts)?.['due_date']),
    last_task_due: (facts) => lastDue(facts.tasks),
    last_complete_task_due_date: (facts) => lastDue(facts.tasks.filter(isComplete)),
  }),
  ...smart('text', ['task'], {
    next_task_text: (facts) => present(nextTask(facts)?.['text']),
    next_task_user_name: (facts) => present(userName(facts.reader, nextTask(facts)?.['assigned_to'])),
    last_task_creator: (facts) => present(userName(facts.reader, newest(facts.tasks)?.['created_by'])),
  }),
  ...smart('user', ['task'], { next_task_user_id: (facts) => present(nextTask(facts)?.['assigned_to']) }),
]

/** The open task with the earliest date; of several, the one made first. */
function nextTask(facts: LeadFacts): Rec | undefined {
  let next: Rec | undefined
  for (const task of facts.tasks) {
    if (isComplete(task) || !task['date']) continue
    if (!next || text(task, 'date') < text(next, 'date')) next = task
  }
  return next
}

function lastDue(tasks: readonly Rec[]): string | undefined {
  const dates = tasks.map((task) => text(task, 'due_date')).filter(Boolean)
  return dates.length > 0 ? dates.reduce((a, b) => (a > b ? a : b)) : undefined
}

function newest(tasks: readonly Rec[]): Rec | undefined {
  let found = tasks[0]
  for (const task of tasks) {
    if (found && text(task, 'date_created') > text(found, 'date_created')) found = task
  }
  return found
}

function text(task: Rec, key: string): string {
  return textOf(task, key) ?? ''
}

function isComplete(task: Rec): boolean {
  return task['is_complete'] === true
}
