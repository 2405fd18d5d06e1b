import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import {
  byMoment,
  byValue,
  candidates,
  inOrder,
  momentFiltersIn,
  passing,
  type Filter,
} from '#mocks/engine/http/filters.ts'
import { pageOf } from '#mocks/engine/http/paging.ts'
import { invalid } from '#mocks/engine/http/refusal.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import { slimEmail } from '#mocks/engine/view/activity-view.ts'

const PAGE = { maxLimit: 100, maxSkip: 250_000 }
const NEEDS_ONE_LEAD = ['user_id', 'contact_id', '_type']

/**
 * `GET /activity/`, or the activities of one type: newest first. On the generic path some filters need one
 * `lead_id`; dates may only be filtered by the key that is sorted by. E-mail threads come with `thread_emails`.
 * Source: Activities; contract 13.
 */
export function listActivities(call: Call, type?: string): Reply {
  refuseWrongMix(call, type)
  const found = passing(candidates(call, 'activity'), [...byType(call, type), ...filters(call)])
  const activities = inOrder(
    call.query,
    found,
    { date_created: (rec) => rec['date_created'], activity_at: (rec) => rec['activity_at'] },
    '-date_created',
  )
  const { items, has_more } = pageOf(call, activities, PAGE)
  const isThreaded = call.query.get('thread_emails') === 'true'
  const data = items.map((rec) => {
    const sent = serialize(call.tx, 'activity', rec, call.fields, call)
    return isThreaded && rec['_type'] === 'Email' ? slimEmail(sent) : sent
  })
  return ok({ has_more, data })
}

function filters({ query }: Call): Filter[] {
  return [
    ...byValue(query, 'id'),
    ...byValue(query, 'lead_id'),
    ...byValue(query, 'user_id'),
    ...byValue(query, 'contact_id'),
    ...byMoment(query, 'date_created'),
    ...byMoment(query, 'activity_at'),
  ]
}

function byType(call: Call, type: string | undefined): Filter[] {
  if (type !== undefined) return [(rec) => rec['_type'] === type]
  const threads = call.query.get('thread_emails')
  const asked = byValue(call.query, '_type')
  if (threads === 'only') return [...asked, (rec) => rec['_type'] !== 'Email']
  return threads === 'true' ? asked : [...asked, (rec) => rec['_type'] !== 'EmailThread']
}

function refuseWrongMix({ query }: Call, type: string | undefined): void {
  const hasOneLead = Boolean(query.get('lead_id'))
  const problems: Record<string, string> = {}
  for (const name of type === undefined ? NEEDS_ONE_LEAD : []) {
    for (const key of [name, `${name}__in`]) {
      if (query.has(key) && !hasOneLead) problems[key] = 'This filter can only be used together with lead_id.'
    }
  }
  const order = query.get('_order_by')?.replace(/^-/, '')
  const sortsByActivity = order === 'activity_at'
  if (sortsByActivity && !hasOneLead) problems['_order_by'] = 'Sorting by activity_at needs lead_id.'
  for (const key of momentFiltersIn(query, sortsByActivity ? 'date_created' : 'activity_at')) {
    problems[key] = 'Date filters may only use the field that is sorted on.'
  }
  if (Object.keys(problems).length > 0) throw invalid(problems)
}
