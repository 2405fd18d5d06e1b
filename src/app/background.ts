import { startLog } from '#data/log.ts'
import { startOfflineCache } from '#data/offline-cache.ts'
import { startUndo } from '#data/undo.ts'
import { whenIdle } from '#lib/when-idle.ts'
import type { QueryClient } from '@tanstack/react-query'

import { startOthersChanges } from './others-changes.ts'
import { startUndoKeys } from './undo-keys.ts'
import { watchSkips } from './undo-actions.ts'

const loadStatus = () => import('./QueueStatus.tsx')
const loadPanel = () => import('./QueuePanel.tsx')
/** The first rows go first, in milliseconds. */
const AFTER_ROWS_MS = 1500

/**
 * What goes on behind the pages: what was done is sent and can be undone, what others do arrives. Its code comes
 * after the first rows. Returns the function that stops it.
 */
export function startBackground(client: QueryClient): () => void {
  const stops = [
    // The first change may be made when no code can be fetched any more. Failing is no matter: it is told then.
    whenIdle(() => void Promise.all([loadStatus(), loadPanel()]).catch(() => {}), AFTER_ROWS_MS),
    startOfflineCache(client),
    startUndo(client),
    startLog(client),
    watchSkips(client),
    startUndoKeys(client),
    startOthersChanges(client),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
