import type { EngineRequest } from '#mocks/engine/call.ts'
import { ACTIVITY_KINDS } from '#mocks/engine/activities/kinds.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import { ROUTES } from '#mocks/engine/routes.ts'
import { TABLES, type EngineState, type Rec, type Table } from '#mocks/engine/state.ts'
import { Chance } from './chance.ts'
import { searchBody } from './queries.ts'
import { readsOf } from './recorder.ts'
import { WORDS } from './values.ts'

/** Requests that mostly get far: real routes, ids of what is there, and values that the route's own checks take. */

const ROUTE_KEYS = Object.keys(ROUTES)

/** Tables whose path is not their name. */
const PATHS: Record<string, Table> = {
  'status/lead': 'lead_status',
  'status/opportunity': 'opportunity_status',
  custom_activity: 'custom_activity_type',
}

/** What a query parameter may be, besides ids and dates. */
const QUERY_WORDS: Record<string, string[]> = {
  view: ['inbox', 'future', 'archive', 'x'],
  _type: ['all', 'Note', 'Call', 'Email', 'lead', 'outgoing_call'],
  _type__in: ['Note,Call', 'lead,outgoing_call'],
  _group_by: ['user_id', 'date_won__week', 'date_won__month', 'date_won__quarter', 'date_won__year', 'x'],
  thread_emails: ['true', 'only'],
  _expand: ['memberships__user', 'inactive_memberships__user'],
  action: ['created', 'updated', 'deleted', 'merged'],
  object_type: ['lead', 'contact', 'task.lead', 'activity.note'],
  type: ['lead', 'contact'],
  query: [
    'a',
    'name:A',
    'email:b',
    '"a b" OR c',
    'sort:-created',
    'custom.Text:x',
    'slice:1/2',
    'date_updated >= 2026-01-01',
  ],
  lead_query: ['a', 'status:Potential'],
  _fields: ['id', 'id,custom', '_all', 'display_name,contacts,primary_email', 'emails,is_stalled', 'x'],
  _order_by: [
    'date_created',
    '-date_created',
    '-activity_at',
    '-date',
    'value',
    'user_name',
    'last_name,first_name',
    'x',
  ],
  _limit: ['0', '1', '2', '100', '1001', '-1', 'x'],
  _skip: ['0', '1', '36000', 'x'],
  _cursor: ['', 'older.ev_x', 'x'],
}

export type Step = { route: string; request: EngineRequest; wait: number }

/** The next request of a history; what it deletes is kept rare. */
export function nextStep(state: EngineState, chance: Chance): Step {
  let route = chance.pick(ROUTE_KEYS) ?? ''
  while (route.startsWith('DELETE') && chance.percent(75)) route = chance.pick(ROUTE_KEYS) ?? ''
  return stepFor(route, state, chance)
}

/** A request of one route, with ids of what is there and values that fit. */
export function stepFor(route: string, state: EngineState, chance: Chance): Step {
  const [method = '', template = ''] = route.split(' ')
  const path = template.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(idFor(template, name, state, chance)),
  )
  const query = queryFor(route, state, chance)
  const hasBody = method === 'POST' || method === 'PUT'
  const body = hasBody ? bodyFor(route, state, chance) : undefined
  const headers: Record<string, string> = { authorization: `Bearer ${keyOf(state, chance)}` }
  if (hasBody) headers['content-type'] = 'application/json'
  if (chance.percent(10)) headers['x-tz-offset'] = chance.pick(['5.5', '-12', '99', 'x']) ?? ''
  const request = { method, path: path + query, headers, body: body && JSON.stringify(body) }
  return { route, request, wait: chance.pick([0, 0, 1, 500, 60_000, 86_400_000]) ?? 0 }
}

/** The same request with another value for one parameter or one key of its body, for each that its route reads. */
export function variantsOf(step: Step, state: EngineState): Step[] {
  const { request, route } = step
  const reads = readsOf(route)
  const [path = ''] = request.path.split('?')
  const chance = new Chance(1)
  const asked = [...reads.query].flatMap((name) => {
    const words = QUERY_WORDS[name] ?? [0, 1, 2].map(() => queryValue(name, state, chance))
    return words.map((word) => ({
      ...request,
      path: `${path}?${new URLSearchParams({ [name]: word }).toString()}`,
    }))
  })
  const body = JSON.parse(request.body ?? '{}') as Record<string, unknown>
  const sent = [...reads.body].flatMap(([key, values]) =>
    [...values.slice(0, 14), null, idNamed(key, state, chance)].map((value) => ({
      ...request,
      body: JSON.stringify({ ...body, [key]: value }),
    })),
  )
  return [...asked, ...(request.body === undefined ? [] : sent)].map((variant) => ({
    ...step,
    request: variant,
  }))
}

