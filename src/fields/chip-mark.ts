/** What the last edit of one value among several is doing. */
export type ChipMark =
  | {
      kind: 'pending'
      op: 'add' | 'remove'
      /** It cannot be sent at the moment: why, and how to try at once. */
      waits?: { message: string; retry: () => void }
    }
  | {
      kind: 'failed'
      op: 'add' | 'remove'
      /** Why, in a sentence. */
      message: string
      retry: () => void
      discard: () => void
    }

/** The values to draw: those there are, then those whose adding is under way or failed. */
export function shownValues(values: readonly string[], marks: ReadonlyMap<string, ChipMark>): string[] {
  const added = [...marks].filter(([, mark]) => mark.op === 'add').map(([value]) => value)
  return [...new Set([...values, ...added])]
}
