import type { Rec } from '#mocks/engine/state.ts'
import { dateOf, DAY, HOUR, stampOf } from './calendar.ts'
import { momentBetween, type Maker } from './maker.ts'
import { TECHNOLOGIES, WEEKDAYS, PRIORITIES, LANGUAGES } from './setup.ts'
import { NOTES_ON_OPPORTUNITIES, TASKS } from './texts.ts'
import { inventPerson, inventPhone, joined, type Company } from './words.ts'

/** A lead while its parts are made. */
export type LeadFrame = {
  id: string
  ownerId: string
  company: Company
  statusLabel: string
  created: number
  /** The timestamp of `created`. */
  date: string
}

export type MadeContact = {
  id: string
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
    email: emails[0]?.email ?? null,
    phone: phone?.phone ?? null,
    phoneFormatted: phone?.phone_formatted ?? null,
  }
}

/** Gives a lead values of custom fields; most leads lack some. */
export function addCustomValues(
  values: Record<string, unknown>,
  { dice, setup, now }: Maker,
  frame: LeadFrame,
  contacts: readonly MadeContact[],
): void {
  const { keys, userIds } = setup
  const contactIds = contacts.map((contact) => contact.id)
  if (dice.chance(0.85)) values[keys.industry] = frame.company.industry
  if (dice.chance(0.7)) values[keys.employees] = inventHeadcount(dice.below(100), dice.below(1000))
  if (dice.chance(0.8)) values[keys.owner] = frame.ownerId
  if (dice.chance(0.3)) values[keys.team] = dice.some(userIds, 2 + dice.below(2))
  if (dice.chance(0.45)) values[keys.technologies] = dice.some(TECHNOLOGIES, 1 + dice.below(4))
  if (dice.chance(0.4)) values[keys.deliveryDays] = dice.some(WEEKDAYS, 1 + dice.below(5))
  if (dice.chance(frame.statusLabel === 'Customer' ? 0.85 : 0.2)) {
    values[keys.renewal] = dateOf(now + (dice.between(0, 420) - 60) * DAY)
  }
  if (dice.chance(0.25)) values[keys.demo] = stampOf(atWork(momentBetween(dice, frame.created, now)))
  if (contactIds.length > 0 && dice.chance(0.4)) values[keys.decisionMaker] = dice.pick(contactIds)
  if (contactIds.length > 1 && dice.chance(0.35)) {
    values[keys.champions] = dice.some(contactIds, 1 + dice.below(2))
  }
  if (dice.chance(0.3))
    values[keys.taxId] = joined(frame.company.locale.country, String(100_000_000 + dice.below(900_000_000)))
  if (dice.chance(0.15)) values[keys.importKey] = `row-${dice.below(90_000) + 10_000}`
  if (dice.chance(0.3)) values[keys.priority] = dice.pick(PRIORITIES)
}

/** Many small companies, a few big ones. */
function inventHeadcount(percentile: number, spread: number): number {
  if (percentile < 55) return 1 + (spread % 49)
  if (percentile < 88) return 50 + (spread % 450)
  return percentile < 98 ? 500 + spread * 5 : 10_000 + spread * 120
}

/** The quarter of an hour, in working hours, that is nearest before a moment. */
function atWork(moment: number): number {
  const day = Math.floor(moment / DAY) * DAY
  return day + 8 * HOUR + (Math.floor(moment / (15 * 60_000)) % 36) * 15 * 60_000
}

const PERIODS = ['one_time', 'one_time', 'monthly', 'annual']

export function makeOpportunity(maker: Maker, frame: LeadFrame, contacts: readonly MadeContact[]): void {
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
  maker.put('opportunity', opportunity)
}

/** A task: overdue, due today or later, without a date, or done. */
export function makeTask(maker: Maker, frame: LeadFrame, contacts: readonly MadeContact[]): void {
  const { dice, setup, now } = maker
  const created = momentBetween(dice, Math.max(frame.created, now - 60 * DAY), now)
  const isComplete = maker.isRich && dice.chance(0.25)
  const isDateless = dice.chance(0.1)
  const days = isComplete || dice.chance(0.35) ? -dice.between(1, 20) : dice.between(0, 40)
  const date = dateOf(isDateless ? created : Math.max(created, now + days * DAY))
  const id = maker.newId('task_')
  const text = dice.pick(TASKS)
  const done = momentBetween(dice, created, now)
  const assignedTo = dice.chance(0.85) ? frame.ownerId : dice.pick(setup.userIds)
  const createdDate = stampOf(created)
  const doneDate = stampOf(done)
  const doneId = isComplete ? maker.newId('acti_') : null
  maker.put('task', {
    id,
    _type: 'lead',
    organization_id: setup.organizationId,
    lead_id: frame.id,
    contact_id: contacts.length > 0 && dice.chance(0.3) ? dice.pick(contacts).id : null,
    assigned_to: assignedTo,
    text,
    date,
    due_date: isDateless ? null : date,
    is_dateless: isDateless,
    is_complete: isComplete,
    object_type: doneId === null ? null : 'taskcompleted',
    object_id: doneId,
    created_by: frame.ownerId,
    updated_by: frame.ownerId,
    date_created: createdDate,
    date_updated: isComplete ? doneDate : createdDate,
  })
  if (doneId === null) return
  maker.put('activity', {
    id: doneId,
    _type: 'TaskCompleted',
    organization_id: setup.organizationId,
    lead_id: frame.id,
    user_id: assignedTo,
    activity_at: doneDate,
    task_id: id,
    task_text: text,
    task_assigned_to: assignedTo,
    created_by: assignedTo,
    updated_by: assignedTo,
    date_created: doneDate,
    date_updated: doneDate,
  })
}