/** Mostly the administrator's, now and then that of someone who may do less. */
function keyOf(state: EngineState, chance: Chance): string {
  return chance.percent(90) ? 'x' : (chance.pick([...state.all('api_key')])?.id ?? 'x')
}

function idFor(template: string, name: string, state: EngineState, chance: Chance): string {
  if (chance.percent(4)) return chance.pick(['x', 'ü', 'lead_x', '__proto__']) ?? 'x'
  if (name === 'id' && template.includes('association')) {
    return [...state.all('custom_field')].find((field) => field['object_type'] === 'shared')?.id ?? 'x'
  }
  if (name === 'objectType') {
    const typed = ['custom_activity_type', 'custom_object_type']
    return chance.pick(template.includes('typeId') ? typed : ['lead', 'lead', 'contact', ...typed]) ?? ''
  }
  if (name === 'type')
    return chance.pick(['lead', 'contact', 'opportunity', 'activity', 'custom_object']) ?? ''
  if (name === 'typeId' || name === 'customTypeId') {
    return chance.pick([...state.all('custom_activity_type'), ...state.all('custom_object_type')])?.id ?? 'x'
  }
  return chance.pick(recordsAt(template, state))?.id ?? 'x'
}

/** The records that a path's `{id}` may name. */
function recordsAt(template: string, state: EngineState): Rec[] {
  const base = template.slice(1, template.indexOf('/{'))
  const [first = '', second = ''] = base.split('/')
  const kind = ACTIVITY_KINDS.find(({ path }) => base === `activity/${path}`)
  if (kind) return [...state.all('activity')].filter((rec) => rec['_type'] === kind.type)
  if (first === 'custom_field')
    return [...state.all('custom_field')].filter((rec) => rec['object_type'] === second)
  if (first === 'bulk_action') return [...state.all('bulk_action')].filter((rec) => rec['action'] === second)
  const table = PATHS[base] ?? TABLES.find((one) => one === first)
  return table ? [...state.all(table)] : []
}

function queryFor(route: string, state: EngineState, chance: Chance): string {
  const names = [...readsOf(route).query]
  const params = new URLSearchParams()
  for (const name of chance.some(names, chance.below(4))) params.set(name, queryValue(name, state, chance))
  const text = params.toString()
  return text && `?${text}`
}

function queryValue(name: string, state: EngineState, chance: Chance): string {
  const plain = name.replace(/__(in|gte?|lte?)$/, '')
  const words = QUERY_WORDS[name] ?? QUERY_WORDS[plain]
  if (words && chance.percent(95)) return chance.pick(words) ?? ''
  if (/^(date|due_date|activity_at)/.test(plain)) {
    return chance.pick(['2026-03-04', '2026-03-04T09:00:00Z', '2026-03-04T09:00:00 00:00', '', 'x']) ?? ''
  }
  if (plain.startsWith('is_')) return chance.pick(['true', 'false', '', 'x']) ?? ''
  const ids = [idNamed(plain, state, chance), idNamed(plain, state, chance)]
  return chance.percent(10) ? '' : name.endsWith('__in') ? ids.join(',') : (ids[0] ?? '')
}

/** An id of what the key of a body or query names, such as `lead_id`. */
function idNamed(key: string, state: EngineState, chance: Chance): string {
  if (key === 'status') return chance.pick(['Qualified', 'Customer', 'Won', 'Proposal sent', 'x']) ?? 'x'
  if (key === 'status_id')
    return chance.pick([...state.all('lead_status'), ...state.all('opportunity_status')])?.id ?? 'x'
  const name = key.replace(/_id$/, '')
  const table =
    TABLES.find((one) => one === name) ??
    (['source', 'destination', 'id'].includes(name)
      ? 'lead'
      : ['assigned_to', 'created_by'].includes(name)
        ? 'user'
        : undefined)
  return chance.pick(table ? [...state.all(table)] : [])?.id ?? chance.pick(WORDS) ?? 'x'
}

