import type { DoneTasks as Done } from '#data/use-lead-tasks.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Task } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { UseQueryResult } from '@tanstack/react-query'

import { dayWords, dueDay } from './task-due.ts'
import { taskName } from './task-kind.ts'

/** The completed tasks of a lead, folded until a person asks for them; each can be opened again. */
export function DoneTasks({
  tasks,
  today,
  query,
  isOpen,
  onToggle,
  onReopen,
}: {
  tasks: readonly Task[]
  today: string
  query: UseQueryResult<Done>
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  onReopen: (task: Task) => void
}) {
  const unread = query.data ? query.data.total - query.data.tasks.length : 0
  return (
    <Disclosure
      title="Done"
      className="mt-1 -ml-1"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <ul aria-label="Done tasks" className="pl-1">
        {tasks.map((task) => (
          <li key={task.id} className="flex items-start gap-1 text-faint">
            <Checkbox
              label={`Complete ${taskName(task)}`}
              labelHidden
              checked
              className="mt-0.5 shrink-0 pointer-coarse:size-10"
              onChange={() => onReopen(task)}
            />
            <p className="min-w-0 px-2 py-1 wrap-break-word pointer-coarse:py-2.5">
              <span className="line-through">{taskName(task)}</span>
              <span className="pl-2 text-xs">{factsOf(task, today)}</span>
            </p>
          </li>
        ))}
      </ul>
      {isOpen && query.isPending && <Skeleton className="my-2 ml-9 w-40" />}
      {query.error && !query.data && (
        <p role="alert" className="flex flex-wrap items-center gap-2 px-1 text-xs text-bad">
          The completed tasks could not be loaded. {describeFailure(toFailure(query.error))}
          <Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {query.data && tasks.length === 0 && <p className="px-1 text-sm text-faint">Nothing is done yet.</p>}
      {unread > 0 && (
        <p className="px-1 text-xs text-faint">
          The {query.data?.tasks.length} latest of {query.data?.total.toLocaleString()}; older ones are not
          shown.
        </p>
      )}
    </Disclosure>
  )
}

function factsOf(task: Task, today: string): string {
  const due = dueDay(task)
  return [due && `due ${dayWords(due, today)}`, task.assigned_to_name].filter(Boolean).join(' · ')
}
