import { slowDownUntil, subscribeToSlowDown } from '#api/slow-down.ts'
import { useSyncExternalStore } from 'react'

/** When requests that the server refused as too many go out again, in milliseconds since the epoch; else null. */
export function useSlowDown(): number | null {
  return useSyncExternalStore(subscribeToSlowDown, slowDownUntil)
}
