import { useFoundLeads } from '#data/use-found-leads.ts'
import { LeadPickerBox } from '#fields/LeadPickerBox.tsx'
import { useState } from 'react'

/** Finds one lead by typing part of it. `exclude` is never offered. */
export function LeadPicker({
  label,
  exclude,
  takesFocus,
  onChoose,
}: {
  label: string
  exclude: string | null
  takesFocus: boolean
  onChoose: (id: string) => void
}) {
  const [text, setText] = useState('')
  const found = useFoundLeads(text, exclude)
  return (
    <LeadPickerBox
      label={label}
      {...found}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- set when a person has just asked for it
      autoFocus={takesFocus}
      onType={setText}
      onChoose={({ id }) => onChoose(id)}
    />
  )
}
