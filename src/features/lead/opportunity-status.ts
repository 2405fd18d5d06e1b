import type { Opportunity } from '#model/lead.ts'
import type { Pipeline } from '#model/organization.ts'

export const STATUS_TYPES = ['active', 'won', 'lost'] as const
export type StatusType = (typeof STATUS_TYPES)[number]

/** The type of a status; what the contract does not know counts as active. Source: contract 11. */
export function statusType(type: string | null | undefined): StatusType {
  return type === 'won' || type === 'lost' ? type : 'active'
}

/**
 * An opportunity with the label, type and pipeline of the status it has now: what the server said of them is of
 * the status before an edit that is on its way. One that it does not know yet is in the organisation's currency.
 */
export function withStatus(
  opportunity: Opportunity,
  pipelines: readonly Pipeline[],
  currency: string | null | undefined,
): Opportunity {
  const known = { ...opportunity, value_currency: opportunity.value_currency ?? currency }
  for (const { name, statuses } of pipelines) {
    const status = statuses.find(({ id }) => id === opportunity.status_id)
    if (status) return { ...known, status_label: status.label, status_type: status.type, pipeline_name: name }
  }
  return known
}
