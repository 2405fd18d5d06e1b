import type { DemoDataSet, DemoSwitches } from '#lib/demo-controls.ts'
import { parseFaults } from './faults.ts'

/** What one tab of the demo was told in its address. */
export type DemoSession = DemoDataSet & DemoSwitches

export const DEFAULT_SESSION: DemoSession = { leads: 500, seed: 1, latency: 0, fail: '' }

export const MAX_LEADS = 100_000
const MAX_SEED = 0xffff_ffff
const MAX_LATENCY = 600_000

/** What the address says on top of what the tab remembers. */
export type AddressReading = {
  session: DemoSession
  /** True when the address asks for fresh data: once, it is not remembered. */
  reset: boolean
  /** The address's query without the demo's parameters, with its `?` unless it is empty; others stay as they are. */
  search: string
}

/**
 * Reads `demo-leads`, `demo-seed`, `demo-reset`, `demo-latency` and `demo-fail` from a query such as `?a=1&demo-seed=2`.
 * An empty value goes back to the default. Throws an `Error` fit for a screen when a value makes no sense.
 */
export function readAddress(search: string, remembered: unknown): AddressReading {
  const params = new URLSearchParams(search)
  const told = (name: string) => params.get(`demo-${name}`)
  const known = isSession(remembered) ? remembered : DEFAULT_SESSION
  const number = (name: 'leads' | 'seed' | 'latency', max: number) =>
    toNumber(`demo-${name}`, told(name), max, known[name], DEFAULT_SESSION[name])
  const fail = told('fail') ?? known.fail
  parseFaults(fail)
  return {
    session: {
      leads: number('leads', MAX_LEADS),
      seed: number('seed', MAX_SEED),
      latency: number('latency', MAX_LATENCY),
      fail,
    },
    reset: told('reset') !== null,
    search: withoutDemoParams(search),
  }
}

/** Checks a data set that comes from elsewhere than the address. Throws an `Error` fit for a screen. */
export function checkDataSet({ leads, seed }: DemoDataSet): DemoDataSet {
  return {
    leads: toNumber('leads', String(leads), MAX_LEADS, leads, leads),
    seed: toNumber('seed', String(seed), MAX_SEED, seed, seed),
  }
}

/** Checks milliseconds that come from elsewhere than the address. Throws an `Error` fit for a screen. */
export function checkLatency(latency: number): number {
  return toNumber('latency', String(latency), MAX_LATENCY, latency, latency)
}

/** Whether a tab's memory, which older code may have written, still makes sense. */
function isSession(value: unknown): value is DemoSession {
  if (typeof value !== 'object' || value === null) return false
  const { leads, seed, latency, fail } = value as Partial<DemoSession>
  try {
    checkDataSet({ leads: Number(leads), seed: Number(seed) })
    parseFaults(String(fail))
  } catch {
    return false
  }
  return [leads, seed, latency].every(Number.isInteger) && typeof fail === 'string'
}

function toNumber(name: string, text: string | null, max: number, known: number, initial: number): number {
  if (text === null) return known
  if (text === '') return initial
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= max) return value
  throw new Error(`"${name}" must be a whole number from 0 to ${max}, not "${text}".`)
}

function withoutDemoParams(search: string): string {
  const pairs = search.replace(/^\?/, '').split('&')
  const kept = pairs.filter((pair) => pair !== '' && !/^demo-(leads|seed|reset|latency|fail)(=|$)/.test(pair))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}
