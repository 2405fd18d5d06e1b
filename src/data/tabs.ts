import type { EventMark, LogEvent } from '#model/log-event.ts'
import type { Operation } from '#model/operation.ts'
import type { QueryClient } from '@tanstack/react-query'

import type { OperationChange } from './ledger.ts'
import { isShortList } from './lead-list.ts'
import { leadKeys, settingsKeys } from './keys.ts'

/** What one tab tells the others, so that they read again what changed. */
export type TabMessage =
  | { kind: 'lead'; id: string }
  | { kind: 'lists' }
  | { kind: 'settings' }
  /** The log of operations changed; `done` were acknowledged with `answer`. */
  | {
      kind: 'log'
      /** By user id whose it is; null in the demo. */
      owner: string | null
      change: OperationChange
      done: readonly Operation[]
      answer: Readonly<Record<string, unknown>> | null
    }
  /** What the event log said when one tab asked; `mark` is how far it was read. */
  | { kind: 'events'; events: readonly LogEvent[]; mark: EventMark }
  /** The person left; no tab may go on in their name. */
  | { kind: 'signed-out' }

const CHANNEL = `leadlight:${import.meta.env.MODE}`

let channel: BroadcastChannel | null = null
const listeners = new Set<(message: TabMessage) => void>()

/** Calls `listener` with what other tabs tell. Returns the function that stops it. */
export function onTabMessage(listener: (message: TabMessage) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the other tabs of this browser what this one changed on the server. */
export function tellTabs(message: TabMessage): void {
  channel?.postMessage(message)
}

/** Reads again what other tabs change, and calls `onSignedOut` when one of them signs out. Returns the function that stops it. */
export function listenToTabs(client: QueryClient, onSignedOut: () => void = () => {}): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {}
  const own = new BroadcastChannel(CHANNEL)
  channel = own
  own.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    for (const listener of listeners) listener(data)
    if (data.kind === 'signed-out') onSignedOut()
    if (data.kind === 'settings') void client.invalidateQueries({ queryKey: settingsKeys.all })
    if (data.kind === 'lead') void client.invalidateQueries({ queryKey: leadKeys.detail(data.id) })
    if (data.kind === 'lists') void client.invalidateQueries({ queryKey: leadKeys.all })
    // Long lists are walked again only when someone looks; short ones follow at once.
    if (data.kind === 'lead')
      void client.invalidateQueries({ queryKey: leadKeys.lists, predicate: isShortList })
  })
  return () => {
    own.close()
    if (channel === own) channel = null
  }
}
