import {
  activityMoment,
  activitySchema,
  passesFilter,
  type Activity,
  type ActivityFilter,
} from './activity.ts'
import { isOnItsWay, withChildOperation, type Operation } from './operation.ts'
import { userName, type Me } from './organization.ts'

/** A note or call as the server answered a write of it, and when, in milliseconds since the epoch. */
export type WrittenActivity = { id: string; activity: Readonly<Record<string, unknown>> | null; at: number }

/** What the timeline was read with. */
export type ActivityReading = {
  filter: ActivityFilter
  /** Whether older ones were not read yet. */
  hasOlder: boolean
  /** When the newest page was read, in milliseconds since the epoch. */
  readAt: number
}

/** How long a list may lag behind a write, in milliseconds. Source: contract 3, "read-your-writes". */
const LAG_MS = 60_000

/**
 * What happened on a lead as the person should see it, the latest first: as it was `read`, with what the server
 * answered to writes since, and with the notes and calls that are still on their way. `me` is who makes them.
 * New ones that were refused stay where they were written: nothing else shows what the person has to decide about.
 */
export function withActivityChanges(
  read: readonly Activity[],
  reading: ActivityReading,
  written: readonly WrittenActivity[],
  operations: readonly Operation[],
  me: Me | null,
): readonly Activity[] {
  const own = operations.filter(
    (one) => (one.object === 'note' || one.object === 'call') && (isOnItsWay(one) || one.do === 'create'),
  )
  if (own.length === 0 && written.length === 0) return read
  let shown: Activity[] = withWritten(read, reading, written)
  for (const operation of own) shown = withOperation(shown, operation, me)
  const { filter } = reading
  const changed = new Set<string>([...written.map(({ id }) => id), ...own.map(({ objectId }) => objectId)])
  return shown
    .filter((activity) => !changed.has(activity.id) || passesFilter(activity, filter))
    .sort((a, b) => Date.parse(activityMoment(b)) - Date.parse(activityMoment(a)))
}

function withWritten(
  read: readonly Activity[],
  { hasOlder, readAt }: ActivityReading,
  written: readonly WrittenActivity[],
): Activity[] {
  const answers = new Map(written.map((answer) => [answer.id, answer]))
  const oldest = read.at(-1)
  const shown = read.flatMap((activity) => {
    const answer = answers.get(activity.id)
    answers.delete(activity.id)
    if (!answer) return [activity]
    if (answer.activity === null) return []
    return [isNewer(answer.activity, activity) ? activitySchema.parse(answer.activity) : activity]
  })
  for (const { activity, at } of answers.values()) {
    // A list that was read long after the write would have it.
    if (activity === null || readAt > at + LAG_MS) continue
    const added = activitySchema.parse(activity)
    const isInReach = !hasOlder || !oldest || activityMoment(added) >= activityMoment(oldest)
    if (isInReach) shown.push(added)
  }
  return shown
}

function isNewer(answer: Readonly<Record<string, unknown>>, activity: Activity): boolean {
  const [now, before] = [answer['date_updated'], activity['date_updated']]
  return typeof now !== 'string' || typeof before !== 'string' || now >= before
}

function withOperation(shown: readonly Activity[], operation: Operation, me: Me | null): Activity[] {
  const next = withChildOperation(shown, operation)
  if (operation.do === 'delete') return next
  return next.map((activity) => {
    if (activity.id !== operation.objectId) return activity
    const set: Readonly<Record<string, unknown>> =
      operation.do === 'create' ? operation.body : operation.patch
    // The server writes the plain text from the rich one (contract 13, "Notes").
    const texts = 'note_html' in set && !('note' in set) ? { note: null } : {}
    if (operation.do === 'update') return { ...activity, ...texts }
    const moment = new Date(operation.at).toISOString()
    const made: Readonly<Record<string, unknown>> = activity
    return activitySchema.parse({
      _type: operation.object === 'note' ? 'Note' : 'Call',
      activity_at: moment,
      date_created: moment,
      ...(me && { user_id: me.id, user_name: userName(me), created_by: me.id }),
      ...made,
      ...texts,
    })
  })
}
