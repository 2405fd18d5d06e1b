import { useFoundLeads } from '#data/use-found-leads.ts'
import { LeadPickerBox } from '#fields/LeadPickerBox.tsx'
import { useState } from 'react'

/** Finds one lead by typing part of it. `exclude` is never offered. */
export function LeadPicker({
  label,
  exclude,
  onChoose,
}: {
  label: string
  exclude: string | null
  onChoose: (id: string) => void
}) {
  const [text, setText] = useState('')
  const found = useFoundLeads(text, exclude)
  return <LeadPickerBox label={label} {...found} onType={setText} onChoose={({ id }) => onChoose(id)} />
}
