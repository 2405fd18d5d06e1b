import type { Call } from '#mocks/engine/call.ts'
import { invalid } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { objectsKey, startJob } from '#mocks/engine/jobs.ts'
import { findObjects, leadsOfQuery } from '#mocks/engine/lead-search.ts'
import { isObject, numberOf, textOf } from '#mocks/engine/record.ts'
import { objectType } from '#mocks/engine/search/object-types.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { insert, newRecord } from '#mocks/engine/writes/save.ts'
import type { Patch } from './edit-types.ts'

export type Action = 'edit' | 'delete' | 'email' | 'sequence_subscription'

const PREFIXES: Record<Action, string> = {
  edit: 'bulkedit_',
  delete: 'bulkdelete_',
  email: 'bulkemail_',
  sequence_subscription: 'bulkseqsub_',
}

/** What an action is about: the objects that match when it starts. */
export type Targets = { objectType: string; table: Table; ids: string[] }

/** The parameters that the answer repeats, and the patches that an edit applies. */
export type Work = { shown: Patch; patches?: readonly Patch[] }

/**
 * Starts a bulk action on what `s_query` finds, or the old text `query`. An empty query would stand for every lead
 * and is refused. The work is done as time passes, see `advance-jobs.ts`. `read` reads what is special to the kind
 * of action and refuses what it does not take. Source: Bulk Actions; contract 20.
 */
export function startAction(
  call: Call,
  action: Action,
  read: (targets: Targets, problems: Problems) => Work,
): Rec {
  const problems = new Problems()
  const common = readKnown(
    call.body,
    {
      results_limit: check.nullable(check.wholeBetween(0, Number.MAX_SAFE_INTEGER)),
      sort: check.listOf((item) => item),
      send_done_email: check.bool,
      query: check.nullable(check.text),
    },
    problems,
  )
  const search = call.body['s_query'] ?? undefined
  const hasQuery = isObject(search) ? Object.keys(search).length > 0 : Boolean(common['query'])
  if (!hasQuery) problems.add('s_query', REQUIRED)
  problems.refuse()
  const targets = targetsOf(call, search, common)
  const { shown, patches = [] } = read(targets, problems)
  problems.refuse()
  const rec = insert(call, 'bulk_action', {
    ...newRecord(call, PREFIXES[action]),
    action,
    query: null,
    sort: [],
    results_limit: null,
    send_done_email: true,
    ...common,
    ...shown,
    s_query: search ?? null,
    status: 'created',
    n_leads: null,
    n_leads_processed: 0,
    n_objects: null,
    n_objects_processed: 0,
    resumed_at: call.now,
    resumed_from: 0,
  })
  const { table, ids } = targets
  const lead_ids = table === 'lead' ? ids : ids.map((id) => textOf(call.tx.get(table, id), 'lead_id') ?? '')
  call.tx.put('meta', { id: objectsKey(rec.id), table, object_ids: ids, lead_ids, patches })
  startJob(call, { kind: 'bulk', id: rec.id, userId: call.callerId })
  return rec
}

function targetsOf(call: Call, search: unknown, common: Record<string, unknown>): Targets {
  const limit = numberOf(common, 'results_limit') ?? Number.POSITIVE_INFINITY
  if (!isObject(search)) {
    const ids = leadsOfQuery(call, textOf(common, 'query') ?? '').slice(0, limit)
    return { objectType: 'lead', table: 'lead', ids }
  }
  const request = { query: search, sort: common['sort'], results_limit: common['results_limit'] }
  const found = findObjects(call, request)
  const type = objectType(found.objectType)
  if (type?.kind !== 'records') throw invalid({ s_query: 'The query must find objects.' })
  return { ...found, table: type.table }
}
