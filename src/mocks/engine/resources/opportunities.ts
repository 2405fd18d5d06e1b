import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import {
  byFlag,
  byMoment,
  byValue,
  candidates,
  inOrder,
  passing,
  type Filter,
} from '#mocks/engine/http/filters.ts'
import { pageOf } from '#mocks/engine/http/paging.ts'
import { reference, required, Problems } from '#mocks/engine/http/validate.ts'
import { leadsOfQuery, leadsOfSavedSearch } from '#mocks/engine/lead-search.ts'
import { contactNameOf, leadNameOf, organization, userName } from '#mocks/engine/lookups.ts'
import { opportunityTotals } from '#mocks/engine/opportunity-totals.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { isStalled } from '#mocks/engine/view/opportunity-extras.ts'
import { opportunityStatus, opportunityWorth } from '#mocks/engine/view/opportunity-view.ts'
import { createLead } from '#mocks/engine/writes/leads.ts'
import { createOpportunity, updateOpportunity } from '#mocks/engine/writes/opportunities.ts'
import { erase } from '#mocks/engine/writes/save.ts'
import { bodiesOf, find, send } from './crud.ts'
import { groupOpportunities } from './opportunity-groups.ts'

const PAGE = { maxLimit: 250 }

/**
 * `GET /opportunity/` with its filters; the aggregates cover all matches. Default order: newest first [guess].
 * Source: Opportunities; contract 11.
 */
export function listOpportunities(call: Call): Reply {
  const matches = inOrder(
    call.query,
    passing(candidates(call, 'opportunity'), filters(call)),
    orders(call),
    '-date_created',
  )
  const currency = textOf(organization(call.tx), 'currency') ?? 'USD'
  const groups = groupOpportunities(call, matches, currency)
  const envelope = { total_results: matches.length, ...opportunityTotals(matches, currency) }
  if (groups) {
    const { items, has_more } = pageOf(call, groups, PAGE)
    return ok({ has_more, ...envelope, data: items })
  }
  const { items, has_more } = pageOf(call, matches, PAGE)
  return ok({ has_more, ...envelope, data: bodiesOf(call, 'opportunity', items) })
}

/** `POST /opportunity/`; without `lead_id` a new untitled lead is made. Source: contract 11. */
export function postOpportunity(call: Call): Reply {
  const given = call.body['lead_id']
  const problems = new Problems()
  if (given !== undefined) {
    problems.collect('lead', () => required(reference((id) => call.tx.get('lead', id)))(given))
  }
  problems.refuse()
  const lead = typeof given === 'string' ? call.tx.get('lead', given) : undefined
  return send(call, 'opportunity', createOpportunity(call, lead ?? createLead(call, {}), call.body))
}

/** `GET /opportunity/{id}/`. */
export function getOpportunity(call: Call): Reply {
  return send(call, 'opportunity', find(call, 'opportunity', 'Opportunity'))
}

/** `PUT /opportunity/{id}/`: a patch. Source: contract 11. */
export function putOpportunity(call: Call): Reply {
  const opportunity = find(call, 'opportunity', 'Opportunity')
  return send(call, 'opportunity', updateOpportunity(call, opportunity, call.body))
}

/** `DELETE /opportunity/{id}/`. */
export function deleteOpportunity(call: Call): Reply {
  erase(call, 'opportunity', find(call, 'opportunity', 'Opportunity'))
  return ok({})
}

function filters(call: Call): Filter[] {
  const { query, tx } = call
  return [
    ...byValue(query, 'lead_id'),
    ...byValue(query, 'user_id'),
    ...byValue(query, 'status_id'),
    ...byValue(query, 'status_label', (rec) => textOf(opportunityStatus(tx, rec), 'label')),
    ...byValue(query, 'status_type', (rec) => textOf(opportunityStatus(tx, rec), 'type')),
    ...byValue(query, 'value_period'),
    ...byMoment(query, 'date_won'),
    ...byMoment(query, 'date_created'),
    ...byMoment(query, 'date_updated'),
    ...byFlag(query, 'is_stalled', (rec) => isStalled(tx, rec, call)),
    ...byText(call),
    ...byLeads(call),
  ]
}

/** `query`: each word occurs in the note or a name. */
function byText(call: Call): Filter[] {
  const words = (call.query.get('query') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return [
    (rec) => {
      const text = [
        textOf(rec, 'note'),
        leadNameOf(call.tx, rec['lead_id']),
        contactNameOf(call.tx, rec['contact_id']),
        textOf(opportunityStatus(call.tx, rec), 'label'),
      ]
      const haystack = text.join(' ').toLowerCase()
      return words.every((word) => haystack.includes(word))
    },
  ]
}

/** `lead_query` (deprecated) and `lead_saved_search_id`: the lead is among those that the search finds. */
function byLeads(call: Call): Filter[] {
  const query = call.query.get('lead_query')
  const savedSearch = call.query.get('lead_saved_search_id')
  const sets = [
    ...(query ? [leadsOfQuery(call, query)] : []),
    ...(savedSearch ? [leadsOfSavedSearch(call, savedSearch)] : []),
  ].map((ids) => new Set(ids))
  return sets.map((ids) => (rec) => ids.has(textOf(rec, 'lead_id') ?? ''))
}

function orders(call: Call): Record<string, (rec: Rec) => unknown> {
  return {
    date_won: (rec) => rec['date_won'],
    date_updated: (rec) => rec['date_updated'],
    date_created: (rec) => rec['date_created'],
    confidence: (rec) => rec['confidence'],
    user_name: (rec) => userName(call.tx, rec['user_id']),
    value: (rec) => rec['value'],
    annualized_value: (rec) => opportunityWorth(rec).annualized,
    annualized_expected_value: (rec) => opportunityWorth(rec).annualizedExpected,
  }
}
