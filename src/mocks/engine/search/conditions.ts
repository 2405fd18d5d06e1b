import { type Field, type FieldKind, isPresent, isUserField } from './field.ts'
import { phoneDigits, wordLines } from './fold.ts'
import { dayOf, isRelative, readMoment, timeOf } from './moment.ts'
import { refuse } from './query-error.ts'
import { choiceAt, flagAt, type JsonObject, numberAt, objectAt, textAt, textsAt } from './read-json.ts'
import { derivedValue, plainValue, type Scope, type Test, textsIn } from './scope.ts'
import { exactKey, hasPhone, hasPieces, phoneSpellings, piecesOf, TEXT_MODES } from './text-match.ts'
import { localTime } from './timezone.ts'

type Compile = (condition: JsonObject, field: Field, scope: Scope, path: string) => Test

/** Conditions with the kinds of fields they fit. Source: contract 18, "Conditions". */
const CONDITIONS: Record<string, { fits: readonly FieldKind[] | 'any'; compile: Compile }> = {
  text: { fits: ['text', 'choice', 'timezone'], compile: text },
  term: { fits: ['choice', 'text', 'reference', 'timezone'], compile: term },
  boolean: { fits: ['boolean'], compile: boolean },
  number_range: { fits: ['number'], compile: numberRange },
  moment_range: { fits: ['moment', 'date'], compile: momentRange },
  reference: { fits: ['reference'], compile: reference },
  current_user: { fits: ['reference'], compile: currentUser },
  exists: { fits: 'any', compile: exists },
  local_time: { fits: ['timezone'], compile: localClock },
}

const HOUR = 3_600_000

/** The test that a condition makes of `field`. Refuses what it cannot read and what does not fit the field. */
export function compileCondition(value: unknown, field: Field, scope: Scope, path: string): Test {
  const condition = objectAt(value, path)
  const type = choiceAt(condition, 'type', path, Object.keys(CONDITIONS))
  const rule = CONDITIONS[type]
  if (!rule || (rule.fits !== 'any' && !rule.fits.includes(field.kind))) {
    return refuse(`${path}.type`, `Not a valid choice. ${type} does not fit a field of kind ${field.kind}.`)
  }
  const test = rule.compile(condition, field, scope, path)
  return flagAt(condition, 'negate', path) ? (rec, slot) => !test(rec, slot) : test
}

function text(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  const mode = choiceAt(condition, 'mode', path, TEXT_MODES)
  const value = textAt(condition, 'value', path)
  if (mode === 'phone_number') {
    const wanted = phoneSpellings(value)
    const digits = derivedValue(scope, field, 'digits', (raw) => textsIn(raw).map(phoneDigits).join(' '))
    return (rec, slot) => hasPhone(digits(rec, slot) ?? '', wanted)
  }
  if (mode === 'exact_value') {
    const wanted = exactKey(value)
    const valueOf = plainValue(scope, field)
    return (rec, slot) => textsIn(valueOf(rec, slot)).some((text) => exactKey(text) === wanted)
  }
  const pieces = piecesOf(value, mode)
  const words = derivedValue(scope, field, 'words', (raw) => wordLines(textsIn(raw)))
  return (rec, slot) => pieces.length > 0 && hasPieces(words(rec, slot) ?? '', pieces)
}

function term(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  return anyOf(new Set(textsAt(condition, 'values', path)), field, scope)
}

function reference(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  choiceAt(condition, 'reference_type', path, field.references)
  const ids = textsAt(condition, 'object_ids', path)
  const wanted = new Set(
    isUserField(field) ? ids.map((id) => (id === 'CURRENT_USER' ? scope.env.callerId : id)) : ids,
  )
  return anyOf(wanted, field, scope)
}

function currentUser(_condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  if (!isUserField(field)) return refuse(`${path}.type`, 'Not a valid choice. The field does not hold users.')
  return anyOf(new Set([scope.env.callerId]), field, scope)
}

function anyOf(wanted: ReadonlySet<unknown>, field: Field, scope: Scope): Test {
  const valueOf = plainValue(scope, field)
  if (!field.isMany) return (rec, slot) => wanted.has(valueOf(rec, slot))
  return (rec, slot) => {
    const value = valueOf(rec, slot)
    return Array.isArray(value) && value.some((item) => wanted.has(item))
  }
}

function boolean(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  const wanted = condition['value']
  if (typeof wanted !== 'boolean') return refuse(`${path}.value`, 'Value must be of bool type.')
  const valueOf = plainValue(scope, field)
  return (rec, slot) => valueOf(rec, slot) === wanted
}

function exists(_condition: JsonObject, field: Field, scope: Scope): Test {
  const valueOf = plainValue(scope, field)
  return (rec, slot) => isPresent(valueOf(rec, slot))
}

function numberRange(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  const gt = numberAt(condition, 'gt', path) ?? -Infinity
  const gte = numberAt(condition, 'gte', path) ?? -Infinity
  const lt = numberAt(condition, 'lt', path) ?? Infinity
  const lte = numberAt(condition, 'lte', path) ?? Infinity
  const valueOf = plainValue(scope, field)
  return (rec, slot) => {
    const value = valueOf(rec, slot)
    return typeof value === 'number' && value > gt && value >= gte && value < lt && value <= lte
  }
}

function momentRange(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  const { env } = scope
  const bound = (key: string, open: number) => {
    const moment = condition[key] ?? null
    if (moment === null) return open
    env.budget.isRelative ||= isRelative(moment)
    return readMoment(moment, `${path}.${key}`, env)
  }
  // A plain date is a day of the asker's calendar; its column holds the same day's midnight in UTC.
  const isDay = field.kind === 'date'
  const shift = isDay ? env.tzOffsetHours * HOUR : 0
  const from = bound('on_or_after', -Infinity) + shift
  const before = bound('before', Infinity) + shift
  const timeIn = derivedValue(scope, field, 'time', isDay ? dayOf : timeOf)
  return (rec, slot) => {
    const time = timeIn(rec, slot)
    return time !== undefined && time >= from && time < before
  }
}

/** The range may span midnight. Source: contract 18, `local_time`. */
function localClock(condition: JsonObject, field: Field, scope: Scope, path: string): Test {
  const { env } = scope
  const from = clockAt(condition, 'on_or_after', path) ?? '00:00:00'
  const before = clockAt(condition, 'before', path) ?? '24:00:00'
  const isIn = new Map<unknown, boolean>()
  const zoneOf = plainValue(scope, field)
  env.budget.isRelative = true
  return (rec, slot) => {
    const zone = zoneOf(rec, slot)
    if (typeof zone !== 'string') return false
    let answer = isIn.get(zone)
    if (answer === undefined) {
      const time = localTime(zone, env.now)
      answer = from <= before ? time >= from && time < before : time >= from || time < before
      isIn.set(zone, answer)
    }
    return answer
  }
}

function clockAt(condition: JsonObject, key: string, path: string): string | undefined {
  if (condition[key] === undefined || condition[key] === null) return undefined
  const text = textAt(condition, key, path)
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) {
    return refuse(`${path}.${key}`, 'Invalid time. Use HH:MM:SS.')
  }
  return text.padEnd(8, ':00')
}
