import type { DemoDataSet, DemoSwitches } from '#lib/demo-controls.ts'
import { readClock } from './clock.ts'
import { parseFaults } from './faults.ts'
import { readSwitches } from './named-switches.ts'

/** What one tab of the demo was told in its address. */
export type DemoSession = DemoDataSet & DemoSwitches

export const DEFAULT_SESSION: DemoSession = {
  leads: 500,
  seed: 1,
  latency: 0,
  fail: '',
  switches: '',
  now: '',
}

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
 * Reads the demo's parameters from a query such as `?a=1&demo-seed=2`: `demo-leads`, `demo-empty` (no leads),
 * `demo-seed`, `demo-reset`, `demo-latency`, `demo-fail`, `demo-switch` and `demo-now`. An empty value goes back to the default. Throws an `Error` fit for a screen when a value makes no sense.
 */
export function readAddress(search: string, remembered: unknown): AddressReading {
  const params = new URLSearchParams(search)
  const told = (name: string) => params.get(`demo-${name}`)
  const known = recallSession(remembered)
  const number = (name: 'leads' | 'seed' | 'latency', max: number) =>
    toNumber(`demo-${name}`, told(name), max, known[name], DEFAULT_SESSION[name])
  const texts = checkTexts({
    fail: told('fail') ?? known.fail,
    switches: told('switch') ?? known.switches,
    now: told('now') ?? known.now,
  })
  return {
    session: {
      leads: told('empty') === null ? number('leads', MAX_LEADS) : 0,
      seed: number('seed', MAX_SEED),
      latency: number('latency', MAX_LATENCY),
      ...texts,
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

/** Checks what is written in the demo's own small languages. Throws an `Error` fit for a screen. */
export function checkTexts<T extends Partial<Pick<DemoSession, 'fail' | 'switches' | 'now'>>>(texts: T): T {
  if (texts.fail !== undefined) parseFaults(texts.fail)
  if (texts.switches !== undefined) readSwitches(texts.switches)
  if (texts.now) readClock(texts.now)
  return texts
}

/** A tab's memory, or the defaults where older code has written what no longer makes sense. */
function recallSession(remembered: unknown): DemoSession {
  const known = Object.assign({}, DEFAULT_SESSION, remembered)
  const texts = [known.fail, known.switches, known.now]
  try {
    checkDataSet(known)
    checkLatency(known.latency)
    if (texts.every((text) => typeof text === 'string')) return checkTexts(known)
  } catch {
    // as if nothing were remembered
  }
  return DEFAULT_SESSION
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
  const kept = pairs.filter(
    (pair) => pair !== '' && !/^demo-(leads|empty|seed|reset|latency|fail|switch|now)(=|$)/.test(pair),
  )
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}
