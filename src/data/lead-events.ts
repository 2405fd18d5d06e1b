import { ApiError } from '#model/failure.ts'
import type { Lead, LeadRow } from '#model/lead.ts'
import { withNews } from '#model/lead-news.ts'
import {
  foreignEvents,
  isAboutSettings,
  leadNews,
  overwrittenBy,
  type EventMark,
  type LeadNews,
  type LogEvent,
  type Overwritten,
  type OwnWrite,
} from '#model/log-event.ts'
import type { Operation } from '#model/operation.ts'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'

import { activityKeys } from './activity-queries.ts'
import { readEventsAfter } from './event-reading.ts'
import { leadKeys, settingsKeys } from './keys.ts'
import type { LeadPage } from './lead-list.ts'
import { onLeave } from './leaving.ts'
import { ledger, LIST_LAG_MS, noteGone } from './ledger.ts'
import { onAcknowledged } from './log.ts'
import { TAB } from './operations.ts'
import { session } from './session.ts'
import { onTabMessage, tellTabs } from './tabs.ts'

/*
 * What colleagues do arrives by the organisation's event log: one visible tab of the browser (Web Locks) asks now
 * and then and tells the others. News are drawn over lists and details at once, without reading them again, and
 * over answers that come while lists still lag behind (contract 3).
 */

const EVERY_MS = 10_000
const SLOWEST_MS = 120_000
/** Answers of our own writes are compared with events for this long. */
const OWN_MS = 120_000

export type NewsListener = {
  /** What others did, oldest first; drawn already, but for rows that go. */
  onNews: (news: readonly LeadNews[]) => void
  /** More happened than was read, so nobody knows what: everything is read again. */
  onTooMuch: () => void
  /** A write of this tab replaced a value that nobody had seen. `by` wrote that value, where it is known. */
  onOverwritten: (overwritten: Overwritten, by: string | null) => void
}

