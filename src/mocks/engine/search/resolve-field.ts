import { appliesTo, CUSTOM_TYPES, type FieldOwner, customValue } from '#mocks/engine/custom-fields.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Reader, Rec, Table } from '#mocks/engine/state.ts'
import { type Field, type FieldKind, USER_REFERENCES } from './field.ts'
import { LeadFacts } from './lead-facts.ts'
import { familyOf, type ObjectType } from './object-types.ts'
import { refuse } from './query-error.ts'
import { choiceAt, objectAt, textAt } from './read-json.ts'
import { regularField } from './regular-fields.ts'
import type { SmartField, SmartKind } from './smart-field.ts'
import { smartFieldNamed } from './smart-fields.ts'

/** Where values come from, and where definitions do: a search may run on an older state than the definitions. */
export type FieldSources = { state: Reader; definitions: Reader; now: number }

/** The field that a selector names, for objects of `type`. Refuses unknown ones. Source: contract 18, "Field selectors". */
export function resolveField(value: unknown, path: string, type: ObjectType, sources: FieldSources): Field {
  const selector = objectAt(value, path)
  if (choiceAt(selector, 'type', path, ['regular_field', 'custom_field']) === 'custom_field') {
    const id = textAt(selector, 'custom_field_id', path)
    return customField(id, type, sources) ?? refuse(`${path}.custom_field_id`, 'Object does not exist.')
  }
  const owner = textAt(selector, 'object_type', path)
  const family = familyOf(type)
  if (owner !== type.name && owner !== family) {
    return refuse(`${path}.object_type`, `Not a valid choice. The objects here are of type ${type.name}.`)
  }
  const name = textAt(selector, 'field_name', path)
  return (
    regularField(family, name, sources.state) ??
    (type.name === 'lead' ? smartLeadField(name, sources) : undefined) ??
    refuse(`${path}.field_name`, `Not a valid choice. There is no field ${name} on ${type.name}.`)
  )
}

/** The custom field of that id on objects of `type`; undefined when it is unknown or belongs to others. */
export function customField(id: string, type: ObjectType, sources: FieldSources): Field | undefined {
  const definition = type.kind === 'records' ? sources.definitions.get('custom_field', id) : undefined
  if (!definition || !belongsTo(definition, familyOf(type))) return undefined
  const fieldType = textOf(definition, 'type') ?? ''
  const kind = CUSTOM_KINDS[fieldType] ?? 'text'
  const isMany = definition['accepts_multiple_values'] === true
  return {
    key: `custom.${id}`,
    kind,
    references: CUSTOM_REFERENCES[fieldType] ?? [],
    from: ['custom_field', ...(CUSTOM_SOURCES[fieldType] ?? [])],
    isDerived: true,
    isMany,
    isSortable: !isMany && kind !== 'reference',
    read: (rec) => customValue(sources.state, rec, id),
  }
}

const CUSTOM_KINDS: Record<string, FieldKind> = {
  text: 'text',
  textarea: 'text',
  hidden: 'text',
  number: 'number',
  date: 'date',
  datetime: 'moment',
  choices: 'choice',
  user: 'reference',
  contact: 'reference',
  custom_object: 'reference',
}

const CUSTOM_REFERENCES: Record<string, readonly string[]> = {
  user: USER_REFERENCES,
  contact: ['contact'],
  custom_object: ['custom_object'],
}

const CUSTOM_SOURCES: Record<string, readonly Table[]> = {
  user: ['user'],
  contact: ['contact'],
  custom_object: ['custom_object'],
}

function smartLeadField(name: string, sources: FieldSources): Field | undefined {
  // The clock in a lead's zone is asked for with a `local_time` condition; only the zone itself can be kept.
  const smart = smartFieldNamed(name === 'local_time' ? 'timezone_id' : name)
  if (!smart) return undefined
  const kind = SMART_KINDS[smart.kind]
  return {
    key: smart.name,
    kind,
    references: smart.kind === 'user' ? USER_REFERENCES : [],
    from: [...smart.from, 'user', 'opportunity_status', 'pipeline'],
    isDerived: true,
    isMany: false,
    isSortable: kind === 'number' || kind === 'moment' || kind === 'date',
    read: (lead) => smartValue(smart, lead, sources),
  }
}

const SMART_KINDS: Record<SmartKind, FieldKind> = {
  number: 'number',
  moment: 'moment',
  date: 'date',
  text: 'text',
  user: 'reference',
  timezone: 'timezone',
  object: 'text',
}

function smartValue(smart: SmartField, lead: Rec, sources: FieldSources): unknown {
  const value = smart.value(new LeadFacts(sources.state, lead), sources)
  if (smart.kind !== 'object' || typeof value !== 'object' || value === null) return value
  return 'email' in value ? value.email : 'phone' in value ? value.phone : undefined
}

function belongsTo(definition: Rec, family: string): boolean {
  if (family === 'lead' || family === 'contact' || family === 'opportunity') {
    return appliesTo(definition, family satisfies FieldOwner)
  }
  if (family !== 'activity' && family !== 'custom_object') return false
  return definition['object_type'] === CUSTOM_TYPES[family].kind || definition['object_type'] === 'shared'
}
