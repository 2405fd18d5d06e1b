import { formatMoney } from '#fields/value-format.ts'
import type { Opportunity } from '#model/lead.ts'

import { opportunityTotals, type OpportunityTotal } from './opportunity-totals.ts'

/** What opportunities are worth together: a line for each kind and currency. */
export function OpportunityTotals({ opportunities }: { opportunities: readonly Opportunity[] }) {
  const totals = opportunityTotals(opportunities)
  if (totals.length === 0) return null
  const hasCurrencies = new Set(totals.map(({ currency }) => currency)).size > 1
  return (
    <dl aria-label="Totals" className="mt-1 flex flex-col gap-0.5 border-t border-line pt-2 text-xs">
      {totals.map((total) => (
        <div key={`${total.kind} ${total.currency}`} className="flex gap-2">
          <dt className="text-muted">
            {KINDS[total.kind]}
            {hasCurrencies && total.currency && `, ${total.currency}`}
          </dt>
          <dd className={total.kind === 'lost' ? `${AMOUNT} text-faint` : `${AMOUNT} font-medium`}>
            {totalText(total)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const KINDS = { active: 'Open', won: 'Won', lost: 'Lost' }
const AMOUNT = 'ml-auto text-right tabular-nums'

function totalText(total: OpportunityTotal): string {
  return (['one_time', 'monthly', 'annual'] as const)
    .filter((period) => total[period] !== 0)
    .map((period) => formatMoney(total[period], total.currency, period))
    .join(' + ')
}
