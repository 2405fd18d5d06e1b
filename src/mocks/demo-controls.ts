import type { DemoControls, DemoDataSet, DemoSettings } from '#lib/demo-controls.ts'
import type { DemoConditions } from './demo-protocol.ts'
import { checkDataSet, checkLatency, checkTexts, type DemoSession } from './demo-switches.ts'
import { createFaults, parseFaults, type Fault } from './faults.ts'
import { NAMED_SWITCHES } from './named-switches.ts'

/** What the controls do to the world; `browser.ts` has the real ones. */
export type DemoWorld = {
  remember: (session: DemoSession) => void
  /** Opens a data set; says whether its changes are stored. */
  open: (dataSet: DemoDataSet) => Promise<{ isPersistent: boolean }>
  startOver: () => Promise<void>
  /** Tells the engine; requests sent afterwards come under these conditions. */
  setConditions: (conditions: DemoConditions) => void
}

/** The page's side of the demo server: its switches, and what Settings may do with it. */
export type DemoPage = DemoControls & {
  latency: () => number
  fault: (method: string, path: string) => Fault | undefined
  setPersistent: (isPersistent: boolean) => void
  /** Tells the page that all data was replaced. */
  replaced: () => void
}

/**
 * Keeps the switches of this tab. Requests are counted against the failure rules from here on, so `@1` is the
 * first one since the page was loaded or the rules were set.
 */
export function createDemoPage(session: DemoSession, world: DemoWorld): DemoPage {
  let settings = session
  let faults = createFaults(parseFaults(session.fail))
  let isPersistent = true
  const listeners = new Set<() => void>()
  world.setConditions(session)

  function change(next: DemoSession): void {
    settings = next
    world.remember(next)
  }

  function replaced(): void {
    for (const listener of listeners) listener()
  }

  return {
    getSettings: (): DemoSettings => ({ ...settings, isPersistent }),
    namedSwitches: NAMED_SWITCHES,
    setSwitches(switches) {
      const latency = checkLatency(switches.latency ?? settings.latency)
      const next = { ...settings, ...checkTexts(switches), latency }
      if (switches.fail !== undefined) faults = createFaults(parseFaults(switches.fail))
      if (switches.switches !== undefined || switches.now !== undefined) world.setConditions(next)
      change(next)
    },
    async reset() {
      await world.startOver()
      replaced()
    },
    async changeDataSet(dataSet) {
      const { leads, seed } = checkDataSet({ ...settings, ...dataSet })
      change({ ...settings, leads, seed })
      const opened = await world.open({ leads, seed })
      isPersistent = opened.isPersistent
      replaced()
    },
    onDataReplaced(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    latency: () => settings.latency,
    fault: (method, path) => faults(method, path),
    setPersistent(value) {
      isPersistent = value
    },
    replaced,
  }
}
