import { numberOf, textOf } from '#mocks/engine/record.ts'
import { smartField } from '#mocks/engine/search/smart-fields.ts'
import { momentOf } from '#mocks/engine/stamp.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { SWITCH_DEFAULTS } from '#mocks/engine/switches.ts'
import { opportunityStatus } from './opportunity-view.ts'
import type { View, ViewContext } from './view.ts'

const DAY = 24 * 3_600_000

/** Keys of an opportunity that are sent only where `_fields` names them. Source: contract 11. */
export const OPPORTUNITY_EXTRAS: View = {
  is_stalled: isStalled,
  lead_primary_email: (reader, opportunity, ctx) => ofLead(reader, opportunity, 'primary_email', ctx),
  lead_primary_phone: (reader, opportunity, ctx) => ofLead(reader, opportunity, 'primary_phone', ctx),
}

/**
 * Whether an active opportunity has not moved for long: neither it nor anything on its lead [guess: the rule]. The
 * `stalledAfterDays` switch says how long.
 */
export function isStalled(reader: Reader, opportunity: Rec, ctx: ViewContext): boolean {
  const days = numberOf(ctx.switches, 'stalledAfterDays') ?? SWITCH_DEFAULTS.stalledAfterDays
  if (days === 0 || opportunityStatus(reader, opportunity)?.['type'] !== 'active') return false
  const limit = ctx.now - days * DAY
  if (momentOf(textOf(opportunity, 'date_updated') ?? '') > limit) return false
  return reader
    .childrenOf('activity', textOf(opportunity, 'lead_id') ?? '')
    .every((activity) => momentOf(textOf(activity, 'activity_at') ?? '') <= limit)
}

function ofLead(reader: Reader, opportunity: Rec, name: string, ctx: ViewContext): unknown {
  const lead = reader.get('lead', textOf(opportunity, 'lead_id') ?? '')
  return (lead && smartField(reader, lead, name, ctx)) ?? null
}
