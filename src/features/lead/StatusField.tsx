import { settingsQueries } from '#data/settings-queries.ts'
import { FieldGroup } from '#fields/FieldGroup.tsx'
import { StatusSelect } from '#fields/StatusSelect.tsx'
import type { LeadStatus } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'

import { HistoryField } from './HistoryField.tsx'
import { useLeadField } from './use-lead-field.ts'

const NONE: readonly LeadStatus[] = []

/** A lead's status, chosen in place. */
export const StatusField = memo(function StatusField({
  leadId,
  statusId,
  statusLabel,
}: {
  leadId: string
  statusId: string | null
  /** What the server calls it, for as long as the statuses are not known. */
  statusLabel: string | null | undefined
}) {
  const { save, set } = useLeadField<string | null>(leadId, 'status_id', 'Status')
  const { data, isError } = useQuery(settingsQueries.organization())
  return (
    <HistoryField leadId={leadId} field="status_id" label="Status">
      <FieldGroup label="Status">
        <StatusSelect
          statuses={data?.lead_statuses ?? NONE}
          value={statusId}
          valueLabel={statusLabel}
          save={save}
          className="pointer-coarse:text-lg"
          onCommit={set}
          disabledReason={isError && !data ? 'The statuses could not be loaded.' : null}
        />
      </FieldGroup>
    </HistoryField>
  )
})
