import { customFieldsOf } from '#mocks/engine/custom-fields.ts'
import { textOf } from '#mocks/engine/record.ts'
import { isDate } from '#mocks/engine/stamp.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { foldText } from './fold.ts'
import type { LegacyNode, LegacyOp } from './legacy-parse.ts'

type Node = Record<string, unknown>

/** Old names of lead fields that hold dates or numbers. */
const ALIASES: Record<string, string> = {
  created: 'date_created',
  updated: 'date_updated',
  lead_name: 'display_name',
  name: 'display_name',
  company: 'display_name',
  lead: 'display_name',
  status: 'status_label',
  lead_status: 'status_label',
}

const TEXTS: ReadonlySet<string> = new Set(['display_name', 'description', 'url'])
const MOMENTS: ReadonlySet<string> = new Set([
  'date_created',
  'date_updated',
  'last_activity_date',
  'last_communication_date',
])
const DIRECTIVES: ReadonlySet<string> = new Set(['sort', 'slice'])

/** The name under which the present search knows a field of the old one. */
export function presentName(name: string): string {
  const lower = name.toLowerCase()
  return Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? lower) : lower
}

/** A query of the old text search as a query of `POST /data/search/`. Source: contract 8.3, 18. */
export function modernNode(node: LegacyNode, definitions: Reader): Node {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { type: node.kind, queries: node.nodes.map((inner) => modernNode(inner, definitions)) }
    case 'not':
      return negated(modernNode(node.node, definitions))
    case 'word':
      return wordNode(node.text, node.isPhrase)
    case 'field':
      return fieldNode(node.name, node.op, node.values, definitions)
  }
}

function negated(node: Node): Node {
  return { ...node, negate: node['negate'] !== true }
}

function wordNode(text: string, isPhrase: boolean): Node {
  if (text === '*' || text.trim() === '') return ALL
  if (isPhrase) return { type: 'text', mode: 'phrase', value: text }
  const mode = text.endsWith('*') ? 'beginning_of_words' : 'full_words'
  return { type: 'text', mode, value: text }
}

const ALL: Node = { type: 'match_all' }
const NONE: Node = { type: 'match_all', negate: true }

function fieldNode(name: string, op: LegacyOp, values: string[], definitions: Reader): Node {
  if (DIRECTIVES.has(name.toLowerCase())) return ALL
  const custom = /^custom\.(.+)$/i.exec(name)?.[1]
  if (custom !== undefined) return customNode(custom, op, values, definitions)
  const field = presentName(name)
  if (op !== ':' && op !== '=') return comparison(regular(field), MOMENTS.has(field), op, values[0] ?? '')
  return { type: 'or', queries: values.map((value) => valueNode(field, value)) }
}

function valueNode(field: string, value: string): Node {
  if (TEXTS.has(field)) return where(regular(field), text(value, 'phrase'))
  if (MOMENTS.has(field)) return comparison(regular(field), true, '=', value)
  if (field.startsWith('num_')) return comparison(regular(field), false, '=', value)
  switch (field) {
    case 'id':
    case 'lead_id':
      return { type: 'id', value }
    case 'status_label':
      return where(regular(field), text(value, 'exact_value'))
    case 'status_id':
      return where(regular(field), { type: 'reference', reference_type: 'status.lead', object_ids: [value] })
    case 'contact':
    case 'contact_name':
      return inContact(where(regular('name', 'contact'), text(value, 'phrase')))
    case 'title':
    case 'contact_title':
      return inContact(where(regular('title', 'contact'), text(value, 'phrase')))
    case 'email':
    case 'email_address':
      return inContact(inPart('contact', 'contact_email', 'email', text(value, 'phrase')))
    case 'phone':
    case 'phone_number':
      return inContact(inPart('contact', 'contact_phone', 'phone', text(value, 'phone_number')))
    case 'city':
    case 'state':
    case 'country':
    case 'zipcode':
      return inPart('lead', 'address', field, text(value, 'phrase'))
    case 'address':
      return inPart('lead', 'address', 'location', text(value, 'phrase'))
    default:
      return { type: 'text', mode: 'phrase', value: `${field} ${value}` }
  }
}

