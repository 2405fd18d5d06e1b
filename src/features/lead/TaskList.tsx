import { stableKey } from '#data/ledger.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { useChildren, useRefusedCreations } from '#data/use-children.ts'
import { useLeadTasks } from '#data/use-lead-tasks.ts'
import { usePeople } from '#data/use-people.ts'
import { dayAt } from '#lib/day.ts'
import { useMinute } from '#lib/use-minute.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Task } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Plus } from 'lucide-react'
import { memo, useCallback, useEffect, useRef, useState } from 'react'

import { deleteChild } from './delete-child.ts'
import { DoneTasks } from './DoneTasks.tsx'
import { PaneSection } from './PaneSection.tsx'
import { RefusedCreations } from './RefusedCreations.tsx'
import {
  EMPTY_TASK,
  taskDraftName,
  taskFormSchema,
  toTaskBody,
  toTaskForm,
  type TaskFormValues,
} from './task-form.ts'
import { groupTasks } from './task-groups.ts'
import { taskName } from './task-kind.ts'
import { taskWanted } from './task-wanted.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useCreationForm } from './use-creation-form.ts'

/** A lead's tasks by when they are due, the completed ones folded away, and a form for a new one. */
export const TaskList = memo(function TaskList({
  leadId,
  tasks: carried,
}: {
  leadId: string
  /** Those that the lead carries. */
  tasks: readonly Task[]
}) {
  const client = useQueryClient()
  const ways = useChildren(leadId, 'task')
  const refused = useRefusedCreations(leadId, 'task')
  const people = usePeople() ?? NOBODY
  const me = useQuery(settingsQueries.me()).data?.id ?? null
  const today = dayAt(useMinute())
  const [isDoneOpen, setDoneOpen] = useState(false)
  const { tasks, done } = useLeadTasks(leadId, carried, isDoneOpen)
  /** Completed here and now: they stay where they are, struck through, as long as the lead is looked at. */
  const [completed, setCompleted] = useState<ReadonlySet<string>>(new Set())
  const form = useCreationForm({
    draftName: taskDraftName(leadId),
    schema: taskFormSchema,
    empty: EMPTY_TASK,
    toValues: toTaskForm,
  })
  const addButton = useRef<HTMLButtonElement>(null)
  useReturnFocus(form.isOpen, addButton)
  const list = useRef<HTMLUListElement>(null)

  const { open: openForm } = form
  useEffect(() => {
    const look = () => {
      if (taskWanted.state !== leadId) return
      taskWanted.setState(() => null)
      openForm()
    }
    look()
    return taskWanted.subscribe(look).unsubscribe
  }, [leadId, openForm])

  function save(values: TaskFormValues) {
    form.finish()
    void ways.create(toTaskBody({ ...values, assignee: values.assignee ?? me }), values.text.trim())
  }

  const remove = useCallback(
    (task: Task) => {
      const child = { name: taskName(task), was: task }
      deleteChild(client, { leadId, object: 'task', id: task.id }, child)
      addButton.current?.focus()
    },
    [client, leadId],
  )
  const stay = useCallback(
    ({ id }: Task) => setCompleted((before) => new Set([...before, stableKey(id)])),
    [],
  )

  /** The focus goes with the task to where it stands now. */
  function reopen(task: Task) {
    void ways.update(task.id, { is_complete: false }, taskName(task), { base: { is_complete: true } })
    requestAnimationFrame(() => {
      const row = list.current?.querySelector(`[data-task="${CSS.escape(task.id)}"]`)
      row?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus()
    })
  }

  const groups = groupTasks(
    tasks.filter((task) => !task.is_complete || completed.has(stableKey(task.id))),
    today,
  )
  const openCount = tasks.filter((task) => !task.is_complete).length
  return (
    <PaneSection
      title="Tasks"
      count={openCount}
      actions={
        !form.isOpen && (
          <>
            {form.hasDraft && <span className="text-xs text-warn">Unsaved task</span>}
            <Button
              ref={addButton}
              variant="ghost"
              size="sm"
              icon={<Plus />}
              aria-keyshortcuts="T"
              data-tooltip="Add task"
              data-tooltip-keys="T"
              onClick={form.open}
            >
              Add task
            </Button>
          </>
        )
      }
    >
      {form.isOpen && <TaskForm key={form.key} {...form.props} {...{ today, people, me }} onSave={save} />}
      <RefusedCreations
        creations={refused.filter(({ id }) => id !== form.corrected?.id)}
        onEdit={form.correct}
      />
      {groups.length === 0 && !form.isOpen && refused.length === 0 && (
        <p className="text-sm text-faint">Nothing to do.</p>
      )}
      {/* One list, so that a task that goes to another group takes the focus along. */}
      <ul ref={list} className="-mr-2 -ml-1 flex flex-col pointer-coarse:-ml-2">
        {groups.flatMap(({ id, label, tasks: own }) => [
          <li key={id}>
            <h4
              className={clsx(
                'px-1 pt-1.5 text-2xs font-medium pointer-coarse:px-2',
                id === 'overdue' ? 'text-bad' : 'text-faint',
              )}
            >
              {label}
            </h4>
          </li>,
          ...own.map((task) => (
            <li key={stableKey(task.id)} data-task={task.id}>
              <TaskRow {...{ task, today, people, ways }} onCompleted={stay} onRemove={remove} />
            </li>
          )),
        ])}
      </ul>
      <DoneTasks
        tasks={tasks.filter((task) => task.is_complete && !completed.has(stableKey(task.id)))}
        today={today}
        query={done}
        isOpen={isDoneOpen}
        onToggle={setDoneOpen}
        onReopen={reopen}
      />
    </PaneSection>
  )
})

const NOBODY: readonly never[] = []
