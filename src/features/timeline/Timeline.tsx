import { useTimeline } from '#data/use-timeline.ts'
import { useDebounced } from '#lib/use-debounced.ts'
import { useOnline } from '#lib/use-online.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'

import { searchActivities } from './activity-search.ts'
import type { OwnActivities } from './own-activities.ts'
import { filterOf, isNarrowed, WHOLE_TIMELINE } from './timeline-view.ts'
import { timelineRows } from './timeline-rows.ts'
import { TimelineEmpty } from './TimelineEmpty.tsx'
import { TimelineEnd } from './TimelineEnd.tsx'
import { TimelineFilters } from './TimelineFilters.tsx'
import { TimelineList } from './TimelineList.tsx'
import { TimelineSkeleton } from './TimelineSkeleton.tsx'

const NOBODY: readonly Contact[] = []
/** A year that is being typed passes through many dates. */
const DATE_SETTLES_MS = 400
/** Pages that one press may search before it asks again. */
const PAGES_A_PRESS = 10

/**
 * All that happened on a lead, the latest first, by day; read page by page as somebody scrolls. `children` stand
 * on top: the place for writing a note or logging a call.
 */
export function Timeline({
  leadId,
  contacts = NOBODY,
  changed,
  scroller,
  own,
  children,
}: {
  leadId: string
  /** The lead's, for their names. */
  contacts?: readonly Contact[] | undefined
  /** When the lead last changed: the timeline is read again with it. */
  changed?: string | undefined
  /** What the timeline scrolls in. */
  scroller: RefObject<HTMLElement | null>
  own?: OwnActivities | undefined
  children?: ReactNode
}) {
  const [view, setView] = useState(WHOLE_TIMELINE)
  const until = useDebounced(view.until, DATE_SETTLES_MS)
  const { type, userId } = view
  // The first key reads a long history through; the box must not wait for it.
  const query = useDeferredValue(view.query)
  const filter = useMemo(() => filterOf({ query: '', type, userId, until }), [type, userId, until])
  const timeline = useTimeline(leadId, filter, changed)
  const { activities, hasOlder, isPartial, isLoadingOlder, isAwaited, error, olderError, loadOlder } =
    timeline
  const isOnline = useOnline()

  const context = useMemo(() => ({ contacts }), [contacts])
  const found = useMemo(
    () => activities && searchActivities(activities, query, context),
    [activities, query, context],
  )
  const rows = useMemo(() => timelineRows(found ?? []), [found])
  /** What was refused of activities that are not among the lines has to be in sight all the same. */
  const outOfSight = own?.refused.filter((id) => !found?.some((activity) => activity.id === id)) ?? []
  const isSearching = query.trim() !== ''

  const canScrollOn = hasOlder && !isLoadingOlder && !isAwaited && !olderError && !isSearching
  const onNearEnd = useCallback(() => {
    if (canScrollOn) void loadOlder()
  }, [canScrollOn, loadOlder])

  const latestQuery = useRef(query)
  useEffect(() => {
    latestQuery.current = query
  })
  /** On through older pages until one holds something that is looked for. */
  async function searchOlder() {
    const before = found?.length ?? 0
    for (let page = 0; page < PAGES_A_PRESS; page += 1) {
      const now = await loadOlder()
      const isDone = !now.hasOlder || latestQuery.current !== query
      if (isDone || searchActivities(now.activities, query, context).length > before) return
    }
  }

  return (
    <section aria-label="Activity" aria-busy={!activities && !error} className="pb-4">
      {children}
      <TimelineFilters view={view} onChange={setView} />
      {error && activities && (
        <Banner
          tone="warn"
          live
          className="mx-4 mt-2"
          actions={
            <Button size="sm" busy={timeline.isFetching} onClick={timeline.refetch}>
              Try again
            </Button>
          }
        >
          {isOnline
            ? `This is what was known before. ${describeFailure(toFailure(error))}`
            : 'You are offline. This is what was known before.'}
        </Banner>
      )}
      {outOfSight.map((id) => (
        <div key={id} data-object={id} className="px-4 pt-1">
          {own?.state(id)}
        </div>
      ))}
      {found ? (
        <>
          {rows.length > 0 && (
            <TimelineList
              own={own}
              rows={rows}
              contacts={contacts}
              scroller={scroller}
              onNearEnd={onNearEnd}
            />
          )}
          {rows.length === 0 && !isAwaited && !hasOlder && !isPartial && (
            <TimelineEmpty
              isNarrowed={isNarrowed(view) || isSearching}
              onShowAll={() => setView(WHOLE_TIMELINE)}
            />
          )}
          <TimelineEnd
            loaded={activities?.length ?? 0}
            found={isSearching ? found.length : null}
            hasOlder={hasOlder}
            isPartial={isPartial}
            isLoading={isLoadingOlder || isAwaited}
            error={olderError}
            onLoadOlder={() => void (isSearching ? searchOlder() : loadOlder())}
          />
        </>
      ) : error ? (
        <ErrorState
          title={isOnline ? 'The activity could not be loaded' : 'You are offline'}
          text={
            isOnline
              ? describeFailure(toFailure(error))
              : 'What happened on this lead is not on this device. It shows when the connection is back.'
          }
          onRetry={timeline.refetch}
          retrying={timeline.isFetching}
        />
      ) : (
        <TimelineSkeleton label="Loading the activity" />
      )}
    </section>
  )
}
