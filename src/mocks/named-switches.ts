import type { SwitchDescription } from '#lib/demo-controls.ts'
import { SWITCH_DEFAULTS, type EngineSwitches, type Switches } from '#mocks/engine/switches.ts'

/** What a switch takes: `flag` is on or off, `whole` a number from 0, a list one of its values. */
type Takes<T> = [T] extends [boolean] ? 'flag' : number extends T ? 'whole' : readonly T[]

type Entry = { takes: 'flag' | 'whole' | readonly (number | string)[]; does: string }

const TABLE: { [Name in keyof Switches]: { takes: Takes<Switches[Name]>; does: string } } = {
  requireAuth: { takes: 'flag', does: 'calls without a key get 401; off in the demo, whose page has none' },
  slowMerge: { takes: 'whole', does: 'a merge takes that many milliseconds; meanwhile both leads answer' },
  slowConversion: { takes: 'whole', does: 'a custom field keeps its old type that many milliseconds' },
  stalledAfterDays: {
    takes: 'whole',
    does: 'days of silence after which an opportunity is stalled; 0 for never',
  },
  staleReadsMs: {
    takes: 'whole',
    does: 'lists, searches and deleted leads lag that many milliseconds behind',
  },
  rateLimitEvery: { takes: 'whole', does: 'each N-th call gets 429; 0 for never' },
  rateLimitHeader: { takes: 'flag', does: 'answers carry a RateLimit header' },
  wrongContentType: { takes: [415, 400], does: 'the status for a body that is not JSON' },
  refuseStatusInUse: { takes: 'flag', does: 'a status that is still used cannot be deleted' },
  refuseDuplicateLabels: { takes: 'flag', does: 'two statuses cannot have the same label' },
  refuseUnknownCustomFields: {
    takes: 'flag',
    does: 'unknown custom fields in a body get 400, else they are dropped',
  },
  strictEventFilters: { takes: 'flag', does: 'undocumented combinations of event filters get 400' },
  legacyCustomDict: { takes: 'flag', does: 'leads and contacts carry the old custom object, by field name' },
  sendContactIds: { takes: 'flag', does: 'leads carry contact_ids' },
  emptyMergeAnswer: { takes: 'flag', does: 'a merge answers {} instead of {"status": "ok"}' },
  emptyDeletes: { takes: 'flag', does: 'deletes answer 204 without a body' },
  nameLeadAfterContact: { takes: 'flag', does: 'a lead made for a contact gets the contact’s name' },
  statusErrorKey: { takes: ['status', 'status_id'], does: 'the key of a wrong status in an error' },
  forbiddenStatus: { takes: [403, 401], does: 'the status for a lack of permission' },
}

/** Switches as a program or a person gives them: an object, or text such as `slowMerge=3000,emptyDeletes`. */
export type GivenSwitches = EngineSwitches | string

/** All named switches, for help texts. */
export const NAMED_SWITCHES: readonly SwitchDescription[] = Object.entries<Entry>(TABLE).map(
  ([name, { takes, does }]) => ({
    name,
    usage: takes === 'flag' ? `${name}=true|false` : `${name}=${takes === 'whole' ? 'N' : takes.join('|')}`,
    initial: String(SWITCH_DEFAULTS[name as keyof Switches]),
    does,
  }),
)

/**
 * Reads switches such as `slowMerge=3000,emptyDeletes,requireAuth=false`; a name alone turns on what is on or
 * off. Throws an `Error` made for the person who wrote them.
 */
export function readSwitches(given: GivenSwitches): EngineSwitches {
  if (typeof given !== 'string') return given
  const parts = given.split(',').map((part) => part.trim())
  return Object.fromEntries(parts.filter((part) => part !== '').map(readSwitch))
}

function readSwitch(part: string): [name: string, value: unknown] {
  const [, name = '', text] = /^([^=]*?)\s*(?:=\s*(.*))?$/.exec(part) ?? []
  if (!isName(name)) {
    throw new Error(`There is no switch "${name}". There are ${Object.keys(TABLE).join(', ')}.`)
  }
  const { takes }: Entry = TABLE[name]
  if (takes === 'flag') {
    if (text === undefined || text === 'true') return [name, true]
    if (text === 'false') return [name, false]
    throw new Error(`The switch "${name}" takes true or false, not "${text}".`)
  }
  const wrong = text === undefined ? 'it has none here' : `not "${text}"`
  if (takes === 'whole') {
    if (text !== undefined && /^\d{1,9}$/.test(text)) return [name, Number(text)]
    throw new Error(`The switch "${name}" takes a whole number, as in "${name}=3000"; ${wrong}.`)
  }
  const value = takes.find((value) => String(value) === text)
  if (value !== undefined) return [name, value]
  throw new Error(`The switch "${name}" takes ${takes.join(' or ')}; ${wrong}.`)
}

function isName(name: string): name is keyof Switches {
  return Object.hasOwn(TABLE, name)
}