function bodyFor(route: string, state: EngineState, chance: Chance): Record<string, unknown> {
  if (route === 'POST /data/search/') return searchBody(state, chance)
  const reads = readsOf(route).body
  const body: Record<string, unknown> = {}
  const share = chance.pick([20, 50, 90]) ?? 50
  for (const [key, values] of reads) {
    if (!chance.percent(values.length > 0 ? share : share / 4)) continue
    if (chance.percent(4)) body[key] = chance.pick([null, '', 0, [], {}, [{}], 'x', -1])
    else if (/(_id|source|destination)$/.test(key) && chance.percent(70))
      body[key] = fresh(key, values, state, chance)
    else body[key] = values.length > 0 ? chance.pick(values) : idNamed(key, state, chance)
  }
  if (chance.percent(40)) Object.assign(body, customValues(state, chance))
  if (/activity\/custom|custom_object\//.test(route) && chance.percent(60))
    Object.assign(body, requiredValues(state, chance))
  if (/bulk_action|export/.test(route)) Object.assign(body, targets(route, state, chance))
  if (chance.percent(5)) body['status'] = chance.pick(WORDS)
  return body
}

/** An id that is there now, in place of one that was when the route was learned. */
function fresh(key: string, values: readonly unknown[], state: EngineState, chance: Chance): unknown {
  const known = key.endsWith('_id') ? chance.pick(values) : 'lead_'
  const table = TABLES.find((name) => typeof known === 'string' && known.startsWith(PREFIXES[name] ?? '\0'))
  return (table && chance.pick([...state.all(table)])?.id) ?? known ?? idNamed(key, state, chance)
}

const PREFIXES: Partial<Record<Table, string>> = {
  lead: 'lead_',
  contact: 'cont_',
  opportunity: 'oppo_',
  user: 'user_',
  activity: 'acti_',
  outcome: 'outcome_',
}

/** Which edits are for which objects, so that most are for what the query finds. */
const EDITS: Record<string, string[]> = {
  lead: ['set_lead_status', 'set_custom_field', 'clear_custom_field', 'set_global_custom_field'],
  contact: ['set_contact_custom_field', 'clear_contact_custom_field', 'clear_global_custom_field'],
  opportunity: ['set_opportunity_custom_field', 'clear_opportunity_custom_field'],
  custom_object: ['set_custom_object_custom_field', 'set_global_custom_field'],
  'activity.custom_activity': [
    'set_activity_custom_field',
    'clear_activity_custom_field',
    'set_global_custom_field',
  ],
  task: ['set_custom_field'],
  'activity.note': ['set_activity_custom_field'],
}

/** What a bulk action or an export is about, and what an edit does to it. */
function targets(route: string, state: EngineState, chance: Chance): Record<string, unknown> {
  const objectType = chance.percent(40) ? 'lead' : (chance.pick(Object.keys(EDITS)) ?? 'lead')
  const s_query = { type: 'object_type', object_type: objectType }
  const fields = [...state.all('custom_field')]
  const kind = CUSTOM_KINDS[objectType] ?? objectType
  const fitting = fields.filter((one) => [kind, 'shared'].includes(String(one['object_type'])))
  const field = chance.pick(chance.percent(80) ? fitting : fields)
  return {
    s_query: chance.percent(90) ? s_query : searchBody(state, chance)['query'],
    results_limit: chance.pick([1, 2, null]),
    sort: chance.percent(80) ? [] : searchBody(state, chance)['sort'],
    ...(route.includes('edit') ? { type: chance.pick(EDITS[objectType] ?? []) } : {}),
    lead_status_id: chance.pick([...state.all('lead_status')])?.id,
    ...(chance.percent(80) ? { custom_field_id: field?.id } : { custom_field_name: field?.['name'] }),
    ...(chance.percent(80) ? { custom_field_value: field ? customValue(field, state, chance) : 1 } : {}),
    custom_field_operation: chance.pick(['replace', 'replace', 'add', 'remove']),
  }
}

const CUSTOM_KINDS: Record<string, string> = {
  'activity.custom_activity': 'activity',
  custom_object: 'custom_object_type',
}

/** Values of fields of custom types, some of which need them. */
function requiredValues(state: EngineState, chance: Chance): Record<string, unknown> {
  const fields = [...state.all('custom_field')].filter(
    (field) => field['required'] === true || field['object_type'] === 'shared',
  )
  return Object.fromEntries(fields.map((field) => [`custom.${field.id}`, customValue(field, state, chance)]))
}

function customValues(state: EngineState, chance: Chance): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of chance.some([...state.all('custom_field')], 4)) {
    const key = chance.percent(90) ? field.id : String(field['name'])
    const suffix = chance.pick(['', '', '', '.add', '.remove']) ?? ''
    body[`custom.${key}${suffix}`] = customValue(field, state, chance)
  }
  if (chance.percent(10)) body['custom'] = { Text: 'x', Gone: 1 }
  if (chance.percent(5)) body['custom.cf_gone'] = 'x'
  return body
}

function customValue(field: Rec, state: EngineState, chance: Chance): unknown {
  if (chance.percent(12)) return chance.pick([null, '', 'x', 1, [], ['x'], {}])
  const one = () => {
    switch (textOf(field, 'type')) {
      case 'number':
        return chance.below(9)
      case 'date':
        return '2026-03-04'
      case 'datetime':
        return '2026-03-04T10:00:00Z'
      case 'choices':
        return chance.pick(textsOf(field, 'choices'))
      case 'user':
        return chance.percent(80) ? chance.pick([...state.all('user')])?.id : 'Robin Hale'
      case 'contact':
        return chance.pick([...state.all('contact')])?.id
      case 'custom_object':
        return chance.pick([...state.all('custom_object')])?.id
      default:
        return chance.pick(['a', 'b'])
    }
  }
  return field['accepts_multiple_values'] === true && chance.percent(50) ? [one(), one()] : one()
}
