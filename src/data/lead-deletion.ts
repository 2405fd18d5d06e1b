import { deleteLead } from '#api/leads.ts'
import type { Failure } from '#model/failure.ts'
import { toFailure } from '#model/failure.ts'
import type { QueryClient } from '@tanstack/react-query'

import { leadKeys } from './keys.ts'
import { isNotFound } from './lead-queries.ts'
import { dropFromLists, refreshLists } from './lead-mutations.ts'
import { noteBack, noteGone } from './ledger.ts'
import { tellTabs } from './tabs.ts'

/*
 * Close has no undo for a deletion, so ours happens before it: the lead disappears at once and the request is
 * sent a few seconds later, or when the page is left. What is waiting stands in local storage (ids only), so a
 * closed tab neither forgets a deletion nor shows the lead again.
 */

/** How long a deletion can be undone, in milliseconds. */
export const UNDO_MS = 5_000

const STORAGE_KEY = `leadlight:${import.meta.env.MODE}:deletions`

export type Deletion = {
  /** Shows the lead again; nothing was sent. False when it is too late. */
  undo(): boolean
  /** How it ended: sent, undone, or why the server refused (the lead is back then). */
  done: Promise<'deleted' | 'undone' | Failure>
}

type Waiting = {
  timer: ReturnType<typeof setTimeout>
  send: (options?: { keepalive?: boolean }) => Promise<void>
}
const waiting = new Map<string, Waiting>()

/** Deletes a lead after the time to undo has passed. */
export function deleteLeadSoon(client: QueryClient, id: string): Deletion {
  let settle: (outcome: 'deleted' | 'undone' | Failure) => void = () => {}
  const done = new Promise<'deleted' | 'undone' | Failure>((resolve) => (settle = resolve))
  noteGone(id, { kind: 'deleted' })
  dropFromLists(client, id)
  store([...stored(), id])

  const send = async (options?: { keepalive?: boolean }) => {
    waiting.delete(id)
    settle(await sendDeletion(client, id, options))
  }
  waiting.set(id, { timer: setTimeout(() => void send(), UNDO_MS), send })

  return {
    done,
    undo: () => {
      const own = waiting.get(id)
      if (!own) return false
      clearTimeout(own.timer)
      waiting.delete(id)
      store(stored().filter((other) => other !== id))
      noteBack(id)
      refreshLists(client)
      settle('undone')
      return true
    },
  }
}

/**
 * Sends deletions that an earlier page left behind, and from now on those that are waiting when this page is
 * left. Returns the function that stops listening.
 */
export function resumeDeletions(client: QueryClient): () => void {
  for (const id of stored()) {
    noteGone(id, { kind: 'deleted' })
    void sendDeletion(client, id)
  }
  const flush = () => {
    for (const { timer, send } of waiting.values()) {
      clearTimeout(timer)
      void send({ keepalive: true })
    }
  }
  addEventListener('pagehide', flush)
  return () => removeEventListener('pagehide', flush)
}

/** Sends what still could be undone now, and waits for the answers. Never rejects. */
export async function sendWaitingDeletions(): Promise<void> {
  await Promise.all(
    [...waiting.values()].map(({ timer, send }) => {
      clearTimeout(timer)
      return send()
    }),
  )
}

async function sendDeletion(
  client: QueryClient,
  id: string,
  options: { keepalive?: boolean } = {},
): Promise<'deleted' | Failure> {
  try {
    await deleteLead(id, options)
  } catch (error) {
    if (!isNotFound(error)) {
      const failure = toFailure(error)
      // With no answer it may or may not have happened; the id stays for the next start.
      if (failure.kind !== 'network' || !options.keepalive) store(stored().filter((other) => other !== id))
      noteBack(id)
      refreshLists(client)
      return failure
    }
  }
  store(stored().filter((other) => other !== id))
  client.removeQueries({ queryKey: leadKeys.detail(id) })
  refreshLists(client)
  tellTabs({ kind: 'lists' })
  return 'deleted'
}

function stored(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return [] // storage is switched off, or someone else wrote there
  }
}

function store(ids: string[]): void {
  try {
    if (ids.length > 0) localStorage.setItem(STORAGE_KEY, JSON.stringify([...new Set(ids)]))
    else localStorage.removeItem(STORAGE_KEY)
  } catch {
    // Without storage a deletion still happens in this page.
  }
}
