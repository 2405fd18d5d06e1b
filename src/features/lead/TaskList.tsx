import { DateText } from '#fields/DateText.tsx'
import type { Task } from '#model/lead.ts'
import { CircleDashed } from 'lucide-react'

import { PaneSection } from './PaneSection.tsx'

/** A lead's open tasks, the one due first on top. */
export function TaskList({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const ordered = [...tasks].sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'))
  return (
    <PaneSection title="Open tasks" count={tasks.length}>
      {tasks.length === 0 && <p className="text-sm text-faint">Nothing to do.</p>}
      <ul className="flex flex-col gap-1.5">
        {ordered.map((task) => {
          const isOverdue = !!task.date && task.date < today
          return (
            <li key={task.id} className="flex min-w-0 gap-2">
              <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
              <div className="min-w-0">
                <p className="wrap-break-word">{task.text || 'Task without text'}</p>
                <p className="flex flex-wrap gap-x-2 text-xs text-muted">
                  {task.date && !task.is_dateless && (
                    <span className={isOverdue ? 'text-bad' : undefined}>
                      {isOverdue ? 'Overdue since ' : 'Due '}
                      <DateText iso={task.date} />
                    </span>
                  )}
                  {task.assigned_to_name && <span>{task.assigned_to_name}</span>}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </PaneSection>
  )
}
