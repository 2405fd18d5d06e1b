/** What the last edit of a value is doing. */
export type SaveState<T = unknown> =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** It cannot be sent at the moment and is tried again by itself. */
  | { kind: 'waiting'; message: string; retry: () => void }
  | {
      kind: 'failed'
      /** Why, in a sentence. */
      message: string
      /** What the person wanted; shown for editing in place of the value. */
      wanted?: T | undefined
      /** Somebody else changed the value meanwhile: `retry` sets mine all the same, `discard` keeps theirs. */
      conflict?: Conflict<T> | undefined
      retry: () => void
      discard: () => void
    }

export type Conflict<T = unknown> = {
  /** What it was when the person changed it. */
  base: T | undefined
  /** What it is now. */
  theirs: T | undefined
  /** Who did it and when, in ISO 8601, as far as the event log tells. */
  by?: { name: string; at: string } | undefined
}

export const SAVED: SaveState<never> = { kind: 'saved' }
