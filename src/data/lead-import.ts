import { createLead, searchLeads } from '#api/leads.ts'
import { createLeadField, getFieldSchema, updateLeadField } from '#api/settings.ts'
import type { CustomField } from '#model/custom-field.ts'
import { toFailure, type Failure } from '#model/failure.ts'
import { arrivedQuery, findArrived, mayHaveArrived } from '#model/import-arrived.ts'
import { nameKey, type FoundLead, type FoundLeads } from '#model/import-check.ts'
import type { WantedField } from '#model/import-plan.ts'
import { isSameField, newFieldBody } from '#model/import-target.ts'
import type { QueryNode } from '#model/search.ts'
import type { QueryClient } from '@tanstack/react-query'

import { settingsKeys } from './keys.ts'
import { refreshLists } from './lead-mutations.ts'
import { tellTabs } from './tabs.ts'

/*
 * Brings rows of a file into the organisation. Creating a lead is not idempotent, so a request whose answer
 * was lost is never sent again before a search has shown that it did not arrive.
 */

export type ImportItem = {
  index: number
  body: Readonly<Record<string, unknown>>
  /** An earlier request for it got no answer that tells whether the lead was made. */
  isUncertain: boolean
}

export type ItemResult =
  /** `found`: an earlier request had made it, as a search showed. */
  { kind: 'created' | 'found'; leadId: string } | { kind: 'failed'; failure: Failure; isUncertain: boolean }

export type ImportEnd =
  | { kind: 'complete' }
  /** The signal asked for it. */
  | { kind: 'stopped' }
  /** Going on makes no sense: no connection, no permission, or nothing but errors. */
  | { kind: 'halted'; failure: Failure }

export type ImportOptions = {
  signal: AbortSignal
  /** When the first request of this import was sent, in milliseconds since the epoch. */
  startedAt: number
  /** Leads that are known to be others: there before the import, or made by it for other rows. Is added to. */
  knownIds: Set<string>
  onResult: (index: number, result: ItemResult) => void
  /** The server asks to wait until then (milliseconds since the epoch); null when it goes on. */
  onWait?: (until: number | null) => void
  concurrency?: number
}

const CONCURRENCY = 4
/** Clicks go before it, and its own gate sees to a server that asks to wait. */
const BACKGROUND = { background: true }
const MOST_WAITS = 20
const MOST_NETWORK_FAILURES = 3
const MOST_SERVER_FAILURES = 10

/**
 * Creates leads, a few at a time. Too many requests are waited out; a refused row is noted and the next one
 * sent. An abort lets requests finish that are on their way, so that it is known what was made. Never rejects.
 */
