import { leadQueries } from '#data/lead-queries.ts'
import { currentSearch, navigate, RouteLink } from '#lib/navigation.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { leadPath } from '#model/paths.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import { linkClass } from '#ui/link-class.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { showToast } from '#ui/toast.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Ghost } from 'lucide-react'
import { useEffect } from 'react'

/** In place of a lead that is not there: goes on to the lead it was merged into, or says that it is gone. */
export function LeadGone({
  leadId,
  name,
  closeHref,
}: {
  leadId: string
  /** As far as it is known. */
  name: string | undefined
  closeHref: string
}) {
  const client = useQueryClient()
  const { data: survivor, error, isFetching, refetch } = useQuery(leadQueries.survivor(leadId))

  useEffect(() => {
    if (!survivor) return
    navigate(leadPath(survivor, currentSearch()), { replace: true })
    void client
      .ensureQueryData(leadQueries.detail(survivor))
      .then((lead) => lead.display_name)
      .catch(() => 'another lead') // merged on, or out of reach: its own pane says so
      .then((into) =>
        showToast({ kind: 'info', message: `${name ?? 'This lead'} was merged into ${into}`, key: leadId }),
      )
  }, [client, leadId, name, survivor])

  if (survivor === null) {
    return (
      <EmptyState
        icon={<Ghost />}
        title="This lead no longer exists"
        text={
          name ? `${name} was deleted, by you or a colleague.` : 'It was deleted, or the address is mistyped.'
        }
        actions={
          <RouteLink to={closeHref} className={linkClass}>
            Back to the leads
          </RouteLink>
        }
      />
    )
  }
  if (error) {
    return (
      <ErrorState
        title="This lead is not there"
        text={`Whether it was merged into another one could not be found out. ${describeFailure(toFailure(error))}`}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    )
  }
  return (
    <div role="group" aria-busy="true" aria-label="Looking for the lead" className="p-4">
      <Skeleton className="mb-3 h-5 w-56" />
      <Skeleton className="w-40" />
    </div>
  )
}
