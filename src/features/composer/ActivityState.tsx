import { sendWaiting } from '#data/lead-edits.ts'
import { useObjectOperations } from '#data/use-children.ts'
import { useStalled } from '#data/use-stalled.ts'
import { SaveNote } from '#fields/SaveNote.tsx'
import type { Activity } from '#model/activity.ts'
import { describeFailure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import { isUnsettled } from '#model/operation.ts'

import { RefusedActivity } from './RefusedActivity.tsx'

/** Under a note or call: that it waits to be sent, or what was refused of it, with ways out. */
export function ActivityState({
  id,
  activity,
  contacts,
}: {
  id: string
  /** As it stands above; undefined where it is out of sight. */
  activity: Activity | undefined
  contacts: readonly Contact[]
}) {
  const operations = useObjectOperations(id)
  const stalled = useStalled()
  const refused = operations.filter(isUnsettled)
  if (refused.length > 0) {
    return refused.map((operation) => (
      <RefusedActivity
        key={operation.id}
        {...{ operation, activity, contacts }}
        later={operations.filter((one) => one !== operation)}
      />
    ))
  }
  if (operations.length === 0 || !stalled) return null
  const save = { kind: 'waiting', message: describeFailure(stalled), retry: sendWaiting } as const
  return <SaveNote label={activity?._type ?? 'Note'} save={save} />
}
