import { userOptions } from '#fields/person-options.tsx'
import type { Failure } from '#model/failure.ts'
import type { Person } from '#model/organization.ts'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'

import { messageAt } from './refusal-messages.ts'
import { quickDays } from './task-due.ts'
import type { TaskFormValues } from './task-form.ts'

/**
 * The form of a new task. Enter adds it; Escape closes the form and keeps what was typed, Cancel throws it away.
 * What the server refused stands at the inputs it is about.
 */
export function TaskForm({
  values: opened,
  today,
  people,
  me,
  refusal,
  focusFirst,
  onChange,
  onSave,
  onCancel,
  onClose,
}: {
  values: TaskFormValues
  today: string
  people: readonly Person[]
  /** The person's own id, as far as it is known. */
  me: string | null
  /** Why it was not taken before. */
  refusal: Failure | null
  /** Puts the focus on the text, for a form that a person has just opened. */
  focusFirst: boolean
  onChange: (values: TaskFormValues) => void
  onSave: (values: TaskFormValues) => void
  onCancel: () => void
  onClose: () => void
}) {
  const [values, setValues] = useState(opened)
  const [problem, setProblem] = useState<string | null>(null)
  const [touched, setTouched] = useState<readonly string[]>([])
  const text = useRef<HTMLInputElement>(null)
  const date = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusFirst) text.current?.focus()
  }, [focusFirst])

  function change(part: Partial<TaskFormValues>) {
    const next = { ...values, ...part }
    setValues(next)
    setProblem(null)
    setTouched([...touched, ...Object.keys(part)])
    onChange(next)
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (values.text.trim() === '') {
      setProblem('Say what is to be done.')
      text.current?.focus()
    } else if (date.current?.validity.badInput) date.current.focus()
    else onSave(values)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }

  const said = (input: keyof TaskFormValues, name: string) =>
    touched.includes(input) ? null : messageAt(refusal, name)
  const quick = quickDays(today)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the form from any input
    <form
      aria-label="New task"
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className="my-2 flex flex-col gap-3 rounded-lg border border-line bg-raised p-3 shadow-sm"
    >
      <TextField
        ref={text}
        label="What is to be done"
        value={values.text}
        error={problem ?? said('text', 'text')}
        onChange={({ target }) => change({ text: target.value })}
      />
      <div className="flex flex-wrap items-end gap-2">
        <RadioGroup
          label="Due"
          segmented
          options={[...quick.map(({ day, label }) => ({ id: day, label })), { id: '', label: 'No date' }]}
          value={values.due}
          onChange={(due) => change({ due })}
        />
        <TextField
          ref={date}
          label="Due date"
          labelHidden
          type="date"
          className="w-36"
          value={values.due}
          error={said('due', 'date')}
          onChange={({ target }) => change({ due: target.value })}
        />
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <ComboBox
          label="Assignee"
          className="min-w-40 flex-1"
          options={userOptions(people)}
          value={values.assignee ?? me}
          placeholder="You"
          error={said('assignee', 'assigned_to')}
          onChange={(assignee) => change({ assignee })}
        />
        <span className="ml-auto flex gap-2">
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="primary">
            Add task
          </Button>
        </span>
      </div>
    </form>
  )
}
