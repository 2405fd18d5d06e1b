import { leadQueries } from '#data/lead-queries.ts'
import { useDebounced } from '#lib/use-debounced.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { LeadRow } from '#model/lead.ts'
import { searchQuery } from '#model/search.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

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
  const q = useDebounced(text.trim(), 120)
  const query = useMemo(() => searchQuery({ q, filters: [] }, []), [q])
  const found = useQuery(leadQueries.find(query, 20))
  const leads = (found.data ?? []).filter((lead) => lead.id !== exclude)

  return (
    <ComboBox
      label={label}
      labelHidden
      placeholder="Find a lead…"
      remote
      loading={found.isFetching}
      value={null}
      options={leads.map((lead) => ({
        id: lead.id,
        label: lead.display_name ?? lead.id,
        description: aboutLead(lead),
      }))}
      onQueryChange={setText}
      onChange={(id) => {
        if (id) onChoose(id)
      }}
      emptyText={
        found.error
          ? describeFailure(toFailure(found.error))
          : q
            ? `No lead matches “${q}”.`
            : 'No leads yet.'
      }
    />
  )
}

function aboutLead(lead: LeadRow): string {
  return [lead.status_label, lead.contacts?.[0]?.display_name, lead.url].filter(Boolean).join(' · ')
}
