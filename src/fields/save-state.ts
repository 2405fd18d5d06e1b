/** What the last edit of a value is doing. */
export type SaveState<T = unknown> =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | {
      kind: 'failed'
      /** Why, in a sentence. */
      message: string
      /** What the person wanted; shown for editing in place of the value. */
      wanted?: T | undefined
      retry: () => void
      discard: () => void
    }

export const SAVED: SaveState<never> = { kind: 'saved' }