/** Follows the event log while a tab is looked at. Returns the function that stops it. */
export function startLeadEvents(client: QueryClient, listener: NewsListener): () => void {
  const stopping = new AbortController()
  let mark: EventMark | null = null
  let readAt = 0
  let wasOpen = session.state.phase === 'open'
  let asking = new AbortController()
  let writes: (OwnWrite & { at: number })[] = []
  /** News that lists may still lag behind, with when they were heard. */
  let recent: { one: LeadNews; heardAt: number }[] = []

  const stops = [
    onAcknowledged(noteWrites),
    session.subscribe(({ phase }) => {
      if (phase === 'open' && !wasOpen) onVisible()
      wasOpen = phase === 'open'
    }).unsubscribe,
    onTabMessage((message) => {
      if (message.kind === 'log') noteWrites(message.done, message.answer)
      if (message.kind === 'events') take(message.events, message.mark)
    }),
    client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
      if (recent.length > 0 && event.query.queryKey[1] === 'list') drawLists(recent.map(({ one }) => one))
    }),
  ]
  document.addEventListener('visibilitychange', onVisible)
  onVisible()
  onLeave(stop)
  return stop

  function stop(): void {
    stopping.abort()
    asking.abort()
    document.removeEventListener('visibilitychange', onVisible)
    for (const end of stops) end()
  }

  function noteWrites(done: readonly Operation[], answer: OwnWrite['answer']): void {
    const at = Date.now()
    writes = [
      ...writes.filter((write) => at - write.at < OWN_MS),
      ...done.map((operation) => ({ operation, answer, at })),
    ]
  }

  /** A hidden tab asks nothing, nor does one that nobody is signed in at. */
  function onVisible(): void {
    if (document.visibilityState === 'hidden') return asking.abort()
    if (stopping.signal.aborted) return
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    void withLock(`leadlight:${import.meta.env.MODE}:events`, signal, () => ask(signal)).catch(() => {})
  }

  async function ask(signal: AbortSignal): Promise<void> {
    let every = EVERY_MS
    let wait = mark ? readAt + every - Date.now() : 0
    for (;;) {
      await sleep(wait, signal)
      if (signal.aborted || session.state.phase !== 'open') return
      try {
        const isFirst = mark === null
        const read = await readEventsAfter(mark, signal)
        wait = every = EVERY_MS
        tellTabs({ kind: 'events', events: isFirst ? [] : read.events, mark: read.mark })
        take(read.events, read.mark, isFirst)
        if (read.isCut && !isFirst) readEverything()
      } catch (error) {
        if (signal.aborted) return
        const asked =
          error instanceof ApiError && error.failure.kind === 'http' ? error.failure.retryAfter : null
        wait = every = Math.min(SLOWEST_MS, Math.max(every * 2, (asked ?? 0) * 1000))
      }
    }
  }

  function readEverything(): void {
    void client.invalidateQueries({ queryKey: leadKeys.details })
    void client.invalidateQueries({ queryKey: activityKeys.all })
    tellTabs({ kind: 'lists' })
    listener.onTooMuch()
  }

  function take(events: readonly LogEvent[], next: EventMark, isFirst = false): void {
    mark = next
    readAt = Date.now()
    if (events.length === 0) return
    // The end of the log, as it is found, may have happened since the page was read; it is not worth a word.
    if (isFirst) return draw(events.flatMap((event) => leadNews(event) ?? []))
    const me = session.state.me?.id
    const sending = ledger.state.operations.filter(
      ({ state, tries }) => state.kind === 'sending' || tries > 0,
    )
    const foreign = foreignEvents(events, { writes, sending, me })
    const isForeign = new Set(foreign)
    for (const event of events) {
      if (isForeign.has(event)) continue
      for (const overwritten of overwrittenBy(event, writes, me)) {
        if (overwritten.operation.tab !== TAB) continue
        listener.onOverwritten(overwritten, writerOf(foreign, event, overwritten.field))
      }
    }
    if (foreign.some(isAboutSettings)) void client.invalidateQueries({ queryKey: settingsKeys.all })
    const news = foreign.flatMap((event) => leadNews(event) ?? [])
    if (news.length === 0) return
    draw(news)
    for (const leadId of new Set(news.map((one) => one.leadId))) {
      void client.invalidateQueries({ queryKey: leadKeys.detail(leadId) })
      void client.invalidateQueries({ queryKey: activityKeys.lead(leadId) })
    }
    listener.onNews(news)
  }

  function draw(news: readonly LeadNews[]): void {
    const now = Date.now()
    recent = [
      ...recent.filter(({ heardAt }) => now - heardAt < LIST_LAG_MS),
      ...news.map((one) => ({ one, heardAt: now })),
    ]
    for (const one of news) {
      if (one.object === 'lead' && one.action === 'deleted') {
        noteGone(one.leadId, one.mergedInto ? { kind: 'merged', into: one.mergedInto } : { kind: 'deleted' })
        continue
      }
      changeKnown(one)
      client.setQueryData<Lead>(leadKeys.detail(one.leadId), (lead) => lead && withNews(lead, one))
    }
    drawLists(news)
  }

  function drawLists(news: readonly LeadNews[]): void {
    const byLead = new Map<string, LeadNews[]>()
    for (const one of news) byLead.set(one.leadId, [...(byLead.get(one.leadId) ?? []), one])
    client.setQueriesData<InfiniteData<LeadPage>>({ queryKey: leadKeys.lists }, (data) => {
      if (!data) return data
      let isSame = true
      const pages = data.pages.map((page) => {
        const rows = page.rows.map((row) =>
          (byLead.get(row.id) ?? []).reduce<LeadRow>((shown, one) => withNews(shown, one), row),
        )
        if (rows.every((row, i) => row === page.rows[i])) return page
        isSame = false
        return { ...page, rows }
      })
      return isSame ? data : { ...data, pages }
    })
  }
}

/** Draws news over a lead that is known whole. It does not count as reading it. */
function changeKnown(news: LeadNews): void {
  const { known } = ledger.state
  const lead = known.get(news.leadId)
  const next = lead && withNews(lead, news)
  if (next && next !== lead) ledger.setState((now) => ({ ...now, known: new Map(known).set(next.id, next) }))
}

/** Who wrote the value that an event replaced, where the same reading tells. */
function writerOf(foreign: readonly LogEvent[], event: LogEvent, field: string): string | null {
  const wrote = foreign.findLast(
    (other) => other.object_id === event.object_id && (other.changed_fields ?? []).includes(field),
  )
  return wrote?.user_id ?? null
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms))
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}

/** Runs `work` in one tab at a time; in a browser without locks in each. */
async function withLock(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks
  if (!locks) return work()
  await locks.request(name, { signal }, work)
}
