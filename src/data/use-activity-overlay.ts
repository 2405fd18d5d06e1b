import { withActivityChanges, type ActivityReading } from '#model/activity-overlay.ts'
import type { Activity } from '#model/activity.ts'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { useLeadOperations } from './lead-edits.ts'
import { ledger } from './ledger.ts'
import { session } from './session.ts'

/**
 * What happened on a lead with the person's own notes and calls on top: those that are on their way, and those
 * that the lists may not show yet. `read` is undefined while nothing is known.
 */
export function useActivityOverlay(
  leadId: string,
  read: readonly Activity[] | undefined,
  { filter, hasOlder, readAt }: ActivityReading,
): readonly Activity[] | undefined {
  const operations = useLeadOperations(leadId)
  const answers = useSelector(ledger, (now) => now.activities)
  const me = useSelector(session, (now) => now.me)
  const written = useMemo(
    () =>
      [...answers].flatMap(([id, answer]) =>
        answer.leadId === leadId ? [{ id, activity: answer.activity, at: answer.at }] : [],
      ),
    [answers, leadId],
  )
  return useMemo(
    () => read && withActivityChanges(read, { filter, hasOlder, readAt }, written, operations, me),
    [read, filter, hasOlder, readAt, written, operations, me],
  )
}
