import { settingsQueries } from '#data/settings-queries.ts'
import { ErrorState } from '#ui/ErrorState.tsx'
import { useQuery } from '@tanstack/react-query'

import { failureText } from './failure-text.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import { NewStatus } from './NewStatus.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { StatusList } from './StatusList.tsx'

/** The lead statuses in the order of the organisation; the first is what a new lead gets. */
export function StatusesSection({ id }: { id: string }) {
  const query = useQuery(settingsQueries.organization())
  const organization = query.data
  return (
    <SettingsSection
      id={id}
      title="Statuses"
      description="Where a lead stands. The first one is the default: new leads get it."
    >
      {query.isPending ? (
        <ListSkeleton label="Loading the statuses" lines={5} />
      ) : !organization ? (
        <ErrorState
          title="The statuses could not be loaded"
          text={failureText(query.error)}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          className="rounded-lg border border-line bg-surface"
        />
      ) : (
        <div className="flex flex-col gap-3">
          <StatusList organizationId={organization.id} statuses={organization.lead_statuses} />
          <NewStatus names={organization.lead_statuses.map(({ label }) => label)} />
        </div>
      )}
    </SettingsSection>
  )
}
