import { leadQueries } from '#data/lead-queries.ts'
import type { Lead } from '#model/lead.ts'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useQuery } from '@tanstack/react-query'

import { goesWithLead } from './deletion-warning.ts'

/** Asks before a lead is deleted and names what goes with it. */
export function DeleteLeadDialog({
  lead,
  name,
  onConfirm,
  onCancel,
}: {
  lead: Lead
  name: string
  onConfirm: () => void
  onCancel: () => void
}) {
  const { data, isPending } = useQuery(leadQueries.activityCount(lead.id))
  const what = goesWithLead(lead, data ?? (isPending ? 'counting' : 'unknown'))
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      confirmLabel="Delete lead"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {what ? `This also deletes ${what}.` : 'Nothing hangs below this lead.'} You can undo it for 5 seconds;
      after that it cannot be brought back.
    </ConfirmDialog>
  )
}
