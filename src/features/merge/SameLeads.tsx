import { leadQueries } from '#data/lead-queries.ts'
import { useLead } from '#data/use-lead.ts'
import { sameLeadQuery } from '#model/search.ts'
import { Button } from '#ui/Button.tsx'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

/** Leads that share the name, web domain or an e-mail with the chosen one; nothing when there are none. */
export function SameLeads({ leadId, onChoose }: { leadId: string; onChoose: (id: string) => void }) {
  const { lead } = useLead(leadId)
  const query = useMemo(
    () =>
      lead
        ? sameLeadQuery({
            name: lead.name ?? '',
            url: lead.url ?? '',
            emails: lead.contacts.flatMap((contact) => contact.emails?.map(({ email }) => email) ?? []),
          })
        : null,
    [lead],
  )
  const found = useQuery(leadQueries.find(query, 6))
  const others = (found.data ?? []).filter((other) => other.id !== leadId)
  if (!lead || others.length === 0) return null
  return (
    <section aria-label="Leads that look the same" className="flex flex-col gap-2">
      <h2 className="text-xs font-medium text-muted">Same name, domain or e-mail as {lead.display_name}</h2>
      <ul className="flex flex-wrap gap-2">
        {others.map((other) => (
          <li key={other.id}>
            <Button size="sm" onClick={() => onChoose(other.id)}>
              {other.display_name}
              {other.status_label && <span className="text-muted"> · {other.status_label}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
