import type { Opportunity } from '#model/lead.ts'

import { STATUS_TYPES, statusType, type StatusType } from './opportunity-status.ts'

/** What the opportunities of one currency and one kind are worth together, in cents, by how it is paid. */
export type OpportunityTotal = {
  currency: string
  kind: StatusType
  one_time: number
  monthly: number
  annual: number
}

/**
 * What the open, the won and the lost opportunities are worth, one line per kind and currency, in the order they
 * first occur. One payment and one a month are never added up. Source: contract 11.
 */
export function opportunityTotals(opportunities: readonly Opportunity[]): OpportunityTotal[] {
  const totals = new Map<string, OpportunityTotal>()
  for (const kind of STATUS_TYPES) {
    for (const opportunity of opportunities) {
      if (statusType(opportunity.status_type) !== kind || !opportunity.value) continue
      const currency = opportunity.value_currency ?? ''
      const key = `${kind} ${currency}`
      const total = totals.get(key) ?? { currency, kind, one_time: 0, monthly: 0, annual: 0 }
      const period = opportunity.value_period
      total[period === 'monthly' || period === 'annual' ? period : 'one_time'] += opportunity.value
      totals.set(key, total)
    }
  }
  return [...totals.values()]
}
