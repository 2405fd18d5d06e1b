import { formatPercent } from '#fields/amount.ts'
import { customText } from '#fields/custom-text.ts'
import { formatDate, formatMoney } from '#fields/value-format.ts'
import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import { asList } from '#model/lead-patch.ts'
import type { Contact, Opportunity } from '#model/lead.ts'
import type { Person } from '#model/organization.ts'

import { statusType } from './opportunity-status.ts'
import { contactNameOf, personNameOf } from './person-names.ts'

export const PERIODS = [
  { id: 'one_time', label: 'One time' },
  { id: 'monthly', label: 'Monthly' },
  { id: 'annual', label: 'Annual' },
] as const

/** What people call an opportunity in a sentence: what it is worth, else what was noted. */
export function opportunityName(
  { value, value_currency, value_period, note }: Opportunity,
  locale?: string,
): string {
  if (typeof value === 'number') return formatMoney(value, value_currency, value_period, locale)
  return note?.trim() || 'without a value'
}

/** What else is known of an opportunity, in a few words each: how sure, until when, with whom. */
export function opportunityFacts(
  opportunity: Opportunity,
  people: readonly Person[],
  contacts: readonly Contact[],
  locale?: string,
): string[] {
  const type = statusType(opportunity.status_type)
  const { confidence, date_won: won, date_lost: lost } = opportunity
  const facts = [
    type === 'active' && typeof confidence === 'number' && `${formatPercent(confidence, locale)} confident`,
    type !== 'lost' && won && `${type === 'won' ? 'Won' : 'Expected'} ${formatDate(won, locale)}`,
    type === 'lost' && typeof lost === 'string' && `Lost ${formatDate(lost, locale)}`,
    contactNameOf(contacts, opportunity.contact_id) ?? (opportunity.contact_id && opportunity.contact_name),
    personNameOf(people, opportunity.user_id) ?? (opportunity.user_id && opportunity.user_name),
  ]
  return facts.filter((fact): fact is string => typeof fact === 'string' && fact !== '')
}

/**
 * The custom fields of an opportunity that have a value, each with its name, e.g. "Priority: High". Ids that stand
 * for nobody known say nothing and are left out.
 */
export function customFacts(
  opportunity: Opportunity,
  fields: readonly CustomField[],
  people: readonly Person[],
  contacts: readonly Contact[],
): string[] {
  const ids = { user: new Set(people.map(({ id }) => id)), contact: new Set(contacts.map(({ id }) => id)) }
  return fields.flatMap((field) => {
    if (field.type === 'hidden' || field.type === 'custom_object') return []
    const values = asList(opportunity[customKey(field.id)])
    const known = field.type === 'user' || field.type === 'contact' ? ids[field.type] : null
    const said = known ? values.filter((value) => known.has(String(value))) : values
    const text = customText(field, said, { users: people, contacts })
    return text ? [`${field.name}: ${text}`] : []
  })
}
