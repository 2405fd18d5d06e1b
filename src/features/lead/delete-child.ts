import { deleteChildSoon } from '#data/child-deletion.ts'
import { UNDO_MS } from '#data/lead-deletion.ts'
import type { ChildType } from '#model/operation.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

/** Deletes something below a lead and offers to undo it. A refusal brings it back, with why. */
export function deleteChild(
  client: QueryClient,
  place: { leadId: string; object: ChildType; id: string },
  child: { name: string; was: Readonly<Record<string, unknown>> },
): void {
  const undo = deleteChildSoon(client, place, child)
  showToast({
    kind: 'good',
    message: `Deleted ${place.object} ${child.name}`,
    duration: UNDO_MS,
    action: { label: 'Undo', onAction: undo },
  })
}
