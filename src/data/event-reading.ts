import { listLogEvents } from '#api/events.ts'
import { eventTime, type EventMark, type LogEvent } from '#model/log-event.ts'

/** Events may become visible a little later than they are dated, in milliseconds. */
const OVERLAP_MS = 5_000
/** More pages than this at once are not worth reading event by event. */
const MOST_PAGES = 4

/**
 * What was logged since `mark`, oldest first, each event once for each time it was written; without a mark the
 * last page of the log. `isCut` says that more happened than was read.
 */
export async function readEventsAfter(
  mark: EventMark | null,
  signal: AbortSignal,
): Promise<{ events: LogEvent[]; mark: EventMark; isCut: boolean }> {
  const after = mark && mark.at > 0 ? mark.at - OVERLAP_MS : null
  const seen = new Set(mark?.seen)
  const isSeen = (event: LogEvent | undefined) => event !== undefined && seen.has(keyOf(event))
  const read: LogEvent[] = []
  let cursor: string | null = null
  let pages = 0
  let isDone = false
  while (!isDone && pages < MOST_PAGES) {
    const page: Awaited<ReturnType<typeof listLogEvents>> = await listLogEvents({ after, cursor }, signal)
    read.push(...page.data)
    pages += 1
    cursor = page.next
    // A server that does not know the filter answers older ones too.
    const isPast = after !== null && page.data.some((event) => eventTime(event) < after)
    isDone = cursor === null || isPast || isSeen(page.data.at(-1)) || mark === null
  }
  const at = Math.max(mark?.at ?? 0, ...read.map(eventTime))
  const near = read.filter((event) => eventTime(event) >= at - 2 * OVERLAP_MS).map(keyOf)
  const next = { at, seen: [...new Set([...near, ...(mark?.seen ?? [])])].slice(0, MOST_SEEN) }
  // What is older than everything that was read before is no news.
  const known = read.findLastIndex(isSeen)
  const events = (known === -1 ? read : read.slice(0, known)).filter(
    (event) => !isSeen(event) && (after === null || eventTime(event) >= after),
  )
  return {
    events: events.toSorted((a, b) => eventTime(a) - eventTime(b)),
    mark: next,
    isCut: !isDone,
  }
}

const MOST_SEEN = 400

/** An event that several quick changes share is another one each time. */
function keyOf(event: LogEvent): string {
  return `${event.id} ${event.date_updated ?? event.date_created}`
}
