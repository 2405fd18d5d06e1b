import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'

/* Several tabs of one browser in one process, for tests: each has its own copy of the modules; disk, locks and network are shared. */

/** Loads the modules of one more tab. */
export async function loadTab() {
  vi.resetModules()
  const [ledger, operations, log, undo, tabs, latest, edits, queries] = await Promise.all([
    import('./ledger.ts'),
    import('./operations.ts'),
    import('./log.ts'),
    import('./undo.ts'),
    import('./tabs.ts'),
    import('./latest-lead.ts'),
    import('./lead-edits.ts'),
    import('./lead-queries.ts'),
  ])
  let stops: (() => void)[] = []
  let client = newClient()

  const tab = {
    ...ledger,
    ...operations,
    undo,
    sendNow: log.sendNow,
    retryEdit: edits.retryEdit,
    get client() {
      return client
    },
    /** The operations that are not settled. */
    operations: () => ledger.ledger.state.operations,
    /** Opens the page on this log. */
    open(name: string) {
      ledger.clearLedger()
      client = newClient()
      stops = [tabs.listenToTabs(client), undo.startUndo(client), log.startLog(client, name)]
    },
    /** Closes it without a word, as a crash does. */
    close() {
      for (const stop of stops.toReversed()) stop()
      stops = []
      ledger.clearLedger()
      client.clear()
    },
    read: (id: string) => client.fetchQuery({ ...queries.leadQueries.detail(id), staleTime: 0 }),
    lead: (id: string) => latest.latestLead(client, id),
  }
  return tab
}
export type Tab = Awaited<ReturnType<typeof loadTab>>

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', gcTime: Infinity } },
  })
}

/** Web Locks for a Node that has none: one holder for each name, the others in their order. */
export function provideLocks(): void {
  const tails = new Map<string, Promise<unknown>>()
  const locks = {
    async request(name: string, options: { signal?: AbortSignal }, work: () => Promise<unknown>) {
      const before = tails.get(name) ?? Promise.resolve()
      const own = before.then(() => (options.signal?.aborted ? undefined : work()))
      tails.set(
        name,
        own.catch(() => {}),
      )
      return own
    },
  }
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true })
}
