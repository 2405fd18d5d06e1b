import { expect, test } from 'vitest'
import { Tx } from '#mocks/engine/state.ts'
import { dataSearch } from './data-search.ts'
import { CALLER, fewLeads } from './few-leads.ts'

type Json = Record<string, unknown>

const state = fewLeads()

const regular = (field_name: string, object_type = 'lead'): Json => ({
  type: 'regular_field',
  object_type,
  field_name,
})
const custom = (custom_field_id: string): Json => ({ type: 'custom_field', custom_field_id })
const where = (field: Json, condition: Json): Json => ({ type: 'field_condition', field, condition })
const text = (mode: string, value: string): Json => ({ type: 'text', mode, value })
const and = (...queries: Json[]): Json => ({ type: 'and', queries })
const or = (...queries: Json[]): Json => ({ type: 'or', queries })
const not = (query: Json): Json => ({ ...query, negate: true })
const exists: Json = { type: 'exists' }
const related = (to: string, query: Json, from = 'lead'): Json => ({
  type: 'has_related',
  this_object_type: from,
  related_object_type: to,
  related_query: query,
})
const refers = (reference_type: string, ...object_ids: string[]): Json => ({
  type: 'reference',
  reference_type,
  object_ids,
})
const utc = (value: string): Json => ({ type: 'fixed_utc', value })
const day = (value: string, which: string): Json => ({ type: 'fixed_local_date', value, which })
const between = (on_or_after: Json | null, before: Json | null): Json => ({
  type: 'moment_range',
  on_or_after,
  before,
})
const period = (range: string): Json =>
  between(
    { type: 'start_end_of_predefined_relative_period', range, which: 'start' },
    { type: 'start_end_of_predefined_relative_period', range, which: 'end' },
  )
const ofType = (object_type: string): Json => ({ type: 'object_type', object_type })

function found(query: Json, caller: Partial<typeof CALLER> = {}): string {
  const body = { query, sort: [], _fields: {} }
  const answer = dataSearch(state, new Tx(state), body, { ...CALLER, ...caller })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const { data } = answer.body as { data: { id: string }[] }
  return data
    .map(({ id }) => id.slice(5))
    .sort()
    .join(' ')
}

const ALL = 'bakery bare cafe tokyo'

test.each<[rule: string, query: Json, expected: string]>([
  ['match_all', { type: 'match_all' }, ALL],
  ['match_all negated', not({ type: 'match_all' }), ''],
  ['and of nothing is true', and(), ALL],
  ['or of nothing is false', or(), ''],
  ['id', { type: 'id', value: 'lead_cafe' }, 'cafe'],
  ['or of ids', or({ type: 'id', value: 'lead_cafe' }, { type: 'id', value: 'lead_bare' }), 'bare cafe'],
  [
    'and of left out ids',
    and(not({ type: 'id', value: 'lead_cafe' }), not({ type: 'id', value: 'lead_bare' })),
    'bakery tokyo',
  ],
  ['and of two ids', and({ type: 'id', value: 'lead_cafe' }, { type: 'id', value: 'lead_bare' }), ''],
  ['or with a left out id', or(not({ type: 'id', value: 'lead_cafe' })), 'bakery bare tokyo'],
  ['object_type', and(ofType('lead'), { type: 'id', value: 'lead_cafe' }), 'cafe'],
  ['object_type of something else, negated', and(ofType('lead'), not(ofType('contact'))), ALL],
  [
    'saved_search as the whole query',
    { type: 'saved_search', saved_search_id: 'save_qualified' },
    'cafe tokyo',
  ],
  [
    'saved_search negated inside',
    and(not({ type: 'saved_search', saved_search_id: 'save_qualified' })),
    'bakery bare',
  ],
])('node: %s (contract 18, query nodes)', (_rule, query, expected) => {
  expect(found(query)).toBe(expected)
})

