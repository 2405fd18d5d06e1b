import type { LeadRow } from '#model/lead.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { ComboBox } from '#ui/ComboBox.tsx'

/** A box that finds one lead by typing part of it. The caller looks for the leads. */
export function LeadPickerBox({
  label,
  labelHidden = true,
  leads,
  query,
  isLoading,
  error,
  chosen = null,
  autoFocus,
  onType,
  onChoose,
}: {
  label: string
  labelHidden?: boolean | undefined
  leads: readonly LeadRow[]
  /** What they were looked for by. */
  query: string
  isLoading: boolean
  error: Error | null
  /** The chosen lead stays in the box; left out, it stays empty. */
  chosen?: LeadRow | null | undefined
  autoFocus?: boolean | undefined
  onType: (text: string) => void
  onChoose: (lead: LeadRow) => void
}) {
  return (
    <ComboBox
      label={label}
      labelHidden={labelHidden}
      placeholder="Find a lead…"
      remote
      loading={isLoading}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- for what a person has just opened
      autoFocus={autoFocus}
      value={chosen?.id ?? null}
      valueLabel={chosen?.display_name ?? undefined}
      options={leads.map((lead) => ({
        id: lead.id,
        label: lead.display_name ?? lead.id,
        description: aboutLead(lead),
      }))}
      onQueryChange={onType}
      onChange={(id) => {
        const lead = leads.find((one) => one.id === id)
        if (lead) onChoose(lead)
      }}
      emptyText={
        error ? describeFailure(toFailure(error)) : query ? `No lead matches “${query}”.` : 'No leads yet.'
      }
    />
  )
}

function aboutLead(lead: LeadRow): string {
  return [lead.status_label, lead.contacts?.[0]?.display_name, lead.url].filter(Boolean).join(' · ')
}
