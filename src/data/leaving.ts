const stops = new Set<() => void>()
const starts = new Set<() => void>()

/**
 * Has `stop` called when the person signs out or goes to another organisation: whatever lives outside the
 * pages and works in their name ends then, and keeps nothing. Returns the function that takes it back.
 */
export function onLeave(stop: () => void): () => void {
  stops.add(stop)
  return () => stops.delete(stop)
}

/** Has `start` called when the person has arrived in another organisation. Returns the function that takes it back. */
export function onArrive(start: () => void): () => void {
  starts.add(start)
  return () => starts.delete(start)
}

/** Ends all of that. */
export function stopEverything(): void {
  for (const stop of stops) stop()
}

/** Begins again what ends when a person leaves. */
export function startAgain(): void {
  for (const start of starts) start()
}
