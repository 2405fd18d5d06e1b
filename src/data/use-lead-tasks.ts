import { listDoneTasks } from '#api/tasks.ts'
import type { Task } from '#model/lead.ts'
import { isOnItsWay, withChildOperation } from '#model/operation.ts'
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { leadKeys } from './keys.ts'
import { useChildOperations } from './lead-edits.ts'
import { ledger } from './ledger.ts'

/** More completed tasks than these are not read. */
const MOST = 100

export type DoneTasks = { tasks: Task[]; total: number }

/** Read again whenever the lead is, since its key lies below the lead's. */
const doneTasksQuery = (leadId: string) =>
  queryOptions({
    queryKey: [...leadKeys.detail(leadId), 'tasks', 'done'] as const,
    queryFn: ({ signal }) => listDoneTasks(leadId, MOST, signal),
  })

/**
 * All tasks of a lead that are known, with what is on its way on top: the open ones, which it carries, those
 * completed lately, and with `isDoneWanted` the completed ones that the server remembers.
 */
export function useLeadTasks(
  leadId: string,
  /** The open ones, which the lead carries. */
  open: readonly Task[],
  isDoneWanted: boolean,
): { tasks: readonly Task[]; done: UseQueryResult<DoneTasks> } {
  const done = useQuery({ ...doneTasksQuery(leadId), enabled: isDoneWanted })
  const lately = useSelector(ledger, ({ doneTasks }) => doneTasks)
  const operations = useChildOperations(leadId, 'task')
  const older = done.data?.tasks
  const tasks = useMemo(() => {
    const carried = new Set(open.map(({ id }) => id))
    const others = new Map<string, Task>()
    for (const task of older ?? []) others.set(task.id, task)
    for (const task of lately.values()) if (task.lead_id === leadId) others.set(task.id, task)
    let shown = [...others.values()].filter(({ id }) => !carried.has(id))
    for (const operation of operations) {
      if (operation.do !== 'create' && isOnItsWay(operation)) shown = withChildOperation(shown, operation)
    }
    return [...open, ...shown]
  }, [leadId, open, lately, older, operations])
  return { tasks, done }
}