function customNode(name: string, op: LegacyOp, values: string[], definitions: Reader): Node {
  const wanted = foldText(name.trim())
  const definition = customFieldsOf(definitions, 'lead').find(
    (field) => field.id === name || foldText(textOf(field, 'name') ?? '') === wanted,
  )
  if (!definition) return NONE
  const field = { type: 'custom_field', custom_field_id: definition.id }
  const type = textOf(definition, 'type')
  const isMoment = type === 'date' || type === 'datetime'
  if (op !== ':' && op !== '=') return comparison(field, isMoment, op, values[0] ?? '')
  return {
    type: 'or',
    queries: values.map((value) => {
      if (isMoment || type === 'number') return comparison(field, isMoment, '=', value)
      if (type === 'user') {
        return where(field, {
          type: 'reference',
          reference_type: 'user',
          object_ids: usersNamed(value, definitions),
        })
      }
      if (type === 'contact' || type === 'custom_object') {
        return where(field, { type: 'reference', reference_type: type, object_ids: [value] })
      }
      return where(field, text(value, type === 'choices' ? 'exact_value' : 'phrase'))
    }),
  }
}

function usersNamed(name: string, definitions: Reader): string[] {
  const wanted = foldText(name)
  const isNamed = (user: Rec) =>
    user.id === name ||
    foldText(textOf(user, 'email') ?? '') === wanted ||
    foldText(`${textOf(user, 'first_name') ?? ''} ${textOf(user, 'last_name') ?? ''}`) === wanted
  return [...definitions.all('user')].filter(isNamed).map((user) => user.id)
}

/** A day stands for all of it: `> 2026-01-01` begins with the next day, `<= 2026-01-01` includes the whole day. */
function comparison(field: Node, isMoment: boolean, op: LegacyOp, value: string): Node {
  if (!isMoment) {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number)) return NONE
    return where(field, { type: 'number_range', ...numberBounds(op, number) })
  }
  if (!isDate(value.slice(0, 10))) return NONE
  const [start, end] = isDate(value)
    ? ['start', 'end'].map((which) => ({ type: 'fixed_local_date', value, which }))
    : [0, 1].map((later) => ({ type: 'fixed_utc', value: utcText(value, later) }))
  switch (op) {
    case '>':
      return where(field, { type: 'moment_range', on_or_after: end })
    case '>=':
      return where(field, { type: 'moment_range', on_or_after: start })
    case '<':
      return where(field, { type: 'moment_range', before: start })
    case '<=':
      return where(field, { type: 'moment_range', before: end })
    default:
      return where(field, { type: 'moment_range', on_or_after: start, before: end })
  }
}

function utcText(value: string, later: number): string {
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`)
  return Number.isNaN(ms) ? value : new Date(ms + later).toISOString()
}

function numberBounds(op: LegacyOp, number: number): Node {
  const keys = { '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' }
  return op === ':' || op === '=' ? { gte: number, lte: number } : { [keys[op]]: number }
}

function regular(name: string, objectType = 'lead'): Node {
  return { type: 'regular_field', object_type: objectType, field_name: name }
}

function where(field: Node, condition: Node): Node {
  return { type: 'field_condition', field, condition }
}

function text(value: string, mode: string): Node {
  return { type: 'text', mode, value }
}

function inContact(query: Node): Node {
  return {
    type: 'has_related',
    this_object_type: 'lead',
    related_object_type: 'contact',
    related_query: query,
  }
}

function inPart(owner: string, part: string, field: string, condition: Node): Node {
  return {
    type: 'has_related',
    this_object_type: owner,
    related_object_type: part,
    related_query: where(regular(field, part), condition),
  }
}
