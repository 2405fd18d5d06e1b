import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useState } from 'react'

import { statusNameProblem } from './status-name.ts'

/** The text box in place of a status's name. Enter saves, Escape keeps the old name. */
export function RenameStatus({
  label,
  initial,
  refused,
  otherNames,
  onSave,
  onCancel,
}: {
  /** The present name. */
  label: string
  initial: string
  /** Why the server refused the last try. */
  refused: string | null
  otherNames: readonly string[]
  onSave: (name: string) => void
  onCancel: () => void
}) {
  const [draft, setDraft] = useState(initial)
  const [error, setError] = useState(refused)
  return (
    <form
      aria-label={`Rename ${label}`}
      noValidate
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const problem = statusNameProblem(draft, otherNames)
        setError(problem)
        if (!problem) onSave(draft)
      }}
    >
      <TextField
        label={`New name of ${label}`}
        labelHidden
        className="min-w-40 flex-1"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
        autoFocus
        value={draft}
        error={error}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setDraft(event.target.value)
          setError(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }}
      />
      <Button type="submit" variant="primary">
        Save
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
    </form>
  )
}
