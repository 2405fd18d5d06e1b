import { formatMoney } from './money.ts'
import { textOf } from './record.ts'
import type { Rec } from './state.ts'
import { opportunityWorth } from './view/opportunity-view.ts'

const PERIODS = ['one_time', 'monthly', 'annual'] as const
const SUMS = ['total', 'expected'] as const

/**
 * The aggregates of an opportunity list: how many of each period, and cents per period and a year, plain and
 * weighted with the confidence, each with display text. A period that does not occur has value 0, no text, and
 * no count. A year is worth one-time + annual + 12 × monthly. Source: Opportunities; contract 11.
 */
export function opportunityTotals(opportunities: readonly Rec[], currency: string): Record<string, unknown> {
  const counts: Record<string, number> = {}
  const cents = new Map<string, number>()
  const add = (key: string, amount: number) => cents.set(key, (cents.get(key) ?? 0) + amount)
  for (const opportunity of opportunities) {
    const period = textOf(opportunity, 'value_period') ?? 'one_time'
    const worth = opportunityWorth(opportunity)
    counts[period] = (counts[period] ?? 0) + 1
    add(`total_value_${period}`, worth.value)
    add('total_value_annualized', worth.annualized)
    add(`expected_value_${period}`, worth.expected)
    add('expected_value_annualized', worth.annualizedExpected)
  }
  const totals: Record<string, unknown> = { count_by_value_period: counts }
  for (const sum of SUMS) {
    for (const period of [...PERIODS, 'annualized']) {
      const key = `${sum}_value_${period}`
      const amount = cents.get(key)
      totals[key] = amount ?? 0
      totals[`${key}_formatted`] = amount === undefined ? null : formatMoney(amount, currency)
    }
  }
  return totals
}
