import { DateText } from '#fields/DateText.tsx'
import { MoneyText } from '#fields/MoneyText.tsx'
import { formatMoney } from '#fields/value-format.ts'
import type { Opportunity } from '#model/lead.ts'
import { Chip } from '#ui/Chip.tsx'

import { opportunityTotals, type OpportunityTotal } from './opportunity-totals.ts'
import { PaneSection } from './PaneSection.tsx'

/** A lead's opportunities, open ones first, with what they are worth together. */
export function OpportunityList({ opportunities }: { opportunities: readonly Opportunity[] }) {
  const ordered = [...opportunities].sort((a, b) => rankOf(a) - rankOf(b))
  const totals = opportunityTotals(opportunities)
  return (
    <PaneSection title="Opportunities" count={opportunities.length}>
      {opportunities.length === 0 && <p className="text-sm text-faint">None yet.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {ordered.map((opportunity) => (
          <li key={opportunity.id} className="flex min-w-0 flex-col gap-0.5 py-1.5">
            <div className="flex min-w-0 items-center gap-2">
              <span className="font-medium">
                {opportunity.value === null || opportunity.value === undefined ? (
                  'No value'
                ) : (
                  <MoneyText
                    cents={opportunity.value}
                    currency={opportunity.value_currency}
                    period={opportunity.value_period}
                  />
                )}
              </span>
              <Chip label={opportunity.status_label ?? 'No status'} tone={TONES[kindOf(opportunity)]} />
            </div>
            <p className="flex flex-wrap gap-x-2 text-xs text-muted">
              {kindOf(opportunity) === 'active' && typeof opportunity.confidence === 'number' && (
                <span>{opportunity.confidence} % confident</span>
              )}
              {opportunity.date_won && (
                <span>
                  {kindOf(opportunity) === 'won' ? 'Won ' : 'Expected '}
                  <DateText iso={opportunity.date_won} />
                </span>
              )}
              {typeof opportunity['date_lost'] === 'string' && kindOf(opportunity) === 'lost' && (
                <span>
                  Lost <DateText iso={opportunity['date_lost']} />
                </span>
              )}
              {opportunity.pipeline_name && <span>{opportunity.pipeline_name}</span>}
              {opportunity.contact_name && <span>{opportunity.contact_name}</span>}
              {opportunity.user_name && <span>{opportunity.user_name}</span>}
            </p>
            {opportunity.note && <p className="text-xs wrap-break-word text-muted">{opportunity.note}</p>}
          </li>
        ))}
      </ul>
      {totals.length > 0 && (
        <dl className="mt-1 flex flex-col gap-0.5 border-t border-line pt-2 text-xs">
          {totals.map((total) => (
            <div key={`${total.kind} ${total.currency}`} className="flex gap-2">
              <dt className="text-muted">
                {total.kind === 'won' ? 'Won' : 'Open'}
                {total.currency && `, ${total.currency}`}
              </dt>
              <dd className="ml-auto font-medium tabular-nums">{totalText(total)}</dd>
            </div>
          ))}
        </dl>
      )}
    </PaneSection>
  )
}

const PERIODS = ['one_time', 'monthly', 'annual'] as const
const RANKS = { active: 0, won: 1, lost: 2 }
const TONES = { active: 'accent', won: 'good', lost: 'neutral' } as const

function kindOf(opportunity: Opportunity): 'active' | 'won' | 'lost' {
  const type = opportunity.status_type
  return type === 'won' || type === 'lost' ? type : 'active'
}

function rankOf(opportunity: Opportunity): number {
  return RANKS[kindOf(opportunity)]
}

function totalText(total: OpportunityTotal): string {
  return PERIODS.filter((period) => total[period] !== 0)
    .map((period) => formatMoney(total[period], total.currency, period))
    .join(' + ')
}
