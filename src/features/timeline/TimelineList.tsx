import { stableKey } from '#data/ledger.ts'
import { useMinute } from '#lib/use-minute.ts'
import type { Contact } from '#model/lead.ts'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

import { ActivityRow } from './ActivityRow.tsx'
import { dayLabel, dayOf } from './timeline-days.ts'
import type { OwnActivities } from './own-activities.ts'
import type { TimelineRow } from './timeline-rows.ts'
import { useScrollMargin } from './use-scroll-margin.ts'

const DAY_HEIGHT = 36
const ROW_HEIGHT = 64
const OVERSCAN = 8
/** Lines before the end at which older activities are asked for. */
const AHEAD = 12

/**
 * The lines of the timeline, of which only those on screen are drawn, however long the history is; and those that
 * must not disappear, since they have the focus or tell what was refused. Arrow keys go from one activity to the
 * next.
 */
export function TimelineList({
  rows,
  contacts,
  own,
  scroller,
  onNearEnd,
}: {
  rows: readonly TimelineRow[]
  contacts: readonly Contact[]
  own: OwnActivities | undefined
  /** What the timeline scrolls in. */
  scroller: RefObject<HTMLElement | null>
  /** Called when the person comes near the last line. */
  onNearEnd: () => void
}) {
  const now = useMinute()
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState<string | null>(null)
  const refused = own?.refused
  const kept = useMemo(
    () =>
      rows.flatMap((row, i) =>
        row.key === focused || (row.kind === 'activity' && refused?.includes(row.activity.id)) ? [i] : [],
      ),
    [rows, focused, refused],
  )
  const scrollMargin = useScrollMargin(list, scroller)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? DAY_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...kept, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
      [kept],
    ),
  })
  const items = virtual.getVirtualItems()
  const isNearEnd = (virtual.range?.endIndex ?? 0) >= rows.length - 1 - AHEAD
  useEffect(() => {
    if (isNearEnd && rows.length > 0) onNearEnd()
  }, [isNearEnd, rows.length, onNearEnd])

  const toggle = useCallback((id: string) => {
    setOpen((now) => {
      const next = new Set(now)
      const key = stableKey(id)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only follows the focus of what is in it
    <div
      ref={list}
      role="group"
      aria-label="What happened, the latest first"
      className="relative"
      style={{ height: virtual.getTotalSize() }}
      onFocus={({ target }) => setFocused(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)}
      onBlur={() => setFocused(null)}
      onKeyDown={moveFocus}
    >
      {items.map(({ index, key, start }) => {
        const row = rows[index]
        if (!row) return null
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-row={row.key}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            {row.kind === 'day' ? (
              <h3 className="px-4 pt-3 pb-1 text-xs font-semibold text-muted">
                {dayLabel(row.day, dayOf(now))}
              </h3>
            ) : (
              <ActivityRow
                activity={row.activity}
                contacts={contacts}
                own={own}
                now={now}
                isOpen={open.has(row.key)}
                onToggle={toggle}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

/** From a headline to the one below or above it. Those just off the screen are there, too. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const { target, currentTarget } = event
  if (step === 0 || !(target instanceof HTMLElement) || !target.dataset['activity']) return
  const headlines = [...currentTarget.querySelectorAll<HTMLElement>('[data-activity]')]
  // Their order in the page is not always that on screen.
  headlines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
  const next = headlines[headlines.indexOf(target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
