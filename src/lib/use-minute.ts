import { useSyncExternalStore } from 'react'

const MINUTE = 60_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

/** The beginning of the present minute, in milliseconds; draws again with each minute on the clock. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, presentMinute)
}

function presentMinute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    wait()
    document.addEventListener('visibilitychange', tell)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tell)
  }
}

function wait(): void {
  timer = setTimeout(
    () => {
      tell()
      wait()
    },
    MINUTE - (Date.now() % MINUTE) + 20,
  )
}

/** A clock that stood still in a hidden tab is right as soon as the tab is looked at. */
function tell(): void {
  for (const listener of listeners) listener()
}
