import type { MadeContact } from './contacts.ts'
import { dateOf, DAY, HOUR, stampOf } from './calendar.ts'
import { PRIORITIES, TECHNOLOGIES, WEEKDAYS } from './fields.ts'
import type { LeadFrame } from './lead-frame.ts'
import { momentBetween, type Maker } from './maker.ts'
import { joined } from './words.ts'

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