test.each<[value: string, mode: string, expected: string]>([
  ['northwind', 'full_words', 'bakery'],
  ['BAKERY Northwind', 'full_words', 'bakery'],
  ['north', 'full_words', ''],
  ['north bak', 'beginning_of_words', 'bakery'],
  ['wind', 'beginning_of_words', ''],
  ['bakery northwind', 'phrase', ''],
  ['trade fair wants', 'phrase', 'bakery'],
  ['northwind bakery', 'exact_value', 'bakery'],
  ['northwind', 'exact_value', ''],
  ['jose garcia', 'full_words', 'bakery'],
  ['cafe grossenwahn', 'full_words', 'cafe'],
  ["o'neill", 'full_words', 'cafe'],
  ['oneill', 'full_words', 'cafe'],
  ['oreilly', 'full_words', 'cafe'],
  ['東京', 'beginning_of_words', 'tokyo'],
  ['パン', 'full_words', 'tokyo'],
  ['asha@northwind.example', 'full_words', 'bakery'],
  ['asha@north', 'beginning_of_words', 'bakery'],
  ['northwind@asha', 'beginning_of_words', ''],
  ['mill lane leeds', 'full_words', 'bakery'],
  ['fair yeast', 'full_words', 'bakery'],
  ['gone', 'full_words', ''],
  ['owner', 'full_words', 'bakery cafe'],
  ['07700 900123', 'full_words', 'bakery'],
  ['+44 (0)7700 900-123', 'beginning_of_words', 'bakery'],
  ['0123', 'beginning_of_words', 'bakery'],
  ['0123', 'phone_number', 'bakery'],
  ['whisper', 'full_words', ''],
  ['', 'beginning_of_words', ALL],
  ['   ', 'full_words', ALL],
  ['?!', 'full_words', ''],
])('free text %j, %s, finds %j (contract 18, node text)', (value, mode, expected) => {
  expect(found({ type: 'text', value, mode })).toBe(expected)
})

test('free text without a mode finds beginnings of words', () => {
  expect(found({ type: 'text', value: 'nort' })).toBe('bakery')
})

test.each<[rule: string, query: Json, expected: string]>([
  ['full_words', where(regular('name'), text('full_words', 'bakery northwind')), 'bakery'],
  ['phrase', where(regular('url'), text('phrase', 'northwind.example')), 'bakery'],
  ['exact_value', where(regular('name'), text('exact_value', ' café grössenwahn ')), 'cafe'],
  ['exact_value minds punctuation', where(regular('name'), text('exact_value', 'Northwind-Bakery')), ''],
  ['text without words finds nothing', where(regular('name'), text('full_words', '')), ''],
  ['display_name', where(regular('display_name'), text('full_words', 'untitled')), 'bare'],
  ['status_label', where(regular('status_label'), text('exact_value', 'potential')), 'bakery bare'],
  ['text of a choice', where(custom('cf_products'), text('full_words', 'flour')), 'bakery'],
  ['term, any of', where(custom('cf_products'), { type: 'term', values: ['Yeast', 'Rye'] }), 'bakery cafe'],
  ['term of nothing', where(custom('cf_products'), { type: 'term', values: [] }), ''],
  ['term of a removed choice', where(custom('cf_source'), { type: 'term', values: ['Gone choice'] }), ''],
  ['term minds case', where(custom('cf_source'), { type: 'term', values: ['trade fair'] }), ''],
  ['number_range', where(custom('cf_budget'), { type: 'number_range', gte: 250, lt: 1000 }), 'cafe'],
  ['number_range, open', where(custom('cf_budget'), { type: 'number_range', lte: 0, gt: null }), 'tokyo'],
  ['number_range negated', not(where(custom('cf_budget'), { type: 'number_range', gt: 0 })), 'bare tokyo'],
  [
    'number_range of a Smart Field',
    where(regular('num_contacts'), { type: 'number_range', gt: 1 }),
    'bakery',
  ],
  ['addresses_count', where(regular('addresses_count'), { type: 'number_range', gte: 1 }), 'bakery cafe'],
  ['all_urls_count', where(regular('all_urls_count'), { type: 'number_range', gte: 2 }), 'bakery'],
  ['reference to a status', where(regular('status_id'), refers('status.lead', 'stat_q')), 'cafe tokyo'],
  ['reference, any of', where(regular('status_id'), refers('status.lead', 'stat_q', 'stat_p')), ALL],
  ['reference to a user', where(custom('cf_owner'), refers('user_or_group', 'user_amara')), 'cafe'],
  ['reference to CURRENT_USER', where(custom('cf_owner'), refers('user_or_group', 'CURRENT_USER')), 'bakery'],
  [
    'reference negated keeps empty leads',
    not(where(custom('cf_owner'), refers('user_or_group', 'user_robin'))),
    'bare cafe tokyo',
  ],
  ['current_user', where(regular('created_by'), { type: 'current_user' }), 'bakery cafe'],
  ['exists', where(custom('cf_owner'), exists), 'bakery cafe'],
  ['exists negated', not(where(custom('cf_owner'), exists)), 'bare tokyo'],
  ['exists of a removed choice', where(custom('cf_source'), exists), 'bakery'],
  ['exists of zero', where(custom('cf_budget'), exists), 'bakery cafe tokyo'],
  ['exists of an empty text', where(regular('description'), exists), 'bakery'],
  ['a condition negated', where(custom('cf_owner'), { type: 'exists', negate: true }), 'bare tokyo'],
  [
    'local_time in Leeds',
    where(regular('timezone_id'), { type: 'local_time', on_or_after: '12:00:00', before: '13:00:00' }),
    'bakery',
  ],
  [
    'local_time over midnight',
    where(regular('timezone_id'), { type: 'local_time', on_or_after: '22:00:00', before: '08:00:00' }),
    'cafe',
  ],
  ['timezone_id', where(regular('timezone_id'), { type: 'term', values: ['America/Chicago'] }), 'cafe'],
])('condition: %s (contract 18, conditions)', (_rule, query, expected) => {
  // local_time is asked at noon in UTC: 12:00 in Leeds, 07:00 in Austin
  expect(found(query)).toBe(expected)
})

