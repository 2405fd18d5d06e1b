import { SMART_FIELDS } from '#mocks/engine/search/smart-fields.ts'
import type { EngineState } from '#mocks/engine/state.ts'
import { Chance } from './chance.ts'
import { WORDS } from './values.ts'

/** Queries of `/data/search/` that mostly make sense: real fields, real ids, each node and condition. */

type Json = Record<string, unknown>

const TYPES =
  'lead contact opportunity task activity custom_object activity.call activity.note activity.email'.split(' ')
const PARTS = 'address contact_email contact_phone contact_url'.split(' ')
const FIELDS: Record<string, string[]> = {
  lead: 'name display_name description url status_id status_label created_by date_created addresses_count'.split(
    ' ',
  ),
  contact: 'name title lead_id created_by date_created emails_count display_name'.split(' '),
  opportunity: 'status_id status_type value value_period confidence note date_won user_id pipeline_id'.split(
    ' ',
  ),
  task: 'text date is_complete assigned_to due_date'.split(' '),
  activity: 'direction date_created status duration note subject user_id activity_at outcome_id pinned'.split(
    ' ',
  ),
  custom_object: 'name lead_id custom_object_type_id'.split(' '),
  address: 'city country location zipcode'.split(' '),
  contact_email: ['email', 'type', 'is_unsubscribed'],
  contact_phone: ['phone', 'country'],
  contact_url: ['url', 'type'],
}
const MODES = ['full_words', 'phrase', 'beginning_of_words', 'exact_value', 'phone_number']
const RANGES = ['today', 'yesterday', 'this-week', 'last-month', 'next-quarter', 'this-year', 'someday']

export function searchBody(state: EngineState, chance: Chance): Json {
  const type = chance.pick(TYPES) ?? 'lead'
  const query = {
    type: 'and',
    queries: [{ type: 'object_type', object_type: type }, node(state, chance, type, 0)],
  }
  const body: Json = { query: chance.percent(90) ? query : node(state, chance, 'lead', 0) }
  if (chance.percent(50)) body['include_counts'] = true
  if (chance.percent(30)) body['_limit'] = chance.below(4)
  if (chance.percent(20)) body['results_limit'] = chance.below(4)
  if (chance.percent(40)) {
    body['sort'] = [{ direction: chance.pick(['asc', 'desc']), field: field(state, chance, type) }]
  }
  if (chance.percent(40))
    body['_fields'] = { [type]: ['id', 'custom', ...chance.some(FIELDS[type] ?? [], 2)] }
  return body
}

/** A query for each field of each type of objects with each condition, whether or not they fit. */
export function* fieldQueries(state: EngineState): Generator<Json> {
  const chance = new Chance(7)
  const customs = [...state.all('custom_field')].map(({ id }) => ({
    type: 'custom_field',
    custom_field_id: id,
  }))
  for (const type of TYPES) {
    const names = [...(FIELDS[type.split('.')[0] ?? type] ?? []), ...(type === 'lead' ? SMART_FIELDS : [])]
    const regular = names.map((field_name) => ({ type: 'regular_field', object_type: type, field_name }))
    for (const one of [...regular, ...customs]) {
      for (const condition of conditionsOf(state, chance)) {
        const where = { type: 'field_condition', field: one, condition }
        yield { type: 'and', queries: [{ type: 'object_type', object_type: type }, where] }
      }
    }
  }
}

