import { useCreateLeadStatus } from '#data/settings-queries.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { Plus } from 'lucide-react'
import { useState } from 'react'

import { failureText } from './failure-text.ts'
import { statusNameProblem } from './status-name.ts'

/** Adds a status at the end of the list; ready for the next one afterwards. */
export function NewStatus({ names }: { names: readonly string[] }) {
  const create = useCreateLeadStatus()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  async function add() {
    if (create.isPending) return
    const problem = statusNameProblem(name, names)
    setError(problem)
    if (problem) return
    try {
      await create.mutateAsync(name.trim())
      setSaid(`Added the status ${name.trim()}.`)
      setName((now) => (now === name ? '' : now))
    } catch (thrown) {
      setError(`The status was not added. ${failureText(thrown)}`)
    }
  }

  return (
    <form
      aria-label="New status"
      noValidate
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label="New status"
        labelHidden
        placeholder="New status"
        className="max-w-80 flex-1"
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.target.value)
          setError(null)
        }}
      />
      <Button type="submit" icon={<Plus />} busy={create.isPending}>
        Add status
      </Button>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </form>
  )
}