test.each<[rule: string, range: Json, expected: string]>([
  ['lower end inclusive', between(utc('2026-03-04T09:15:27.143Z'), null), 'bakery cafe tokyo'],
  ['upper end exclusive', between(null, utc('2026-03-04T09:15:27.143Z')), 'bare'],
  ['ends that are null', between(null, null), ALL],
  ['now', between({ type: 'now' }, null), ''],
  ['today', period('today'), 'tokyo'],
  ['yesterday', period('yesterday'), 'cafe'],
  ['this-week', period('this-week'), 'cafe tokyo'],
  ['last-week', period('last-week'), 'bakery'],
  ['this-month', period('this-month'), 'bakery cafe tokyo'],
  ['this-quarter', period('this-quarter'), 'bakery cafe tokyo'],
  ['last-year', period('last-year'), 'bare'],
  ['fixed_local_date', between(day('2026-03-04', 'start'), day('2026-03-04', 'end')), 'bakery'],
  [
    'offset into the past',
    between(
      { type: 'offset', direction: 'past', moment: { type: 'now' }, offset: { days: 1, hours: 2 } },
      null,
    ),
    'cafe tokyo',
  ],
  [
    'offset to the start of its day',
    between(
      {
        type: 'offset',
        direction: 'past',
        moment: { type: 'now' },
        offset: { days: 7 },
        which_day_end: 'start',
      },
      null,
    ),
    'bakery cafe tokyo',
  ],
  [
    'offset by months ends with the month',
    between(
      { type: 'offset', direction: 'past', moment: utc('2026-03-31T23:59:59.999Z'), offset: { months: 3 } },
      {
        type: 'offset',
        direction: 'future',
        moment: utc('2025-11-30T00:00:00Z'),
        offset: { years: 0, months: 1, days: 2 },
      },
    ),
    'bare',
  ],
])('moment_range: %s (contract 18, moments)', (_rule, range, expected) => {
  expect(found(where(regular('date_created'), range))).toBe(expected)
})

test.each<[tzOffsetHours: number, range: Json, field: Json, expected: string]>([
  [0, period('today'), custom('cf_renewal'), 'bakery'],
  [13, period('today'), custom('cf_renewal'), 'cafe'],
  [0, period('tomorrow'), custom('cf_renewal'), 'cafe'],
  [0, period('today'), custom('cf_call'), 'bakery'],
  [5.5, period('today'), custom('cf_call'), ''],
  [5.5, period('tomorrow'), custom('cf_call'), 'bakery'],
  [-13, period('today'), regular('date_created'), 'tokyo'],
  [-13, period('yesterday'), regular('date_created'), 'cafe'],
  [-10, between(day('2026-03-10', 'start'), day('2026-03-10', 'end')), regular('date_created'), 'cafe'],
  [-11, between(day('2026-03-09', 'start'), day('2026-03-09', 'end')), regular('date_created'), 'cafe'],
])('with x-tz-offset %d, days are the caller’s (contract 1, 18)', (tzOffsetHours, range, field, expected) => {
  expect(found(where(field, range), { tzOffsetHours })).toBe(expected)
})

