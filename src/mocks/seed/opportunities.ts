import { formatMoney } from '#mocks/engine/money.ts'
import { numberOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { addActivity } from './add-activity.ts'
import { dateOf, stampOf } from './calendar.ts'
import type { MadeContact } from './contacts.ts'
import { PRIORITIES, PRODUCTS } from './fields.ts'
import type { LeadFrame } from './lead-frame.ts'
import { momentBetween, type Maker } from './maker.ts'
import { Dice } from './random.ts'
import type { Setup } from './setup.ts'
import { NOTES_ON_OPPORTUNITIES } from './texts.ts'

const PERIODS = ['one_time', 'one_time', 'monthly', 'annual']

/** A deal, most likely won when the lead is a customer. */
export function makeOpportunity(
  maker: Maker,
  frame: LeadFrame,
  contacts: readonly MadeContact[],
  side: Maker,
): void {
  const { dice, setup, now } = maker
  const wanted = frame.statusLabel === 'Customer' && dice.chance(0.6) ? 'won' : undefined
  const statuses = setup.opportunityStatuses.filter(({ type }) => wanted === undefined || type === wanted)
  const status = dice.pick(statuses)
  const created = momentBetween(dice, frame.created, now)
  const closed = momentBetween(dice, created, now)
  const isOpen = status.type === 'active'
  const euros = dice.chance(0.15) ? dice.between(20_000, 400_000) : dice.between(2, 90) * 100
  const date = stampOf(created)
  const opportunity: Rec = {
    id: maker.newId('oppo_'),
    organization_id: setup.organizationId,
    lead_id: frame.id,
    contact_id: contacts.length > 0 && dice.chance(0.7) ? dice.pick(contacts).id : null,
    user_id: frame.ownerId,
    status_id: status.id,
    value: dice.chance(0.05) ? null : euros * 100 + (dice.chance(0.1) ? dice.below(100) : 0),
    value_period: dice.pick(PERIODS),
    confidence: isOpen ? dice.between(1, 19) * 5 : status.type === 'won' ? 100 : 0,
    note: dice.chance(0.5) ? dice.pick(NOTES_ON_OPPORTUNITIES) : '',
    date_won: status.type === 'won' ? dateOf(closed) : null,
    date_lost: status.type === 'lost' ? stampOf(closed) : null,
    created_by: frame.ownerId,
    updated_by: frame.ownerId,
    date_created: date,
    date_updated: isOpen ? date : stampOf(closed),
  }
  if (dice.chance(0.4)) opportunity[setup.keys.months] = dice.pick([12, 24, 36])
  if (dice.chance(0.2)) opportunity[setup.keys.priority] = dice.pick(PRIORITIES)
  addLaterValues(opportunity, setup)
  maker.put('opportunity', opportunity)
  if (maker.isRich && !isOpen) logClosing(side, frame, opportunity, closed)
}

/** Values of fields that came later, by chance of their own: nothing else of the data set changes with them. */
function addLaterValues(opportunity: Rec, { keys, userIds, formerColleague }: Setup): void {
  const dice = new Dice(Number.parseInt(opportunity.id.slice(-6), 36))
  if (dice.chance(0.5)) opportunity[keys.products] = dice.some(PRODUCTS, dice.between(1, 3))
  if (dice.chance(0.3)) opportunity[keys.engineer] = dice.pick([...userIds, formerColleague.id])
}

/** The change from its pipeline's first status to the one that closed it. */
function logClosing(maker: Maker, frame: LeadFrame, opportunity: Rec, at: number): void {
  const { opportunityStatuses: statuses } = maker.setup
  const to = statuses.find(({ id }) => id === opportunity['status_id'])
  const from = statuses.find(({ pipelineId }) => pipelineId === to?.pipelineId)
  if (!to || !from) return
  const value = numberOf(opportunity, 'value')
  const period = textOf(opportunity, 'value_period')
  addActivity(maker, frame, 'OpportunityStatusChange', at, {
    contact_id: opportunity['contact_id'],
    ...sideOf('old', from),
    ...sideOf('new', to),
    opportunity_id: opportunity.id,
    opportunity_value: value,
    opportunity_value_formatted: value === null ? null : formatMoney(value, 'USD', period),
    opportunity_value_currency: 'USD',
    opportunity_value_period: period,
    opportunity_confidence: opportunity['confidence'],
    opportunity_date_won: opportunity['date_won'],
  })
}

function sideOf(side: 'old' | 'new', status: Setup['opportunityStatuses'][number]): Record<string, unknown> {
  return {
    [`${side}_status_id`]: status.id,
    [`${side}_status_label`]: status.label,
    [`${side}_status_type`]: status.type,
    [`${side}_pipeline_id`]: status.pipelineId,
    [`${side}_pipeline_name`]: status.pipelineName,
  }
}
