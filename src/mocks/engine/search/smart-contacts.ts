import { contactDisplayName } from '#mocks/engine/lookups.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import { addressLine } from './address.ts'
import type { LeadFacts } from './lead-facts.ts'
import { present, smart, type SmartField } from './smart-field.ts'
import { localTime, timezoneOf } from './timezone.ts'

/** Smart Fields that come from a lead's contacts and addresses. Source: contract 15, "primary contact". */
export const CONTACT_SMART_FIELDS: readonly SmartField[] = [
  ...smart('number', ['contact'], {
    num_contacts: (facts) => facts.contacts.length,
    num_email_addresses: (facts) => total(facts, 'emails'),
    num_phone_numbers: (facts) => total(facts, 'phones'),
    num_contact_urls: (facts) => total(facts, 'urls'),
    num_urls: (facts) => total(facts, 'urls') + (facts.lead['url'] ? 1 : 0),
  }),
  ...smart('number', [], { num_addresses: (facts) => objectsOf(facts.lead, 'addresses').length }),
  ...smart('object', ['contact'], { primary_email: primaryEmail, primary_phone: primaryPhone }),
  ...smart('text', ['contact'], {
    primary_email_type: (facts) => present(primaryEmail(facts)?.type),
    primary_phone_type: (facts) => present(primaryPhone(facts)?.type),
    primary_phone_formatted: (facts) => present(primaryPhone(facts)?.phone_formatted),
    primary_phone_country: (facts) => present(primaryPhone(facts)?.country),
    primary_contact_first_name: (facts) => present(primaryName(facts)[0]),
    primary_contact_last_name: (facts) => present(primaryName(facts).slice(1).join(' ')),
    primary_contact_title: (facts) => present(facts.contacts[0]?.['title']),
    contacts_summary: (facts) => present(facts.contacts.map(contactDisplayName).filter(Boolean).join(', ')),
  }),
  ...smart('text', [], {
    primary_address_summary: addressSummary,
    local_time(facts, ctx) {
      const zone = timezoneOf(facts.lead)
      return zone && localTime(zone, ctx.now)
    },
  }),
  ...smart('timezone', [], { timezone_id: (facts) => timezoneOf(facts.lead) }),
]

function total(facts: LeadFacts, key: 'emails' | 'phones' | 'urls'): number {
  return facts.contacts.reduce((sum, contact) => sum + objectsOf(contact, key).length, 0)
}

/** The first e-mail of the first contact that has one. Source: contract 15, `{type, email, is_unsubscribed}`. */
function primaryEmail(
  facts: LeadFacts,
): { type: string; email: string; is_unsubscribed: boolean } | undefined {
  const email = facts.contacts.map((contact) => objectsOf(contact, 'emails')[0]).find(Boolean)
  if (!email) return undefined
  return {
    type: textOf(email, 'type') ?? 'office',
    email: textOf(email, 'email') ?? '',
    is_unsubscribed: email['is_unsubscribed'] === true,
  }
}

/** The first phone of the first contact that has one. Source: contract 15, `{type, phone, phone_formatted, country}`. */
function primaryPhone(facts: LeadFacts) {
  const phone = facts.contacts.map((contact) => objectsOf(contact, 'phones')[0]).find(Boolean)
  if (!phone) return undefined
  return {
    type: textOf(phone, 'type') ?? 'office',
    phone: textOf(phone, 'phone') ?? '',
    phone_formatted: textOf(phone, 'phone_formatted') ?? textOf(phone, 'phone') ?? '',
    country: textOf(phone, 'country'),
  }
}

function primaryName(facts: LeadFacts): string[] {
  return (textOf(facts.contacts[0], 'name') ?? '').split(/\s+/).filter(Boolean)
}

function addressSummary(facts: LeadFacts): string | undefined {
  const [address] = objectsOf(facts.lead, 'addresses')
  return (address && addressLine(address)) || undefined
}
