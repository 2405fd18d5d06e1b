import { settingsQueries } from '#data/settings-queries.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Lead } from '#model/lead.ts'
import { ErrorState } from '#ui/ErrorState.tsx'
import { useQuery } from '@tanstack/react-query'

import { LeadForm } from './LeadForm.tsx'
import { NewLeadSkeleton } from './NewLeadSkeleton.tsx'

/** The form for a new lead. What is typed stays in this tab until the lead is created or the draft discarded. */
export function NewLeadForm({
  onCreated,
  onCancel,
}: {
  onCreated: (lead: Lead) => void
  onCancel: () => void
}) {
  const organization = useQuery(settingsQueries.organization())
  const schema = useQuery(settingsQueries.leadSchema())
  const error = organization.error ?? schema.error
  if (organization.data && schema.data) {
    return (
      <LeadForm
        statuses={organization.data.lead_statuses}
        schema={schema.data}
        onCreated={onCreated}
        onCancel={onCancel}
      />
    )
  }
  if (!error) return <NewLeadSkeleton />
  return (
    <ErrorState
      title="The form could not be prepared"
      text={`Its statuses and custom fields could not be loaded. ${describeFailure(toFailure(error))}`}
      retrying={organization.isFetching || schema.isFetching}
      onRetry={() => {
        if (organization.error) void organization.refetch()
        if (schema.error) void schema.refetch()
      }}
    />
  )
}
