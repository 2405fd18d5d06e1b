import { usePeople } from '#data/use-people.ts'
import { userName } from '#model/organization.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { controlClass } from '#ui/control-class.ts'
import { SearchInput } from '#ui/SearchInput.tsx'
import { Select } from '#ui/Select.tsx'
import { clsx } from 'clsx'
import { useMemo } from 'react'

import { TYPE_CHOICES } from './activity-kind.ts'
import type { TimelineView } from './timeline-view.ts'

const EVERYONE = ''

/** Narrows the timeline: by words, by what and who it was, and by the day it goes back from. */
export function TimelineFilters({
  view,
  onChange,
}: {
  view: TimelineView
  onChange: (view: TimelineView) => void
}) {
  const users = usePeople()
  const people = useMemo(
    () => [
      { id: EVERYONE, label: 'Everyone' },
      ...(users ?? [])
        .map((user) => ({
          id: user.id,
          label: userName(user),
          description: user.isInactive ? 'No longer here' : undefined,
        }))
        .sort((a, b) => a.label.localeCompare(b.label))
        .map((option) => ({ ...option, icon: <Avatar name={option.label} className="size-4.5" /> })),
    ],
    [users],
  )
  return (
    <div role="search" aria-label="Activity" className="grid grid-cols-2 gap-1.5 px-4 pt-3 pb-1">
      <SearchInput
        label="Search activity"
        placeholder="Search activity…"
        value={view.query}
        onChange={(query) => onChange({ ...view, query })}
      />
      <label className="flex min-w-0 items-center gap-2">
        <span className="shrink-0 text-xs text-muted">Up to</span>
        <input
          type="date"
          value={view.until}
          onChange={(event) => onChange({ ...view, until: event.target.value })}
          className={clsx(
            controlClass,
            'h-8 min-w-0 flex-1 px-2 tabular-nums pointer-coarse:h-10 pointer-coarse:text-base!',
          )}
        />
      </label>
      <Select
        label="Type"
        options={TYPE_CHOICES}
        value={view.type}
        onChange={(type) => onChange({ ...view, type })}
      />
      <Select
        label="Person"
        options={people}
        value={view.userId ?? EVERYONE}
        onChange={(id) => onChange({ ...view, userId: id === EVERYONE ? null : id })}
      />
    </div>
  )
}
