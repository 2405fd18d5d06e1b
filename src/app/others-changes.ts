import { changeMarks, type ChangeMark } from '#data/change-marks.ts'
import { startLeadEvents } from '#data/lead-events.ts'
import { dropFromLists, refreshLists } from '#data/lead-mutations.ts'
import { noteUpdate } from '#data/operations.ts'
import { changedWords } from '#fields/changed-words.ts'
import { anyText } from '#fields/value-format.ts'
import type { LeadNews, Overwritten } from '#model/log-event.ts'
import { LIST_OF } from '#model/operation.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

import { labelOfField, personName, textOfValue } from './operation-text.ts'

/** How long a changed value is lit, and how long it tells who changed it, in milliseconds. */
const FRESH_MS = 6_000
const TOLD_MS = 120_000
const TICK_MS = 1_000
/** More deletions than this at once are told as a number. */
const MOST_NAMED = 3

type Told = { field: string; what: string; userId: string | null; at: number; heardAt: number; verb: string }

/**
 * Shows what others do: marks on what changed, word of leads that are gone, and lists read again as soon as
 * nothing moves under the pointer. Returns the function that stops it.
 */
export function startOthersChanges(client: QueryClient): () => void {
  let told = new Map<string, Told[]>()
  let goneRows: string[] = []
  let isListOld = false
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = startLeadEvents(client, {
    onNews(news) {
      for (const one of news) note(one)
      tellDeletions(news.filter((one) => one.object === 'lead' && one.action === 'deleted'))
      isListOld = true
      timer ??= setInterval(tick, TICK_MS)
      tick()
    },
    onTooMuch() {
      isListOld = true
      timer ??= setInterval(tick, TICK_MS)
    },
    onOverwritten: (overwritten, by) => tellOverwritten(client, overwritten, by),
  })
  return () => {
    stop()
    clearInterval(timer)
    changeMarks.setState(() => new Map())
  }

  function note(news: LeadNews): void {
    const { leadId, object, action, userId, at } = news
    if (object === 'lead' && action === 'deleted') return void goneRows.push(leadId)
    const isOwn = personName(client, userId) === 'You'
    if (object === 'activity' || (isOwn && object === 'lead' && action === 'created')) return
    const heardAt = Date.now()
    const fields = object === 'lead' ? news.fields : [LIST_OF[object] ?? '']
    const isWhole = object === 'lead' && action !== 'updated'
    const verb = isWhole ? (action === 'merged' ? 'merged another lead into' : 'added') : 'changed'
    if (!isWhole && (fields.length === 0 || fields[0] === '')) return
    const what = isWhole ? 'this lead' : fields.map((field) => labelOfField(client, 'lead', field)).join(', ')
    const before = (told.get(leadId) ?? []).filter(({ field }) => field !== '' && !fields.includes(field))
    const own = isWhole ? [] : fields.map((field) => ({ field, what: 'this', userId, at, heardAt, verb }))
    told.set(leadId, [...before, ...own, { field: '', what, userId, at, heardAt, verb }])
  }

  function tick(): void {
    const now = Date.now()
    told = new Map(
      [...told].flatMap(([id, all]) => {
        const kept = all.filter(({ heardAt }) => now - heardAt < TOLD_MS)
        return kept.length > 0 ? [[id, kept] as const] : []
      }),
    )
    publish(now)
    if ((isListOld || goneRows.length > 0) && isCalm()) {
      for (const id of goneRows) dropFromLists(client, id)
      goneRows = []
      if (isListOld) refreshLists(client)
      isListOld = false
    }
    if (told.size > 0 || isListOld || goneRows.length > 0) return
    clearInterval(timer)
    timer = undefined
  }

  /** A lead whose words are the same keeps its very marks, so its row is not drawn again. */
  function publish(now: number): void {
    changeMarks.setState((before) => {
      const next = new Map<string, ReadonlyMap<string, ChangeMark>>()
      for (const [leadId, all] of told) {
        const marks = new Map<string, ChangeMark>()
        for (const { field, what, userId, at, heardAt, verb } of all) {
          const text = changedWords(personName(client, userId), at, now, what, verb)
          for (const name of shownAs(field)) marks.set(name, { text, isFresh: now - heardAt < FRESH_MS })
        }
        const old = before.get(leadId)
        next.set(leadId, old && isSame(old, marks) ? old : marks)
      }
      return next
    })
  }

  function tellDeletions(gone: readonly LeadNews[]): void {
    const [first] = gone
    if (!first) return
    const by = personName(client, first.userId)
    if (gone.length > MOST_NAMED) {
      showToast({ kind: 'info', key: 'gone', message: `${by} deleted ${gone.length} leads` })
      return
    }
    for (const { leadId, userId, before, mergedInto } of gone) {
      const name = anyText(before['display_name'] || before['name']) || 'a lead'
      const what = mergedInto ? `merged ${name} into another lead` : `deleted ${name}`
      showToast({ kind: 'info', key: `gone ${leadId}`, message: `${personName(client, userId)} ${what}` })
    }
  }
}

/** Where a field of a lead is seen: the columns of the table have names of their own. */
function shownAs(field: string): string[] {
  if (field === 'name') return ['name', 'display_name']
  if (field === 'contacts') return ['contacts', 'primary_email', 'primary_phone']
  return [field]
}

function isSame(a: ReadonlyMap<string, ChangeMark>, b: ReadonlyMap<string, ChangeMark>): boolean {
  if (a.size !== b.size) return false
  return [...b].every(([field, { text, isFresh }]) => {
    const other = a.get(field)
    return other?.text === text && other.isFresh === isFresh
  })
}

/** Rows may move now: no cell is being edited, and no mouse points at one. */
function isCalm(): boolean {
  if (document.querySelector('[data-open-cell]')) return false
  return !matchMedia('(hover: hover)').matches || !document.querySelector('[role="grid"] [data-row]:hover')
}

function tellOverwritten(
  client: QueryClient,
  { operation, field, was }: Overwritten,
  by: string | null,
): void {
  const { leadId, object, objectId, about } = operation
  const label = about.field ?? labelOfField(client, object, field)
  const text = textOfValue(client, object, field, was)
  const whose = by === null ? 'A colleague’s change' : `A change of ${personName(client, by)}`
  showToast({
    kind: 'bad',
    key: `overwritten ${objectId} ${field}`,
    message: `${whose} was overwritten: ${label} of ${about.lead} was ${text ? `“${text}”` : 'empty'} for a moment before yours was saved.`,
    action: {
      label: 'Restore theirs',
      onAction: () =>
        void noteUpdate(client, { leadId, object, id: objectId }, { [field]: was ?? null }, { about }),
    },
  })
}
