import { getDemoControls } from '#lib/demo-controls.ts'
import { ALL_ACTIVITIES } from '#model/activity.ts'
import {
  hashKey,
  type InfiniteData,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

import { activityKeys } from './activity-queries.ts'
import { leadKeys, settingsKeys } from './keys.ts'
import { onLeave } from './leaving.ts'
import { keptOwner, LOCAL_PREFIX } from './local-data.ts'
import { session } from './session.ts'

/*
 * What was read before can be read again without a connection, and is there at once with one: answers are kept on
 * disk, within bounds of number and age, and put into the cache when the app starts. They count as old, so they
 * are read anew as soon as they are shown. The persisters of TanStack Query keep whole infinite lists and know no
 * such bounds.
 */

const MOST_AGE_MS = 7 * 24 * 3_600_000
/** The newest of each kind are kept; settings are few. */
const MOST = { settings: 40, detail: 400, list: 12, activities: 100 } as const
/** Of lists and histories only the first pages: 200 leads each, or 100 activities. */
const MOST_PAGES = { list: 2, activities: 1 } as const
const WRITE_AFTER_MS = 1_000

type Kind = keyof typeof MOST
const KINDS = ['settings', 'detail', 'list', 'activities'] as const satisfies Kind[]
type Kept = { hash: string; key: QueryKey; kind: Kind; data: unknown; at: number }

interface CacheSchema extends DBSchema {
  answers: { key: string; value: Kept }
}

/** Fills the cache from disk and keeps the disk up to date. Returns the function that stops it. */
export function startOfflineCache(client: QueryClient, name = cacheName()): () => void {
  let db: IDBPDatabase<CacheSchema> | null = null
  let isReady = false
  let isOver = false
  const changed = new Map<string, Query>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const stopWatching = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    if (event.action.manual && event.query.state.dataUpdatedAt === 0) return
    if (kindOf(event.query.queryKey) === null) return
    changed.set(event.query.queryHash, event.query)
    timer ??= setTimeout(() => void write().catch(() => {}), WRITE_AFTER_MS)
  })
  const unregister = onLeave(() => {
    stop()
    void forget().catch(() => {})
  })
  void start().catch(() => {}) // without storage the cache lasts as long as the page

  async function start(): Promise<void> {
    // What somebody else read is not for this person; until it is known who they are, nothing is shown.
    const isLive = import.meta.env.MODE !== 'demo' && import.meta.env.MODE !== 'test'
    const user = isLive ? `:${keptOwner() ?? (await currentUser()) ?? ''}` : ''
    if (isOver) return
    db = await openDB<CacheSchema>(`${name}${user}`, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('answers', { keyPath: 'hash' })
      },
      blocking: () => db?.close(),
    })
    fill(await db.getAll('answers'))
    isReady = true
    await write()
  }

  function currentUser(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const look = () => {
        const id = session.state.me?.id
        if (id === undefined && !isOver) return false
        watch?.unsubscribe()
        resolve(id)
        return true
      }
      let watch: { unsubscribe(): void } | undefined
      if (!look()) watch = session.subscribe(look)
    })
  }

  function fill(kept: readonly Kept[]): void {
    const after = Date.now() - MOST_AGE_MS
    const drop: string[] = []
    for (const kind of KINDS) {
      const newest = kept.filter((one) => one.kind === kind).toSorted((a, b) => b.at - a.at)
      for (const [i, { hash, key, data, at }] of newest.entries()) {
        if (i >= MOST[kind] || at < after) drop.push(hash)
        else if (client.getQueryState(key)?.data === undefined) {
          client.setQueryData(key, data, { updatedAt: at })
          void client.invalidateQueries({ queryKey: key, exact: true, refetchType: 'none' })
        }
      }
    }
    const tx = db?.transaction('answers', 'readwrite')
    for (const hash of drop) void tx?.store.delete(hash)
  }

  async function write(): Promise<void> {
    timer = undefined
    if (!db || !isReady || isOver) return
    const tx = db.transaction('answers', 'readwrite')
    for (const [hash, { queryKey, state }] of changed) {
      const kind = kindOf(queryKey)
      if (kind === null || state.data === undefined) continue
      const data =
        kind === 'list' || kind === 'activities'
          ? shortened(state.data as InfiniteData<unknown>, MOST_PAGES[kind])
          : state.data
      void tx.store.put({ hash, key: queryKey, kind, data, at: state.dataUpdatedAt })
    }
    changed.clear()
    await tx.done
  }

  async function forget(): Promise<void> {
    await db?.clear('answers')
  }

  function stop(): void {
    isOver = true
    clearTimeout(timer)
    stopWatching()
    unregister()
  }

  return () => {
    stop()
    db?.close()
  }
}

/** The database with the answers; each data set of the demo has one of its own. */
function cacheName(): string {
  const demo = getDemoControls()?.getSettings()
  return `${LOCAL_PREFIX}cache${demo ? `:${demo.leads}-${demo.seed}` : ''}`
}

/** Which answers are worth keeping; null for the others. */
function kindOf(key: QueryKey): Kind | null {
  if (key[0] === settingsKeys.all[0]) return 'settings'
  if (key[0] === activityKeys.all[0]) return isWhole(key) ? 'activities' : null
  if (key[0] !== leadKeys.all[0]) return null
  if (key[1] === leadKeys.lists[1]) return 'list'
  return key[1] === leadKeys.details[1] ? 'detail' : null
}

/** Whether these are all activities of a lead, or all events; what a filter lets pass is among them. */
function isWhole([, , what, filter]: QueryKey): boolean {
  return what === 'events' || (what === 'pages' && hashKey([filter]) === hashKey([ALL_ACTIVITIES]))
}

/** The first pages; the rest is read again when someone scrolls there. */
function shortened({ pages, pageParams }: InfiniteData<unknown>, most: number): InfiniteData<unknown> {
  return { pages: pages.slice(0, most), pageParams: pageParams.slice(0, most) }
}
