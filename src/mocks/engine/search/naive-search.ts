import { leadContacts } from '#mocks/engine/lookups.ts'
import type { EngineState, Rec } from '#mocks/engine/state.ts'
import { foldText } from './fold.ts'
import { SAMPLE_FIELDS, SAMPLE_STATUSES } from './sample-state.ts'

/**
 * The part of contract 18 that random queries use, over leads and contacts, in the plainest way: no index, no
 * kept values. What tests compare the real search with.
 */
export type NaiveNode =
  | { type: 'and' | 'or'; negate: boolean; queries: NaiveNode[] }
  | { type: 'match_all'; negate: boolean }
  | { type: 'id'; negate: boolean; value: string }
  | { type: 'text'; negate: boolean; mode: string; value: string }
  | { type: 'field_condition'; negate: boolean; field: NaiveField; condition: NaiveCondition }
  | {
      type: 'has_related'
      negate: boolean
      this_object_type: string
      related_object_type: string
      related_query: NaiveNode
    }

export type NaiveField =
  | { type: 'regular_field'; object_type: string; field_name: string }
  | { type: 'custom_field'; custom_field_id: string }

export type NaiveCondition = { type: string; [key: string]: unknown }

/** Whether a record of `type` matches. */
export function naiveMatch(state: EngineState, type: string, rec: Rec, node: NaiveNode): boolean {
  return positive(state, type, rec, node) !== node.negate
}

/** Leads in the order of `sort`; ids break ties, missing values come last. */
export function naiveOrder(
  leads: Rec[],
  sort: { name: string; descending: boolean }[],
  state: EngineState,
): Rec[] {
  return [...leads].sort((a, b) => {
    for (const { name, descending } of sort) {
      const [x, y] = [sortValue(state, a, name), sortValue(state, b, name)]
      if (x === y) continue
      if (x === undefined) return 1
      if (y === undefined) return -1
      return x < y === descending ? 1 : -1
    }
    return a.id < b.id ? -1 : 1
  })
}

/** Words of a text in the way of `wordLines`, by the rule and not by a table. */
export function naiveWords(text: string): string[] {
  return Array.from(text.normalize('NFC'), foldText)
    .join('')
    .replace(
      /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{So}]/gu,
      ' $& ',
    )
    .split(/[^\p{L}\p{N}\p{M}\p{So}]+/u)
    .filter(Boolean)
}

function positive(state: EngineState, type: string, rec: Rec, node: NaiveNode): boolean {
  switch (node.type) {
    case 'and':
      return node.queries.every((query) => naiveMatch(state, type, rec, query))
    case 'or':
      return node.queries.some((query) => naiveMatch(state, type, rec, query))
    case 'match_all':
      return true
    case 'id':
      return rec.id === node.value
    case 'text':
      return textMatch(textsOf(state, type, rec), node.mode, node.value)
    case 'has_related':
      return relatedOf(state, rec, node.related_object_type).some((other) =>
        naiveMatch(state, node.related_object_type, other, node.related_query),
      )
    case 'field_condition':
      return conditionMatch(valueOf(state, rec, node.field), node.condition)
  }
}

function conditionMatch(value: unknown, condition: NaiveCondition): boolean {
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  switch (condition.type) {
    case 'exists':
      return (
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
      )
    case 'text':
      return textMatch(
        values.filter((item) => typeof item === 'string'),
        String(condition['mode']),
        String(condition['value']),
      )
    case 'term':
      return values.some((item) => (condition['values'] as unknown[]).includes(item))
    case 'reference': {
      const ids = (condition['object_ids'] as string[]).map((id) => (id === 'CURRENT_USER' ? 'user_a' : id))
      return values.some((item) => ids.includes(item as string))
    }
    case 'number_range': {
      const { gte = -Infinity, lt = Infinity } = condition as { gte?: number; lt?: number }
      return typeof value === 'number' && value >= gte && value < lt
    }
    default: {
      const { on_or_after: from, before } = condition as unknown as Record<string, { value: string } | null>
      if (typeof value !== 'string') return false
      const time = Date.parse(value)
      return (!from || time >= Date.parse(from.value)) && (!before || time < Date.parse(before.value))
    }
  }
}

