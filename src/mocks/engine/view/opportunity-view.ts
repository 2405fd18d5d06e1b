import { contactNameOf, leadNameOf, organization, userName } from '#mocks/engine/lookups.ts'
import { formatMoney } from '#mocks/engine/money.ts'
import { numberOf, textOf } from '#mocks/engine/record.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { AUTHORED_BY_NAME } from './authored.ts'
import { integrationLinks } from './integration-links.ts'
import { derived, stored, type View } from './view.ts'

const PAYMENTS_A_YEAR: Record<string, number> = { monthly: 12 }

/** The status of an opportunity; undefined when it is gone. */
export function opportunityStatus(reader: Reader, opportunity: Rec): Rec | undefined {
  return reader.get('opportunity_status', textOf(opportunity, 'status_id') ?? '')
}

/** The pipeline of an opportunity's status; undefined when it is gone. */
export function opportunityPipeline(reader: Reader, opportunity: Rec): Rec | undefined {
  return reader.get('pipeline', textOf(opportunityStatus(reader, opportunity), 'pipeline_id') ?? '')
}

/** Cents an opportunity is worth: at once or each period, weighted with its confidence, a year. Contract 11. */
export function opportunityWorth(opportunity: Rec) {
  const value = numberOf(opportunity, 'value') ?? 0
  const expected = Math.round((value * (numberOf(opportunity, 'confidence') ?? 0)) / 100)
  const yearly = PAYMENTS_A_YEAR[textOf(opportunity, 'value_period') ?? ''] ?? 1
  return { value, expected, annualized: value * yearly, annualizedExpected: expected * yearly }
}

function valueFormatted(reader: Reader, opportunity: Rec): string | null {
  const value = numberOf(opportunity, 'value')
  if (value === null) return null
  return formatMoney(value, currencyOf(reader, opportunity), textOf(opportunity, 'value_period'))
}

function currencyOf(reader: Reader, opportunity: Rec): string {
  return textOf(opportunity, 'value_currency') ?? textOf(organization(reader), 'currency') ?? 'USD'
}

/** An opportunity as the API sends it. Source: Opportunities; contract 11. */
export const OPPORTUNITY_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  lead_id: stored('lead_id'),
  lead_name: derived('lead_id', leadNameOf),
  contact_id: stored('contact_id'),
  contact_name: derived('contact_id', contactNameOf),
  user_id: stored('user_id'),
  user_name: derived('user_id', userName),
  pipeline_id: (reader, rec) => opportunityPipeline(reader, rec)?.id ?? null,
  pipeline_name: (reader, rec) => textOf(opportunityPipeline(reader, rec), 'name'),
  status_id: stored('status_id'),
  status_label: (reader, rec) => textOf(opportunityStatus(reader, rec), 'label'),
  status_display_name: (reader, rec) => textOf(opportunityStatus(reader, rec), 'label'),
  status_type: (reader, rec) => textOf(opportunityStatus(reader, rec), 'type'),
  value: stored('value'),
  value_currency: currencyOf,
  value_period: stored('value_period', 'one_time'),
  value_formatted: valueFormatted,
  confidence: stored('confidence'),
  expected_value: (_reader, rec) => opportunityWorth(rec).expected,
  annualized_value: (_reader, rec) => opportunityWorth(rec).annualized,
  annualized_expected_value: (_reader, rec) => opportunityWorth(rec).annualizedExpected,
  date_won: stored('date_won'),
  date_lost: stored('date_lost'),
  note: stored('note', ''),
  integration_links: (reader, rec) =>
    integrationLinks(reader, 'opportunity', (key) =>
      key === 'lead_name' ? leadNameOf(reader, rec['lead_id']) : rec[key],
    ),
  attachments: stored('attachments', []),
  ...AUTHORED_BY_NAME,
}
