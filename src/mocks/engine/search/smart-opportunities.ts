import { userName } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import type { LeadFacts } from './lead-facts.ts'
import { countOf, present, smart, type SmartField, type SmartKind, type SmartValue } from './smart-field.ts'

const PERIODS = ['one_time', 'monthly', 'annual'] as const
const STATUS_TYPES = ['active', 'won', 'lost'] as const

/** Payments of one period that fall into a year. Source: contract 11, "Annualised". */
const PER_YEAR: Record<string, number> = { one_time: 1, monthly: 12, annual: 1 }

const MEASURES: Record<string, (values: number[]) => number> = {
  total: (values) => values.reduce((sum, value) => sum + value, 0),
  avg: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
}

/** Smart Fields that come from a lead's opportunities. Source: contract 15, "opportunities"; money in cents. */
export const OPPORTUNITY_SMART_FIELDS: readonly SmartField[] = [
  ...smart('number', ['opportunity'], {
    num_opportunities: (facts) => facts.opportunities.length,
    ...named(STATUS_TYPES, (type) => [
      `num_${type}_opportunities`,
      (facts) => countOf(facts.opportunities, (opportunity) => typeOf(facts, opportunity) === type),
    ]),
    ...named(PERIODS, (period) => [
      `num_${period}_opportunities`,
      (facts) => countOf(facts.opportunities, (opportunity) => opportunity['value_period'] === period),
    ]),
    ...sums(),
  }),
  ...primary('number', { value: (rec) => rec['value'], confidence: (rec) => rec['confidence'] }),
  ...primary('text', {
    period: (rec) => rec['value_period'],
    status: (rec, facts) => statusOf(facts, rec)?.['label'],
    status_label: (rec, facts) => statusOf(facts, rec)?.['label'],
    status_type: (rec, facts) => typeOf(facts, rec),
    pipeline_id: (rec, facts) => statusOf(facts, rec)?.['pipeline_id'],
    pipeline_name: (rec, facts) =>
      facts.reader.get('pipeline', textOf(statusOf(facts, rec), 'pipeline_id') ?? '')?.['name'],
    user_name: (rec, facts) => userName(facts.reader, rec['user_id']),
  }),
  ...primary('user', { user_id: (rec) => rec['user_id'] }),
  ...primary('date', { date_won: (rec) => rec['date_won'] }),
  ...primary('moment', { created: (rec) => rec['date_created'], updated: (rec) => rec['date_updated'] }),
]

/** `{total,avg,min,max}_{one_time,monthly,annual,annualized}[_{active,won,lost}]_opportunity_value`. */
function sums(): Record<string, SmartValue> {
  const values: Record<string, SmartValue> = {}
  for (const [measure, measureOf] of Object.entries(MEASURES)) {
    for (const period of [...PERIODS, 'annualized']) {
      for (const type of [undefined, ...STATUS_TYPES]) {
        const name = [measure, period, type, 'opportunity_value'].filter(Boolean).join('_')
        values[name] = (facts) => {
          const amounts = facts.opportunities
            .filter((opportunity) => period === 'annualized' || opportunity['value_period'] === period)
            .filter((opportunity) => type === undefined || typeOf(facts, opportunity) === type)
            .map((opportunity) => amountOf(opportunity, period))
            .filter((amount) => amount !== undefined)
          return amounts.length > 0 ? measureOf(amounts) : undefined
        }
      }
    }
  }
  return values
}

function amountOf(opportunity: Rec, period: string): number | undefined {
  const value = opportunity['value']
  if (typeof value !== 'number') return undefined
  return period === 'annualized' ? value * (PER_YEAR[textOf(opportunity, 'value_period') ?? ''] ?? 1) : value
}

function primary(
  kind: SmartKind,
  aspects: Record<string, (opportunity: Rec, facts: LeadFacts) => unknown>,
): SmartField[] {
  const entries = Object.entries(aspects).map(([name, of]): [string, SmartValue] => [
    `primary_opportunity_${name}`,
    (facts) => {
      const opportunity = primaryOpportunity(facts)
      return opportunity && present(of(opportunity, facts))
    },
  ])
  return smart(kind, ['opportunity'], Object.fromEntries(entries))
}

/** The newest active opportunity, or the newest of any when none is active. */
function primaryOpportunity(facts: LeadFacts): Rec | undefined {
  const active = facts.opportunities.filter((opportunity) => typeOf(facts, opportunity) === 'active')
  const among = active.length > 0 ? active : facts.opportunities
  let newest = among[0]
  for (const opportunity of among) {
    if (newest && createdAt(opportunity) > createdAt(newest)) newest = opportunity
  }
  return newest
}

function createdAt(opportunity: Rec): string {
  return textOf(opportunity, 'date_created') ?? ''
}

function statusOf(facts: LeadFacts, opportunity: Rec): Rec | undefined {
  return facts.reader.get('opportunity_status', textOf(opportunity, 'status_id') ?? '')
}

function typeOf(facts: LeadFacts, opportunity: Rec): unknown {
  return statusOf(facts, opportunity)?.['type'] ?? opportunity['status_type']
}

function named(
  keys: readonly string[],
  entry: (key: string) => [string, SmartValue],
): Record<string, SmartValue> {
  return Object.fromEntries(keys.map(entry))
}
