import type { Task } from '#model/lead.ts'

import { dueDay } from './task-due.ts'

export const TASK_GROUPS = [
  { id: 'overdue', label: 'Overdue' },
  { id: 'today', label: 'Today' },
  { id: 'later', label: 'Later' },
  { id: 'dateless', label: 'No date' },
] as const

export type TaskGroup = (typeof TASK_GROUPS)[number]['id']

/** When a task has to be done, seen from `today` (a day such as "2026-06-12"). */
export function taskGroup(task: Task, today: string, timeZone?: string): TaskGroup {
  const due = dueDay(task, timeZone)
  if (due === null) return 'dateless'
  return due < today ? 'overdue' : due === today ? 'today' : 'later'
}

/**
 * Tasks by when they have to be done, the groups in the order of `TASK_GROUPS` and without empty ones; in each
 * the one due first on top, and of one day the one that was made first.
 */
export function groupTasks(
  tasks: readonly Task[],
  today: string,
  timeZone?: string,
): { id: TaskGroup; label: string; tasks: Task[] }[] {
  const ordered = tasks
    .map((task) => ({ task, group: taskGroup(task, today, timeZone), key: orderKey(task, timeZone) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return TASK_GROUPS.flatMap(({ id, label }) => {
    const own = ordered.filter(({ group }) => group === id).map(({ task }) => task)
    return own.length > 0 ? [{ id, label, tasks: own }] : []
  })
}

/** A task that the server does not know yet has no date of creation: it is the newest. */
function orderKey(task: Task, timeZone: string | undefined): string {
  const created = task['date_created']
  return `${dueDay(task, timeZone) ?? ''} ${typeof created === 'string' ? created : '9'}`
}
