import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { readKnown } from '#mocks/engine/http/validate.ts'
import { leadStatusLabel } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import { statusKeys } from '#mocks/engine/writes/opportunities.ts'
import type { ActivityKind } from './kind.ts'

/**
 * Status changes are logged by updates of leads and opportunities. One that is posted by hand does not change
 * the lead, and deleting one does not change it back. Source: Status changes; contract 13.
 */
export const LEAD_STATUS_CHANGE: ActivityKind = {
  type: 'LeadStatusChange',
  path: 'status_change/lead',
  writes: ['POST', 'DELETE'],
  read({ call, body, problems }) {
    const status = check.reference((id) => call.tx.get('lead_status', id))
    const given = readKnown(
      body,
      {
        old_status_id: status,
        new_status_id: status,
        old_status_label: check.text,
        new_status_label: check.text,
      },
      problems,
      ['old_status_id', 'new_status_id'],
    )
    return {
      old_status_id: given['old_status_id'],
      old_status_label: given['old_status_label'] ?? leadStatusLabel(call.tx, given['old_status_id']),
      new_status_id: given['new_status_id'],
      new_status_label: given['new_status_label'] ?? leadStatusLabel(call.tx, given['new_status_id']),
    }
  },
}

/** The same for opportunities, with what the named opportunity is worth. Source: contract 13. */
export const OPPORTUNITY_STATUS_CHANGE: ActivityKind = {
  type: 'OpportunityStatusChange',
  path: 'status_change/opportunity',
  writes: ['POST', 'DELETE'],
  read({ call, body, leadId, problems }) {
    const status = check.reference((id) => call.tx.get('opportunity_status', id))
    const given = readKnown(
      body,
      {
        old_status_id: status,
        new_status_id: status,
        opportunity_id: check.nullable(
          check.reference((id) => call.tx.get('opportunity', id)?.['lead_id'] === leadId),
        ),
      },
      problems,
      ['old_status_id', 'new_status_id'],
    )
    return {
      ...statusKeys(call, 'old', statusNamed(call, given['old_status_id'])),
      ...statusKeys(call, 'new', statusNamed(call, given['new_status_id'])),
      ...opportunityKeys(call, given['opportunity_id']),
    }
  },
}

function statusNamed(call: Call, id: unknown) {
  return typeof id === 'string' ? call.tx.get('opportunity_status', id) : undefined
}

function opportunityKeys(call: Call, id: unknown): Record<string, unknown> {
  const opportunity = typeof id === 'string' ? call.tx.get('opportunity', id) : undefined
  return {
    opportunity_id: opportunity?.id ?? null,
    opportunity_value: opportunity?.['value'] ?? null,
    opportunity_value_currency: textOf(opportunity, 'value_currency'),
    opportunity_value_period: textOf(opportunity, 'value_period'),
    opportunity_confidence: opportunity?.['confidence'] ?? null,
    opportunity_date_won: textOf(opportunity, 'date_won'),
  }
}
