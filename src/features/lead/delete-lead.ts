import { deleteLeadSoon, UNDO_MS } from '#data/lead-deletion.ts'
import { navigate } from '#lib/navigation.ts'
import { describeFailure } from '#model/failure.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

/**
 * Deletes a lead and offers to undo it for as long as that is possible. Undoing opens the lead again at
 * `backHref`; a refusal brings it back into the table and says why.
 */
export function deleteLead(client: QueryClient, lead: { id: string; name: string }, backHref: string): void {
  const deletion = deleteLeadSoon(client, lead.id)
  const open = () => navigate(backHref)
  const toast = showToast({
    kind: 'good',
    message: `Deleted ${lead.name}`,
    duration: UNDO_MS,
    action: {
      label: 'Undo',
      onAction: () => {
        if (deletion.undo()) open()
        else showToast({ kind: 'bad', message: `${lead.name} is deleted already.` })
      },
    },
  })
  void deletion.done.then((outcome) => {
    toast.dismiss()
    if (outcome === 'deleted' || outcome === 'undone') return
    showToast({
      kind: 'bad',
      message: `${lead.name} was not deleted and is back. ${describeFailure(outcome)}`,
      action: { label: 'Show lead', onAction: open },
    })
  })
}
