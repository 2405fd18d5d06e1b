import { useLead } from '#data/use-lead.ts'
import { isNotFound, leadQueries } from '#data/lead-queries.ts'
import { RouteLink } from '#lib/navigation.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { leadPath } from '#model/paths.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { linkClass } from '#ui/link-class.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { LeadPicker } from './LeadPicker.tsx'
import { countWords } from './merge-words.ts'

/** One of the two leads of a merge: which it is, or how to choose it. */
export function MergeSide({
  side,
  leadId,
  otherId,
  onChoose,
}: {
  side: 'source' | 'destination'
  leadId: string | null
  otherId: string | null
  onChoose: (id: string | null) => void
}) {
  const title = side === 'source' ? 'Source' : 'Destination'
  /** What the person chose here last: what it brings in place of the control that had the focus takes that. */
  const [chosen, setChosen] = useState<string | null>()
  const hasFocus = chosen === leadId
  function choose(id: string | null) {
    setChosen(id)
    onChoose(id)
  }
  return (
    <section
      className="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-surface p-4"
      aria-label={title}
    >
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-base font-semibold">{title}</h2>
        <span className={side === 'source' ? 'text-xs text-bad' : 'text-xs text-good'}>
          {side === 'source' ? 'Will be deleted' : 'Stays, with its address'}
        </span>
      </div>
      {leadId === null ? (
        <LeadPicker label={`${title} lead`} exclude={otherId} takesFocus={hasFocus} onChoose={choose} />
      ) : (
        <ChosenLead key={leadId} leadId={leadId} takesFocus={hasFocus} onChange={() => choose(null)} />
      )}
    </section>
  )
}

function ChosenLead({
  leadId,
  takesFocus,
  onChange,
}: {
  leadId: string
  takesFocus: boolean
  onChange: () => void
}) {
  const { lead, error, gone, refetch } = useLead(leadId)
  const change = useRef<HTMLButtonElement>(null)
  const isShown = lead !== undefined
  useEffect(() => {
    if (isShown && takesFocus && document.activeElement === document.body) change.current?.focus()
  }, [isShown, takesFocus])
  const activities = useQuery({ ...leadQueries.activityCount(leadId), enabled: lead !== undefined })

  if (gone || (error && isNotFound(error) && !lead)) {
    return (
      <Banner
        tone="bad"
        actions={
          <Button size="sm" onClick={onChange}>
            Choose another
          </Button>
        }
      >
        {gone?.kind === 'merged'
          ? 'This lead was already merged into another.'
          : 'This lead no longer exists.'}
      </Banner>
    )
  }
  if (error && !lead) {
    return (
      <Banner
        tone="bad"
        actions={
          <Button size="sm" onClick={refetch}>
            Try again
          </Button>
        }
      >
        {describeFailure(toFailure(error))}
      </Banner>
    )
  }
  if (!lead) {
    return (
      <div aria-busy="true">
        <Skeleton className="mb-2 h-5 w-48" />
        <Skeleton className="h-4 w-64" />
      </div>
    )
  }
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <RouteLink to={leadPath(lead.id)} className={`${linkClass} text-base font-medium break-words`}>
          {lead.display_name}
        </RouteLink>
        <p className="text-sm text-muted">
          {[lead.status_label, lead.url].filter(Boolean).join(' · ') || 'No status or URL'}
        </p>
        <p className="text-sm text-muted">
          {countWords({
            contacts: lead.contacts.length,
            tasks: lead.tasks.length,
            opportunities: lead.opportunities.length,
            activities: activities.data?.count ?? null,
            moreActivities: activities.data?.more ?? false,
          })}
        </p>
      </div>
      <Button ref={change} size="sm" onClick={onChange}>
        Change
      </Button>
    </div>
  )
}
