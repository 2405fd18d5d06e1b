import type { EngineSwitches } from '#mocks/engine/switches.ts'
import type { ContractApi } from './api.ts'

/** One rule of the API's contract and how to see that a server keeps it. */
export type ContractCase = {
  /** The section of the contract, e.g. `8.6`. */
  section: string
  /** What the contract says, in our own words. */
  rule: string
  /** What the organisation's server is told beforehand; mostly nothing. */
  switches: EngineSwitches
  /** Runs against an organisation of its own, without leads. Throws where the rule is broken. */
  run: (api: ContractApi) => Promise<void>
}

type Run = ContractCase['run']

/** The rules of one section, each with its proof. */
export function section(number: string, rules: Record<string, Run>, switches: EngineSwitches = {}) {
  return Object.entries(rules).map(([rule, run]): ContractCase => ({ section: number, rule, switches, run }))
}
