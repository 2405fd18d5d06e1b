import type { Company } from './companies.ts'

/** A lead while its parts are made. */
export type LeadFrame = {
  id: string
  ownerId: string
  company: Company
  statusLabel: string
  created: number
  /** The timestamp of `created`. */
  date: string
}
