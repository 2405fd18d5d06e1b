import { userOptions } from '#fields/person-options.tsx'
import type { Failure } from '#model/failure.ts'
import type { Person } from '#model/organization.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { InlineForm } from '#ui/InlineForm.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useEffect, useRef, useState } from 'react'

import { quickDays } from './task-due.ts'
import type { TaskFormValues } from './task-form.ts'
import { useFormValues } from './use-form-values.ts'

/** The form of a new task. What the server refused stands at the inputs it is about. */
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
  const { values, said, ...form } = useFormValues({ opened, refusal, onChange })
  const [problem, setProblem] = useState<string | null>(null)
  const text = useRef<HTMLInputElement>(null)
  const date = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusFirst) text.current?.focus()
  }, [focusFirst])

  function change(part: Partial<TaskFormValues>) {
    setProblem(null)
    form.change(part)
  }

  function save() {
    if (values.text.trim() === '') {
      setProblem('Say what is to be done.')
      text.current?.focus()
    } else if (date.current?.validity.badInput) date.current.focus()
    else onSave(values)
  }

  const quick = quickDays(today)
  return (
    <InlineForm
      title="New task"
      saveLabel="Add task"
      discardLabel="Cancel"
      className="my-2 flex flex-col gap-3"
      onSave={save}
      onDiscard={onCancel}
      onClose={onClose}
      footer={
        <ComboBox
          label="Assignee"
          className="min-w-40 flex-1"
          options={userOptions(people)}
          value={values.assignee ?? me}
          placeholder="You"
          error={said('assignee', 'assigned_to')}
          onChange={(assignee) => change({ assignee })}
        />
      }
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
    </InlineForm>
  )
}