export async function importLeads(items: readonly ImportItem[], options: ImportOptions): Promise<ImportEnd> {
  const { knownIds, onResult, concurrency = CONCURRENCY } = options
  const gate = createGate(options)
  let halted: Failure | null = null
  let [networkFailures, serverFailures] = [0, 0]

  function settle(index: number, result: ItemResult): void {
    if (result.kind === 'failed') {
      const { failure } = result
      networkFailures = failure.kind === 'network' ? networkFailures + 1 : 0
      serverFailures = failure.kind === 'http' && failure.status >= 500 ? serverFailures + 1 : 0
      const isHopeless = failure.kind === 'http' && [401, 402, 403].includes(failure.status)
      const isFutile = networkFailures >= MOST_NETWORK_FAILURES || serverFailures >= MOST_SERVER_FAILURES
      if (isHopeless || isFutile) halted ??= failure
    } else {
      ;[networkFailures, serverFailures] = [0, 0]
      knownIds.add(result.leadId)
    }
    onResult(index, result)
  }

  // First of all, and one by one, what became of lost requests: a lead made now for another row of the same
  // name must not be taken for the lost one.
  const queue: ImportItem[] = []
  for (const item of items) {
    if (!item.isUncertain) {
      queue.push(item)
      continue
    }
    if (halted) break
    const looked = await gate.attempt(() => lookUp(item.body, options))
    if (looked.kind === 'stopped') return looked
    if (looked.kind === 'failed') settle(item.index, { ...looked, isUncertain: true })
    else if (looked.value) settle(item.index, { kind: 'found', leadId: looked.value.id })
    else queue.push(item)
  }

  let next = 0
  let isStopped = false
  async function work(): Promise<void> {
    while (!halted && !isStopped) {
      const item = queue[next]
      if (!item) return
      next += 1
      const made = await gate.attempt(() => createLead(item.body, BACKGROUND))
      if (made.kind === 'stopped') isStopped = true
      else if (made.kind === 'done') settle(item.index, { kind: 'created', leadId: made.value.id })
      else settle(item.index, { ...made, isUncertain: mayHaveArrived(made.failure) })
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  if (halted) return { kind: 'halted', failure: halted }
  return { kind: isStopped ? 'stopped' : 'complete' }
}

export type PreparedFields =
  | { kind: 'ready'; made: Map<number, CustomField> }
  | { kind: 'stopped' }
  /** `name` is the field that could not be made or changed; null when not even the list could be read. */
  | { kind: 'failed'; name: string | null; failure: Failure }

/**
 * Makes the custom fields that an import needs and adds choices to fields that exist. The fields are read anew
 * first, so one that was made meanwhile (by an earlier try, or a colleague) is used and not made twice.
 * `added` has new choices by field id. Never rejects. Source: contract 14.
 */
export async function prepareFields(
  client: QueryClient,
  wanted: readonly WantedField[],
  added: ReadonlyMap<string, readonly string[]>,
  options: Pick<ImportOptions, 'signal' | 'onWait'>,
): Promise<PreparedFields> {
  const gate = createGate(options)
  const made = new Map<number, CustomField>()
  if (wanted.length === 0 && added.size === 0) return { kind: 'ready', made }
  let name: string | null = null
  try {
    const fields = await gate.pass(() => getFieldSchema('lead'))
    for (const { at, type, choices, ...field } of wanted) {
      name = field.name
      const body = newFieldBody(field.name, type)
      if (body.type === 'choices' && choices.length === 0) continue
      const same = fields.find((other) => isSameField(other, body.name, type))
      made.set(
        at,
        same
          ? await gate.pass(() => withChoices(same, choices))
          : await gate.pass(() => createLeadField(body.type === 'choices' ? { ...body, choices } : body)),
      )
    }
    for (const [id, choices] of added) {
      const field = fields.find((other) => other.id === id)
      name = field?.name ?? id
      if (field) await gate.pass(() => withChoices(field, choices))
    }
    return { kind: 'ready', made }
  } catch (error) {
    return isStop(error) ? { kind: 'stopped' } : { kind: 'failed', name, failure: toFailure(error) }
  } finally {
    void client.invalidateQueries({ queryKey: settingsKeys.all })
    tellTabs({ kind: 'settings' })
  }
}

/** Adds the choices that the field lacks; the field as it then is. */
async function withChoices(field: CustomField, choices: readonly string[]): Promise<CustomField> {
  const present = field.choices ?? []
  const missing = choices.filter((choice) => !present.includes(choice))
  return missing.length === 0 ? field : updateLeadField(field.id, { choices: [...present, ...missing] })
}

/** Few enough leads to read them all rather than ask name by name. */
const FEW_LEADS = 3000
const PAGE = 200
const NAMES_A_SEARCH = 50
const TRACE_FIELDS = ['id', 'display_name', 'name', 'date_created']
const ALL_LEADS: QueryNode = { type: 'object_type', negate: false, object_type: 'lead' }

/**
 * The leads that have one of these names already, by `nameKey`. Reads all leads when they are few, else asks
 * for the names in portions. Throws `ApiError`, or an abort.
 */
export async function findLeadsByName(names: readonly string[], signal: AbortSignal): Promise<FoundLeads> {
  const wanted = new Map(names.flatMap((name) => [[nameKey(name), name] as const]))
  const found = new Map<string, FoundLead[]>()
  if (wanted.size === 0) return found
  const gate = createGate({ signal })
  const search = (query: QueryNode, cursor: string | null) =>
    gate.pass(() =>
      searchLeads(
        { query, sort: [], fields: TRACE_FIELDS, limit: PAGE, cursor, counts: true },
        signal,
        BACKGROUND,
      ),
    )
  const note = (leads: readonly { id: string; name?: unknown; display_name?: string | undefined }[]) => {
    for (const { id, name, display_name } of leads) {
      const key = nameKey(name)
      if (key === null || !wanted.has(key)) continue
      found.set(key, [...(found.get(key) ?? []), { id, display_name: display_name ?? '' }])
    }
  }

  let page = await search(ALL_LEADS, null)
  const total = page.count?.total ?? Infinity
  if (total <= Math.max(FEW_LEADS, wanted.size)) {
    note(page.data)
    while (page.cursor) {
      page = await search(ALL_LEADS, page.cursor)
      note(page.data)
    }
    return found
  }
  const all = [...wanted.values()]
  for (let at = 0; at < all.length; at += NAMES_A_SEARCH) {
    const query = anyName(all.slice(at, at + NAMES_A_SEARCH))
    page = await search(query, null)
    note(page.data)
    while (page.cursor) {
      page = await search(query, page.cursor)
      note(page.data)
    }
  }
  return found
}

/** Tells lists and other tabs that leads were made. */
export function announceImport(client: QueryClient): void {
  refreshLists(client)
  tellTabs({ kind: 'lists' })
}

/** The lead that an earlier request for `body` made. */
async function lookUp(body: ImportItem['body'], options: ImportOptions): Promise<{ id: string } | undefined> {
  const query = arrivedQuery(body)
  if (!query) return undefined
  const { data } = await searchLeads(
    { query, sort: [], fields: TRACE_FIELDS, limit: PAGE },
    undefined,
    BACKGROUND,
  )
  return findArrived(body, data, options.startedAt, options.knownIds)
}

function anyName(names: readonly string[]): QueryNode {
  const field = { type: 'regular_field', object_type: 'lead', field_name: 'name' }
  const queries = names.map((value) => ({
    type: 'field_condition',
    negate: false,
    field,
    condition: { type: 'text', mode: 'exact_value', value: value.trim() },
  }))
  return { type: 'and', negate: false, queries: [ALL_LEADS, { type: 'or', negate: false, queries }] }
}

class Stop extends Error {}

function isStop(error: unknown): boolean {
  return error instanceof Stop
}

/** Lets requests pass unless the server asked to wait; a request that was refused for that is sent again. */
function createGate({ signal, onWait }: Pick<ImportOptions, 'signal' | 'onWait'>) {
  let until = 0
  async function open(): Promise<void> {
    while (until > Date.now() && !signal.aborted) await sleep(Math.min(until - Date.now(), 250))
    if (until > 0 && !signal.aborted) {
      until = 0
      onWait?.(null)
    }
    if (signal.aborted) throw new Stop()
  }
  async function pass<T>(send: () => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits += 1) {
      await open()
      try {
        return await send()
      } catch (error) {
        const failure = toFailure(error)
        const isLimit = failure.kind === 'http' && failure.status === 429
        if (!isLimit || waits >= MOST_WAITS) throw error
        until = Math.max(until, Date.now() + (failure.retryAfter ?? 1 + waits) * 1000 + Math.random() * 100)
        onWait?.(until)
      }
    }
  }
  return {
    /** Throws what `send` throws, or `Stop` when the signal came first. */
    pass,
    /** Never rejects. */
    async attempt<T>(send: () => Promise<T>): Promise<Attempt<T>> {
      try {
        return { kind: 'done', value: await pass(send) }
      } catch (error) {
        return isStop(error) ? { kind: 'stopped' } : { kind: 'failed', failure: toFailure(error) }
      }
    },
  }
}

type Attempt<T> = { kind: 'done'; value: T } | { kind: 'failed'; failure: Failure } | { kind: 'stopped' }

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
