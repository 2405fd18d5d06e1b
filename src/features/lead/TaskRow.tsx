import type { ChildWays } from '#data/use-children.ts'
import { InlineText } from '#fields/InlineText.tsx'
import { SaveNote } from '#fields/SaveNote.tsx'
import { UserEditor } from '#fields/UserEditor.tsx'
import type { Task } from '#model/lead.ts'
import type { Person } from '#model/organization.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Chip } from '#ui/Chip.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { clsx } from 'clsx'
import { Trash2 } from 'lucide-react'
import { memo } from 'react'

import { DueDateSelect } from './DueDateSelect.tsx'
import { ObjectNote } from './ObjectNote.tsx'
import { personNameOf } from './person-names.ts'
import { dueDay } from './task-due.ts'
import { taskKind, taskName, taskText } from './task-kind.ts'
import { useChildField } from './use-child-field.ts'

/**
 * One task, each part of it edited where it stands. What Close wrote itself is only shown. Drawn again only when
 * something about the task changes.
 */
export const TaskRow = memo(function TaskRow({
  task,
  today,
  people,
  ways,
  onCompleted,
  onRemove,
}: {
  task: Task
  today: string
  people: readonly Person[]
  ways: ChildWays
  /** Called when a person has ticked it, or taken the tick away. */
  onCompleted: (task: Task) => void
  onRemove: (task: Task) => void
}) {
  const name = taskName(task)
  const about = { id: task.id, name }
  const kind = taskKind(task)
  const due = dueDay(task)
  const isDone = task.is_complete === true
  const isLate = due !== null && due < today && !isDone
  const text = useChildField<string>(ways, about, 'text', 'Task')
  const date = useChildField<string | null>(ways, about, 'date', 'Due date')
  const assignee = useChildField<string | null>(ways, about, 'assigned_to', 'Assignee')
  const done = useChildField<boolean>(ways, about, 'is_complete', 'Done')

  return (
    <div data-object={task.id} className="group/task flex items-start gap-1">
      <Checkbox
        label={`Complete ${name}`}
        labelHidden
        className="mt-1 shrink-0 pointer-coarse:mt-0 pointer-coarse:size-10"
        checked={isDone}
        onChange={({ target }) => {
          onCompleted(task)
          void ways.update(task.id, { is_complete: target.checked }, name, {
            // A completed task is not among those that the lead carries, but the person sees that it is done.
            ...(!target.checked && { base: { is_complete: true } }),
          })
        }}
      />
      <div className="min-w-0 flex-1">
        {kind ? (
          <p
            className={clsx(
              'px-2 py-1.5 wrap-break-word pointer-coarse:text-lg',
              isDone && 'text-faint line-through',
            )}
          >
            <Chip label={kind} className="mr-2 align-middle" />
            {taskText(task)}
          </p>
        ) : (
          <InlineText
            {...text}
            value={task.text ?? ''}
            multiline="wrapped"
            placeholder="Task without text"
            check={(typed) => (typed === '' ? 'Say what is to be done.' : null)}
            className={isDone ? 'text-faint line-through' : undefined}
          />
        )}
        <div className="-mt-1 flex flex-wrap items-start">
          <div className={clsx(FIELD, 'w-36')}>
            <DueDateSelect {...date} value={due} today={today} isLate={isLate} />
          </div>
          <div className={clsx(FIELD, 'max-w-48 grow basis-24 has-[[role=alert]]:max-w-full')}>
            <UserEditor
              {...assignee}
              users={people}
              value={task.assigned_to ?? null}
              valueLabel={task.assigned_to_name ?? undefined}
              valueText={(id) => personNameOf(people, id) ?? 'Nobody'}
              clearable={false}
              size="sm"
            />
          </div>
        </div>
        <SaveNote label="Done" save={done.save} valueText={(value) => (value === true ? 'done' : 'open')} />
        <ObjectNote id={task.id} noun="task" />
      </div>
      <IconButton
        label={`Delete task ${name}`}
        icon={<Trash2 />}
        onClick={() => onRemove(task)}
        className="opacity-0 group-focus-within/task:opacity-100 group-hover/task:opacity-100 pointer-coarse:opacity-100"
      />
    </div>
  )
})

/** As wide as usual, until it has something to say. */
const FIELD = 'min-w-0 has-[[role=alert]]:basis-full has-[[role=status]]:basis-full'
