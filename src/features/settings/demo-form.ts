import type { DemoDataSet } from '#lib/demo-controls.ts'

export const MAX_LEADS = 100_000
export const LEAD_PRESETS = [0, 500, 10_000, 100_000] as const

const MAX_SEED = 0xffff_ffff
const MAX_LATENCY_MS = 60_000

/** A whole number typed by a person, e.g. "10,000"; null when it is none or outside 0 to `max`. */
export function readWhole(text: string, max: number): number | null {
  const digits = text.replace(/[\s,.'’_]/g, '')
  if (!/^\d+$/.test(digits)) return null
  const value = Number(digits)
  return value <= max ? value : null
}

/** The data set that the two boxes name, or what is wrong with them. */
export function readDataSet(
  leads: string,
  seed: string,
): { kind: 'ok'; dataSet: DemoDataSet } | { kind: 'wrong'; leads: string | null; seed: string | null } {
  const count = readWhole(leads, MAX_LEADS)
  const root = readWhole(seed, MAX_SEED)
  if (count !== null && root !== null) return { kind: 'ok', dataSet: { leads: count, seed: root } }
  return {
    kind: 'wrong',
    leads: count === null ? `A whole number from 0 to ${MAX_LEADS.toLocaleString('en-US')}.` : null,
    seed: root === null ? `A whole number from 0 to ${MAX_SEED.toLocaleString('en-US')}.` : null,
  }
}

/** Milliseconds that each answer waits, or what is wrong with the text. Empty means none. */
export function readLatency(text: string): { ms: number; problem: null } | { ms: null; problem: string } {
  const ms = text.trim() === '' ? 0 : readWhole(text, MAX_LATENCY_MS)
  if (ms !== null) return { ms, problem: null }
  return { ms: null, problem: `Milliseconds from 0 to ${MAX_LATENCY_MS.toLocaleString('en-US')}.` }
}

/** A data set in words, e.g. "10,000 leads, seed 1". */
export function dataSetText({ leads, seed }: DemoDataSet): string {
  return `${leads === 1 ? '1 lead' : `${leads.toLocaleString('en-US')} leads`}, seed ${seed}`
}
