import { RouteLink } from '#lib/navigation.ts'
import { leadPath } from '#model/paths.ts'
import type { LeadRow } from '#model/lead.ts'
import { Banner } from '#ui/Banner.tsx'
import { linkClass } from '#ui/link-class.ts'

const SHOWN = 5

/** Says that such a lead exists, with the way to it. What was typed is kept meanwhile, so nothing is blocked. */
export function SameLeadWarning({ leads }: { leads: readonly LeadRow[] }) {
  if (leads.length === 0) return null
  const rest = leads.length - SHOWN
  return (
    <Banner tone="warn" live>
      {leads.length === 1
        ? 'A lead with this name, web domain or email exists: '
        : 'Leads with this name, web domain or email exist: '}
      {leads.slice(0, SHOWN).map((lead, i) => (
        <span key={lead.id}>
          {i > 0 && ', '}
          <RouteLink to={leadPath(lead.id)} className={linkClass}>
            {lead.display_name || 'Untitled'}
          </RouteLink>
          {lead.status_label && <span className="text-muted"> ({lead.status_label})</span>}
        </span>
      ))}
      {rest > 0 && ` and ${rest === 1 ? 'one more' : 'more'}`}. You can create another one all the same.
    </Banner>
  )
}
