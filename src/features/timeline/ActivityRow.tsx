import { agoText } from '#fields/ago-text.ts'
import { formatFullDateTime } from '#fields/value-format.ts'
import { activityMoment, type Activity } from '#model/activity.ts'
import type { Contact } from '#model/lead.ts'
import { clsx } from 'clsx'
import { memo, useId, useMemo } from 'react'

import { activityBody } from './activity-body.ts'
import { activityWords } from './activity-words.ts'
import { ActivityDetails } from './ActivityDetails.tsx'
import { ActivityIcon } from './ActivityIcon.tsx'
import { clockText } from './moment-words.ts'
import type { OwnActivities } from './own-activities.ts'

const DAY_MS = 86_400_000

/** One activity: what, who, when and how it begins; pressed, all of it. */
export const ActivityRow = memo(function ActivityRow({
  activity,
  contacts,
  own,
  now,
  isOpen,
  onToggle,
}: {
  activity: Activity
  contacts: readonly Contact[]
  own: OwnActivities | undefined
  now: number
  isOpen: boolean
  onToggle: (id: string) => void
}) {
  const id = useId()
  const words = useMemo(() => activityWords(activity, { contacts }), [activity, contacts])
  const body = useMemo(() => activityBody(activity), [activity])
  const isOwn = own?.is(activity) ?? false
  const canOpen = body !== null || isOwn
  const details = body && <ActivityDetails body={body} />
  const moment = activityMoment(activity)
  const who = activity.user_name ?? activity.created_by_name
  return (
    <article aria-labelledby={id} data-object={activity.id} className="flex min-w-0 gap-2.5 px-4 py-1.5">
      <ActivityIcon activity={activity} />
      <div className="min-w-0 flex-1">
        <div className={clsx('relative -mx-1.5 -my-1 rounded-md px-1.5 py-1', canOpen && 'hover:bg-hover')}>
          <div className="flex min-w-0 items-baseline gap-2">
            {canOpen ? (
              <button
                type="button"
                id={id}
                data-activity={activity.id}
                aria-expanded={isOpen}
                onClick={() => onToggle(activity.id)}
                // Its whole headline can be pressed, and yet be read and searched as text.
                className="min-w-0 truncate rounded-sm text-left font-medium after:absolute after:inset-0 pointer-coarse:py-1"
              >
                {words.title}
              </button>
            ) : (
              <span id={id} className="min-w-0 truncate font-medium">
                {words.title}
              </span>
            )}
            <span className="ml-auto shrink-0">{own?.mark(activity)}</span>
            {moment && (
              <time
                dateTime={moment}
                title={formatFullDateTime(moment)}
                className="relative z-1 shrink-0 text-xs whitespace-nowrap text-muted tabular-nums"
              >
                {whenText(moment, now)}
              </time>
            )}
          </div>
          {(who || words.facts.length > 0) && (
            <p className="text-xs wrap-break-word text-muted">
              {[who, ...words.facts].filter(Boolean).join(' · ')}
            </p>
          )}
          {words.text && !isOpen && (
            <p dir="auto" className="line-clamp-2 wrap-break-word">
              {words.text}
            </p>
          )}
        </div>
        {canOpen && isOpen && (
          <div className="pt-2.5 pb-1">{isOwn ? own?.frame(activity, details) : details}</div>
        )}
        {own && <div className="-mx-1.5">{own.state(activity.id, activity)}</div>}
      </div>
    </article>
  )
})

/** How long ago, or when more than a day lies between: its day stands above it, so the time of day. */
function whenText(moment: string, now: number): string {
  return Math.abs(now - Date.parse(moment)) < DAY_MS ? agoText(moment, now) : clockText(moment)
}
