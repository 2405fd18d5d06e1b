import { DateText } from '#fields/DateText.tsx'
import type { Lead } from '#model/lead.ts'
import { safeHref } from '#lib/safe-href.ts'
import { Link } from '#ui/Link.tsx'
import { memo } from 'react'

/** When the lead came and changed and through whom, and the ways to it in other systems. */
export const LeadFacts = memo(function LeadFacts({ lead }: { lead: Lead }) {
  const links = [
    ...(lead.html_url ? [{ name: 'Open in Close', url: lead.html_url }] : []),
    ...(lead.integration_links ?? []),
  ].flatMap(({ name, url }) => {
    const href = safeHref(url)
    return href ? [{ name, href }] : []
  })
  return (
    <footer className="flex flex-col gap-2 px-4 py-4 text-xs text-muted">
      {links.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {links.map(({ name, href }) => (
            <Link key={`${name} ${href}`} href={href} external className="pointer-coarse:py-3">
              {name}
            </Link>
          ))}
        </p>
      )}
      <p>
        Created <DateText iso={lead.date_created} time />
        {lead.created_by_name && ` by ${lead.created_by_name}`}
      </p>
      <p>
        Updated <DateText iso={lead.date_updated} time />
        {lead.updated_by_name && ` by ${lead.updated_by_name}`}
      </p>
    </footer>
  )
})
