import type { Change } from '#mocks/engine/state.ts'

/** What a data set was made from. Tabs that know the same birth make the same leads. */
export type Birth = {
  /** Random; another one means that the data set was started over. */
  id: string
  seed: number
  leads: number
  /** Milliseconds since the epoch when the data set was made; all its dates are relative to it. */
  now: number
  /** Of the code that makes the leads: stored changes don't fit leads that other code makes. */
  version: number
}

/** What one request wrote. Seqs grow. */
export type LogEntry = { seq: number; changes: Change[] }

/** How far a tab has read. */
export type Position = { birthId: string; seq: number }

/** The changes made to one data set since its birth, shared by all tabs that have it open. */
export type DemoLog = {
  /** False when the changes die with the tab. */
  readonly isPersistent: boolean
  /** The birth and all that happened since. Stores `wanted` when there is no birth yet or one of another kind. */
  open(wanted: Birth): Promise<{ birth: Birth; entries: LogEntry[] }>
  /** The entries after `position`, those included that another tab has just finished writing. */
  read: (position: Position) => Promise<LogEntry[] | 'replaced'>
  /**
   * Hands the entries after `position` to `decide` and stores what it returns, if anything, as one entry; no
   * other tab writes in between. `decide` must not wait. Rejects when nothing could be stored.
   */
  write(
    position: Position,
    decide: (entries: LogEntry[]) => Change[] | undefined,
  ): Promise<LogEntry | undefined | 'replaced'>
  /** Forgets everything and starts from `birth`. */
  startOver: (birth: Birth) => Promise<void>
  close: () => void
}

/** True when what was stored for the one can go on top of leads made for the other. */
export function isSameKind(a: Birth, b: Birth): boolean {
  return a.seed === b.seed && a.leads === b.leads && a.version === b.version
}

/** A log for where the browser stores nothing. */
export function createMemoryLog(): DemoLog {
  let birth: Birth | undefined
  let entries: LogEntry[] = []
  const since = (position: Position) => entries.filter((entry) => entry.seq > position.seq)
  return {
    isPersistent: false,
    async open(wanted) {
      if (!birth || !isSameKind(birth, wanted)) {
        birth = wanted
        entries = []
      }
      return { birth, entries: [...entries] }
    },
    async read(position) {
      return position.birthId === birth?.id ? since(position) : 'replaced'
    },
    async write(position, decide) {
      if (position.birthId !== birth?.id) return 'replaced'
      const changes = decide(since(position))
      if (!changes) return undefined
      const entry = { seq: (entries.at(-1)?.seq ?? 0) + 1, changes }
      entries.push(entry)
      return entry
    },
    async startOver(wanted) {
      birth = wanted
      entries = []
    },
    close() {},
  }
}