function node(state: EngineState, chance: Chance, type: string, depth: number): Json {
  const kinds = ['text', 'field_condition', 'field_condition', 'id', 'match_all', 'saved_search']
  if (depth < 3) kinds.push('and', 'or', 'has_related')
  const kind = chance.pick(kinds)
  const negate = chance.percent(20) ? { negate: true } : {}
  switch (kind) {
    case 'and':
    case 'or': {
      const count = chance.below(3)
      const queries = Array.from({ length: count }, () => node(state, chance, type, depth + 1))
      return { type: kind, ...negate, queries }
    }
    case 'has_related': {
      const related = chance.pick([...TYPES, ...PARTS]) ?? 'contact'
      const inner = node(state, chance, related, depth + 1)
      return {
        type: kind,
        ...negate,
        this_object_type: type,
        related_object_type: related,
        related_query: inner,
      }
    }
    case 'text':
      return {
        type: kind,
        ...negate,
        value: chance.pick(['a', 'b', 'c b', '+1 202', '', '!?']),
        mode: chance.pick(MODES),
      }
    case 'id':
      return { type: kind, ...negate, value: chance.pick([...state.all('lead')])?.id ?? 'lead_x' }
    case 'saved_search':
      return {
        type: kind,
        ...negate,
        saved_search_id: chance.pick([...state.all('saved_search')])?.id ?? 'save_x',
      }
    case 'field_condition':
      return { type: kind, ...negate, field: field(state, chance, type), condition: condition(state, chance) }
    default:
      return { type: 'match_all', ...negate }
  }
}

function field(state: EngineState, chance: Chance, type: string): Json {
  if (chance.percent(25)) {
    return {
      type: 'custom_field',
      custom_field_id: chance.pick([...state.all('custom_field')])?.id ?? 'cf_x',
    }
  }
  const family = type.split('.')[0] ?? type
  const names = type === 'lead' && chance.percent(40) ? SMART_FIELDS : (FIELDS[family] ?? [])
  return { type: 'regular_field', object_type: type, field_name: chance.pick(names) ?? chance.pick(WORDS) }
}

function condition(state: EngineState, chance: Chance): Json {
  return chance.pick(conditionsOf(state, chance)) ?? {}
}

/** One condition of each type. */
function conditionsOf(state: EngineState, chance: Chance): Json[] {
  const ids = (table: 'user' | 'lead_status' | 'opportunity_status' | 'pipeline') =>
    chance.some(
      [...state.all(table)].map((rec) => rec.id),
      2,
    )
  return [
    { type: 'exists' },
    { type: 'current_user' },
    { type: 'boolean', value: chance.percent(50) },
    { type: 'text', mode: chance.pick(MODES), value: chance.pick(['a', 'b', 'x.example', '0143', 'A']) },
    { type: 'term', values: chance.some(WORDS, 3) },
    { type: 'number_range', gte: chance.below(3), lt: chance.below(200) },
    { type: 'moment_range', on_or_after: moment(chance, 0), before: moment(chance, 0) },
    { type: 'reference', reference_type: 'status.lead', object_ids: ids('lead_status') },
    { type: 'reference', reference_type: 'status.opportunity', object_ids: ids('opportunity_status') },
    { type: 'reference', reference_type: 'user_or_group', object_ids: [...ids('user'), 'CURRENT_USER'] },
    { type: 'reference', reference_type: 'pipeline', object_ids: ids('pipeline') },
    { type: 'local_time', on_or_after: '09:00:00', before: chance.pick(['17:00', '25:00']) },
  ]
}

function moment(chance: Chance, depth: number): Json | null {
  const which = chance.pick(['start', 'end'])
  return (
    chance.pick<Json | null>([
      null,
      { type: 'now' },
      { type: 'fixed_utc', value: chance.pick(['2026-03-01T00:00:00+00:00', '2026-03-04', 'never']) },
      { type: 'fixed_local_date', value: '2026-03-04', which },
      { type: 'start_end_of_predefined_relative_period', range: chance.pick(RANGES), which },
      depth > 2
        ? { type: 'now' }
        : {
            type: 'offset',
            direction: chance.pick(['past', 'future']),
            moment: moment(chance, depth + 1) ?? { type: 'now' },
            offset: { months: chance.below(14), days: chance.below(40) },
            which_day_end: chance.pick(['start', 'end', null]),
          },
    ]) ?? null
  )
}