function textMatch(texts: string[], mode: string, value: string): boolean {
  const lines = texts.flatMap((text) => [naiveWords(text), naiveWords(text.replaceAll("'", ''))])
  const wanted = naiveWords(value)
  if (wanted.length === 0) return false
  const at = (line: string[], words: string[], from: number, isOpen: boolean) =>
    words.every((word, nth) =>
      isOpen && nth === words.length - 1
        ? (line[from + nth] ?? '').startsWith(word)
        : line[from + nth] === word,
    )
  const anywhere = (words: string[], isOpen: boolean) =>
    lines.some((line) => line.some((_, from) => at(line, words, from, isOpen)))
  if (mode === 'phrase') return anywhere(wanted, false)
  if (mode === 'exact_value') return texts.some((text) => foldText(text.trim()) === foldText(value.trim()))
  return value
    .split(/\s+/)
    .map(naiveWords)
    .filter((words) => words.length > 0)
    .every((words) => anywhere(words, mode === 'beginning_of_words'))
}

function textsOf(state: EngineState, type: string, rec: Rec): string[] {
  const texts = (owner: Record<string, unknown>, keys: string[]) =>
    keys.map((key) => owner[key]).filter((value) => typeof value === 'string')
  const objects = (key: string) => (rec[key] ?? []) as Record<string, unknown>[]
  if (type === 'contact') {
    return [
      ...texts(rec, ['name', 'title']),
      ...objects('emails').flatMap((email) => texts(email, ['email'])),
      ...objects('phones').flatMap((phone) => texts(phone, ['phone'])),
    ]
  }
  return [
    ...texts(rec, [
      'name',
      'description',
      'url',
      `custom.${SAMPLE_FIELDS.remark}`,
      `custom.${SAMPLE_FIELDS.source}`,
    ]),
    ...((rec[`custom.${SAMPLE_FIELDS.products}`] ?? []) as string[]),
    ...objects('addresses').flatMap((address) => texts(address, ['address_1', 'city', 'country'])),
    ...leadContacts(state, rec).flatMap((contact) => textsOf(state, 'contact', contact)),
  ]
}

function relatedOf(state: EngineState, rec: Rec, type: string): Rec[] {
  if (type === 'contact' || type === 'opportunity' || type === 'task') return state.childrenOf(type, rec.id)
  if (type === 'activity.call')
    return state.childrenOf('activity', rec.id).filter((a) => a['_type'] === 'Call')
  return (rec[type === 'address' ? 'addresses' : 'emails'] ?? []) as Rec[]
}

function valueOf(state: EngineState, rec: Rec, field: NaiveField): unknown {
  if (field.type === 'custom_field') return rec[`custom.${field.custom_field_id}`]
  switch (field.field_name) {
    case 'num_contacts':
      return state.childrenOf('contact', rec.id).length
    case 'display_name': {
      const first = leadContacts(state, rec)[0]
      return rec['name'] ?? first?.['name'] ?? 'Untitled'
    }
    default:
      return rec[field.field_name]
  }
}

function sortValue(state: EngineState, lead: Rec, name: string): string | number | undefined {
  if (name === 'status_label') {
    const status = SAMPLE_STATUSES.find((id) => id === lead['status_id'])
    return status && foldText(String(state.get('lead_status', status)?.['label']))
  }
  const isCustom = name.startsWith('cf_')
  const field: NaiveField = isCustom
    ? { type: 'custom_field', custom_field_id: name }
    : { type: 'regular_field', object_type: 'lead', field_name: name }
  const value = valueOf(state, lead, field)
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? foldText(value).trim() : undefined
}
