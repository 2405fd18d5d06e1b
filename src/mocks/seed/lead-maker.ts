import type { Rec } from '#mocks/engine/state.ts'
import { DAY, stampOf } from './calendar.ts'
import { createCompanies, inventAddress, type Company } from './companies.ts'
import { inventContact, makeContact } from './contacts.ts'
import { makeConversation } from './conversation.ts'
import { addCustomValues } from './custom-values.ts'
import { makeEvents } from './events.ts'
import { makeHistory } from './history.ts'
import type { LeadFrame } from './lead-frame.ts'
import { momentBetween, type Maker } from './maker.ts'
import { INDUSTRIES } from './locales.ts'
import { makeOpportunity } from './opportunities.ts'
import type { Dice } from './random.ts'
import { SPECIAL_EVERY, SPECIAL_LEADS, type LeadWish } from './special-leads.ts'
import { makeTask } from './tasks.ts'
import { DESCRIPTIONS } from './texts.ts'
import { joined, readLocales, slugOf } from './words.ts'

const TWO_YEARS = 730 * DAY

/** How common each status is, in the order of the organisation's statuses. */
const STATUSES = weighted({ 0: 38, 1: 20, 2: 15, 3: 15, 4: 8, 5: 4 })
const CONTACTS = weighted({ 0: 6, 1: 36, 2: 30, 3: 17, 4: 9, 9: 2 })
const FEW_CONTACTS = weighted({ 0: 20, 1: 65, 2: 15 })
const OPPORTUNITIES = weighted({ 0: 50, 1: 32, 2: 12, 3: 6 })
const TASKS = weighted({ 0: 45, 1: 35, 2: 15, 4: 5 })

/** Each number as often as its weight says: pick one of these. */
function weighted(weights: Readonly<Record<number, number>>): number[] {
  return Object.entries(weights).flatMap(([value, weight]) =>
    Array.from({ length: weight }, () => Number(value)),
  )
}

/**
 * Makes the leads of a data set one after another; each call puts one with its children. `side` has chance of its
 * own for what is said about them.
 */
export function createLeadMaker(maker: Maker, side: Maker): (index: number) => void {
  const { dice, setup, now, isRich } = maker
  const locales = readLocales()
  const nextCompany = createCompanies(locales, dice)
  const american = locales[0]
  /** Latest companies: one of them may come in twice, as happens when several people keep the book. */
  const recent: Company[] = []
  const duplicateShare = isRich ? 0.04 : 0.01

  function companyFor(wish: LeadWish): Company {
    if (wish.domain && american) {
      return {
        name: wish.name ?? '',
        domain: wish.domain,
        locale: american,
        industry: dice.pick(INDUSTRIES),
        city: undefined,
      }
    }
    const company = nextCompany()
    recent[dice.below(40)] = company
    return company
  }

  function wishFor(index: number): LeadWish {
    const special = index % SPECIAL_EVERY === 0 ? SPECIAL_LEADS[index / SPECIAL_EVERY] : undefined
    return special ?? {}
  }

  return (index) => {
    const wish = wishFor(index)
    const twin = wish.name === undefined && dice.chance(duplicateShare) ? recent[dice.below(40)] : undefined
    const company = twin ?? companyFor(wish)
    const rolled = setup.leadStatuses[dice.pick(STATUSES)] ?? dice.pick(setup.leadStatuses)
    const status = setup.leadStatuses.find(({ label }) => label === wish.status) ?? rolled
    const created = wish.age === undefined ? recently(dice, now) : now - Math.floor(wish.age * DAY)
    const frame: LeadFrame = {
      id: maker.newId('lead_'),
      ownerId: dice.pick(setup.userIds),
      company,
      statusLabel: status.label,
      created,
      date: stampOf(created),
    }

    const contacts = wishedContacts(maker, frame, wish).map((contact) => makeContact(maker, frame, contact))
    const name = wish.name === undefined ? (twin ? respell(company.name, dice) : company.name) : wish.name
    const lead: Rec = {
      id: frame.id,
      organization_id: setup.organizationId,
      name,
      description: wish.description ?? (dice.chance(0.35) ? dice.pick(DESCRIPTIONS) : ''),
      url: dice.chance(0.85) ? inventUrl(company, dice) : null,
      status_id: status.id,
      addresses: wish.addresses ?? inventAddresses(maker, company),
      contact_ids: contacts.map(({ id }) => id),
      created_by: frame.ownerId,
      updated_by: frame.ownerId,
      date_created: frame.date,
      date_updated: dice.chance(0.7) ? stampOf(momentBetween(dice, created, now)) : frame.date,
    }
    addCustomValues(lead, maker, frame, contacts)
    maker.put('lead', lead)

    const opportunities = isRich ? dice.pick(OPPORTUNITIES) : Number(dice.chance(0.25))
    for (let i = 0; i < opportunities; i += 1) makeOpportunity(maker, frame, contacts, side)
    const tasks = isRich ? dice.pick(TASKS) : Number(dice.chance(0.15))
    for (let i = 0; i < tasks; i += 1) makeTask(maker, frame, contacts)
    makeHistory(maker, frame, contacts, side)
    makeConversation(side, frame, contacts, index)
    makeEvents(side, lead, contacts)
  }
}

function wishedContacts(maker: Maker, frame: LeadFrame, wish: LeadWish) {
  if (wish.contacts) return wish.contacts
  const { dice, isRich } = maker
  const count = dice.pick(isRich ? CONTACTS : FEW_CONTACTS)
  return Array.from({ length: count }, () => inventContact(maker, frame))
}

/** More leads came lately than long ago. */
function recently(dice: Dice, now: number): number {
  const share = dice.next() / 0x1_0000_0000
  return now - Math.floor(share ** 1.4 * TWO_YEARS)
}

function inventUrl({ domain }: Company, dice: Dice): string {
  if (dice.chance(0.1)) return joined('http://www.', domain, '/')
  return joined('https://', domain, dice.chance(0.05) ? '/about-us?lang=en#team' : '')
}

function inventAddresses({ dice, isRich }: Maker, company: Company): Record<string, string>[] {
  if (dice.chance(0.12)) return []
  const addresses = [inventAddress(company, dice, 'business')]
  if (isRich && dice.chance(0.12))
    addresses.push(inventAddress({ ...company, city: undefined }, dice, 'mailing'))
  return addresses
}

/** What people make of a name that they type from memory. */
const RESPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replace(/ (Ltd|GmbH|Inc\.|LLC|AG|S\.A\.|AB|Oy|SARL|B\.V\.)$/, ''),
  (name) => name.replace(' & ', ' and '),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => `${name} (old)`,
  (name) => name.replace(/^(\p{L}{2})\p{L}/u, '$1'),
  (name) => slugOf(name).replaceAll('-', ' ') || name,
]

function respell(name: string, dice: Dice): string {
  return dice.pick(RESPELLINGS)(name).trim()
}
