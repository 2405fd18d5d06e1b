import type { Rec } from '#mocks/engine/state.ts'
import type { LeadFrame } from './lead-frame.ts'
import type { Maker } from './maker.ts'
import { LANGUAGES } from './fields.ts'
import { inventPerson, inventPhone, joined } from './words.ts'

export type MadeContact = {
  id: string
  name: string | null
  email: string | null
  phone: string | null
  phoneFormatted: string | null
}

/** A contact as a person types it; what is left out is empty. */
export type ContactWish = { name: string | null; title?: string; emails?: string[]; phones?: string[] }

const LANGUAGE_OF: Record<string, string> = {
  DE: 'Deutsch',
  AT: 'Deutsch',
  FR: 'Français',
  ES: 'Español',
  MX: 'Español',
  BR: 'Português',
  PT: 'Português',
  JP: '日本語',
  CN: '中文',
  TW: '中文',
  EG: 'العربية',
  AE: 'العربية',
  IN: 'हिन्दी',
}

/** Someone who works for the lead's company: mostly with a title, an address and a number, sometimes without. */
export function inventContact({ dice }: Maker, { company }: LeadFrame): ContactWish {
  const { name, given, family } = inventPerson(company.locale, dice)
  const emails: string[] = []
  if (dice.chance(0.88)) {
    const mailbox = dice.chance(0.7)
      ? `${given.slug}.${family.slug}`
      : `${given.slug.slice(0, 1)}${family.slug}`
    emails.push(joined(mailbox, '@', company.domain))
    if (dice.chance(0.12)) emails.push(`${given.slug}${dice.below(90) + 10}@mail.example`)
  }
  const phones: string[] = []
  if (dice.chance(0.7)) phones.push(inventPhone(company.locale, dice))
  if (dice.chance(0.15)) phones.push(inventPhone(company.locale, dice))
  return { name, title: dice.chance(0.8) ? dice.pick(company.locale.titles) : '', emails, phones }
}

/** Shared by all records that have none: records are never written into. */
const NONE: readonly never[] = []

const PHONE_TYPES = ['office', 'mobile', 'direct']

export function makeContact(maker: Maker, frame: LeadFrame, wish: ContactWish): MadeContact {
  const { dice, setup } = maker
  const id = maker.newId('cont_')
  const phones = (wish.phones ?? []).map((formatted, index) => ({
    type: PHONE_TYPES[index % PHONE_TYPES.length],
    phone: joined('+', formatted.replace(/\D/g, '')),
    phone_formatted: formatted,
    country: frame.company.locale.country,
  }))
  const emails = (wish.emails ?? []).map((email, index) => ({
    type: index === 0 ? 'office' : 'home',
    email,
    is_unsubscribed: false,
  }))
  const contact: Rec = {
    id,
    organization_id: setup.organizationId,
    lead_id: frame.id,
    name: wish.name,
    title: wish.title ?? '',
    emails,
    phones,
    urls:
      maker.isRich && dice.chance(0.08)
        ? [{ type: 'url', url: `https://people.example/${id.slice(-6).toLowerCase()}` }]
        : NONE,
    created_by: frame.ownerId,
    updated_by: frame.ownerId,
    date_created: frame.date,
    date_updated: frame.date,
  }
  if (dice.chance(0.25)) {
    contact[setup.keys.language] = LANGUAGE_OF[frame.company.locale.country] ?? LANGUAGES[0]
  }
  maker.put('contact', contact)
  const [phone] = phones
  return {
    id,
    name: wish.name,
    email: emails[0]?.email ?? null,
    phone: phone?.phone ?? null,
    phoneFormatted: phone?.phone_formatted ?? null,
  }
}
