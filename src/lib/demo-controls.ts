/** Which made-up data the demo shows. Each pair is a data set of its own, kept apart from the others. */
export type DemoDataSet = {
  /** Number of leads made at first, 0 to 100,000. */
  leads: number
  /** Another seed, other leads. */
  seed: number
}

/** How the demo server misbehaves on purpose. */
export type DemoSwitches = {
  /** Milliseconds that each answer waits. */
  latency: number
  /** Rules for requests that fail, as in `PUT /lead/* 500@1, GET /me/ network`; empty for none. */
  fail: string
  /** Named switches of the server, as in `slowMerge=3000,emptyDeletes`; empty for none. */
  switches: string
  /** Where the server's clock stands still, an ISO date; empty for the real clock. */
  now: string
}

/** One of the server's named switches, for a help text. */
export type SwitchDescription = {
  name: string
  /** How it is written, e.g. `slowMerge=N`. */
  usage: string
  /** Its value unless it is given. */
  initial: string
  does: string
}

export type DemoSettings = DemoDataSet &
  DemoSwitches & {
    /** False when the browser allows no storage: changes are then lost at the next load. */
    isPersistent: boolean
  }

/** What a page may ask of the demo server behind it. Only the demo build publishes one. */
export type DemoControls = {
  getSettings: () => DemoSettings
  namedSwitches: readonly SwitchDescription[]
  /** Takes effect with the next request, in this tab only. Throws an `Error` that names what it can't read. */
  setSwitches: (switches: Partial<DemoSwitches>) => void
  /** Drops every change ever made to the data set. Resolves when requests see the fresh data. */
  reset: () => Promise<void>
  /** Moves this tab to another data set. Resolves when requests see it. */
  changeDataSet: (dataSet: Partial<DemoDataSet>) => Promise<void>
  /**
   * Calls `listener` when all data was replaced, by this tab or by a reset in another one: whatever was
   * read before is worth nothing. Returns the function that stops it.
   */
  onDataReplaced: (listener: () => void) => () => void
}

declare global {
  interface Window {
    __leadlightDemo?: DemoControls
  }
}

/** The controls of the demo server, or undefined when the app talks to a live API. */
export function getDemoControls(): DemoControls | undefined {
  return globalThis.window?.__leadlightDemo
}