test.each<[rule: string, query: Json, expected: string]>([
  ['contact', related('contact', where(regular('title', 'contact'), text('full_words', 'owner'))), 'bakery'],
  ['any contact', related('contact', { type: 'match_all' }), 'bakery cafe'],
  ['no contact', not(related('contact', { type: 'match_all' })), 'bare tokyo'],
  ['contact by custom field', related('contact', where(custom('cf_role'), exists)), 'bakery'],
  [
    'contact_email in a contact',
    related(
      'contact',
      related(
        'contact_email',
        where(regular('email', 'contact_email'), text('exact_value', 'ASHA@northwind.example')),
        'contact',
      ),
    ),
    'bakery',
  ],
  [
    'contact_email, boolean',
    related(
      'contact',
      related(
        'contact_email',
        where(regular('is_unsubscribed', 'contact_email'), { type: 'boolean', value: true }),
        'contact',
      ),
    ),
    'cafe',
  ],
  [
    'contact_phone, phone_number',
    related(
      'contact',
      related(
        'contact_phone',
        where(regular('phone', 'contact_phone'), text('phone_number', '07700 900 123')),
        'contact',
      ),
    ),
    'bakery',
  ],
  [
    'contact_url',
    related(
      'contact',
      related('contact_url', where(regular('url', 'contact_url'), text('phrase', 'example/asha')), 'contact'),
    ),
    'bakery',
  ],
  [
    'one contact that meets both',
    related(
      'contact',
      and(
        where(regular('title', 'contact'), text('full_words', 'owner')),
        where(regular('name', 'contact'), text('full_words', 'jose')),
      ),
    ),
    '',
  ],
  [
    'emails_count',
    related('contact', where(regular('emails_count', 'contact'), { type: 'number_range', gte: 1 })),
    'bakery cafe',
  ],
  ['address', related('address', where(regular('city', 'address'), text('full_words', 'leeds'))), 'bakery'],
  [
    'address, location',
    related('address', where(regular('location', 'address'), text('phrase', 'Austin TX'))),
    'cafe',
  ],
  [
    'opportunity by status',
    related(
      'opportunity',
      where(regular('status_id', 'opportunity'), refers('status.opportunity', 'stat_won')),
    ),
    'bakery',
  ],
  [
    'opportunity by value',
    related('opportunity', where(regular('value', 'opportunity'), { type: 'number_range', gt: 50_000 })),
    '',
  ],
  [
    'opportunity, annualized',
    related(
      'opportunity',
      where(regular('annualized_value', 'opportunity'), { type: 'number_range', gte: 600_000 }),
    ),
    'bakery',
  ],
  [
    'open task',
    related('task', where(regular('is_complete', 'task'), { type: 'boolean', value: false })),
    'bakery cafe',
  ],
  ['task due today', related('task', where(regular('date', 'task'), period('today'))), 'bakery'],
  [
    'incoming call, stored as inbound',
    related(
      'activity.call',
      where(regular('direction', 'activity.call'), { type: 'term', values: ['incoming'] }),
    ),
    'bakery',
  ],
  ['any e-mail', related('activity.email', { type: 'match_all' }), 'cafe'],
  ['no meeting', not(related('activity.meeting', { type: 'match_all' })), ALL],
  [
    'note text',
    related('activity.note', where(regular('note', 'activity.note'), text('full_words', 'rye'))),
    'bakery',
  ],
  [
    'custom activity of a type',
    related(
      'activity.custom_activity',
      where(regular('custom_activity_type_id', 'activity.custom_activity'), {
        type: 'term',
        values: ['actitype_a'],
      }),
    ),
    'cafe',
  ],
  [
    'contact whose lead has a status',
    related(
      'contact',
      related('lead', where(regular('status_id'), refers('status.lead', 'stat_q')), 'contact'),
    ),
    'cafe',
  ],
  ['text in a contact', related('contact', { type: 'text', mode: 'full_words', value: 'jose' }), 'bakery'],
])('has_related: %s (contract 18, related types)', (_rule, query, expected) => {
  expect(found(query)).toBe(expected)
})

test.each<[rule: string, query: Json, expected: string]>([
  ['contacts', and(ofType('contact')), 'asha jose siobhan'],
  ['contacts by text', and(ofType('contact'), { type: 'text', value: 'garcia', mode: 'full_words' }), 'jose'],
  [
    'contacts by lead',
    and(ofType('contact'), where(regular('lead_id', 'contact'), refers('lead', 'lead_cafe'))),
    'siobhan',
  ],
  [
    'contacts with an opportunity',
    and(ofType('contact'), related('opportunity', { type: 'match_all' }, 'contact')),
    'asha',
  ],
  [
    'opportunities',
    and(
      ofType('opportunity'),
      where(regular('status_type', 'opportunity'), { type: 'term', values: ['won'] }),
    ),
    'b',
  ],
  ['tasks', and(ofType('task'), where(regular('assigned_to', 'task'), { type: 'current_user' })), 'a b c'],
  ['calls', and(ofType('activity.call')), 'call'],
  ['calls, even of any activity', or(ofType('activity.call'), { type: 'match_all' }), 'call'],
  [
    'activities',
    and(
      ofType('activity'),
      where(regular('activity_at', 'activity'), between(utc('2026-03-08T00:00:00Z'), null)),
    ),
    'status type',
  ],
])('search of %s (contract 18, object_type)', (_rule, query, expected) => {
  expect(found(query)).toBe(expected)
})
