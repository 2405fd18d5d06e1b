import type { Call, Reply } from '#mocks/engine/call.ts'
import { EDIT_TYPES, readEdit, type Patch } from '#mocks/engine/bulk/edit-types.ts'
import { objectsKey } from '#mocks/engine/bulk/run.ts'
import { invalid, notFound } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { startJob } from '#mocks/engine/jobs.ts'
import { findObjects, leadsOfQuery } from '#mocks/engine/lead-search.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { isObject, numberOf, textOf } from '#mocks/engine/record.ts'
import { momentOf } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, send, sendPage } from './crud.ts'

type Action = 'edit' | 'delete'

const PAUSABLE_MS = 7 * 24 * 3_600_000
const PREFIXES: Record<Action, string> = { edit: 'bulkedit_', delete: 'bulkdelete_' }

/** `GET /bulk_action/{edit,delete}/`: newest first [guess]. Source: Bulk Actions; contract 20. */
export const listBulkActions =
  (action: Action) =>
  (call: Call): Reply => {
    const actions = allOf(call, 'bulk_action').filter((rec) => rec['action'] === action)
    return sendPage(call, 'bulk_action', actions.toReversed(), { maxLimit: 100 })
  }

export const getBulkAction =
  (action: Action) =>
  (call: Call): Reply =>
    send(call, 'bulk_action', findAction(call, action))

/** `POST /bulk_action/edit/`: needs `bulk_edit`. Source: contract 20. */
export function postBulkEdit(call: Call): Reply {
  demandPermission(call, 'bulk_edit')
  const problems = new Problems()
  const { type } = readKnown(call.body, { type: check.oneOf(EDIT_TYPES) }, problems, ['type'])
  const edit = typeof type === 'string' ? readEdit(call, type, problems) : { patches: [], shown: {} }
  return start(call, 'edit', { type, ...edit.shown }, edit.patches, problems)
}

/** `POST /bulk_action/delete/`: needs `bulk_delete`. Source: contract 20. */
export function postBulkDelete(call: Call): Reply {
  demandPermission(call, 'bulk_delete')
  return start(call, 'delete', { bulk_object_type: 'lead' }, [], new Problems())
}

/** `PUT /bulk_action/…/{id}/ {"status": "paused" | "resuming"}`, within 7 days. Source: contract 20. */
export const putBulkAction =
  (action: Action) =>
  (call: Call): Reply => {
    const before = findAction(call, action)
    const problems = new Problems()
    const { status } = readKnown(call.body, { status: check.oneOf(['paused', 'resuming']) }, problems)
    problems.refuse()
    if (status === undefined) return send(call, 'bulk_action', before)
    const isPaused = before['status'] === 'paused'
    const age = call.now - momentOf(textOf(before, 'date_created') ?? '')
    const canChange =
      before['status'] !== 'done' && age <= PAUSABLE_MS && (status === 'resuming') === isPaused
    if (!canChange) throw invalid({ status: 'Value cannot be changed.' })
    const resumed = { resumed_at: call.now, resumed_from: numberOf(before, 'n_objects_processed') ?? 0 }
    return send(call, 'bulk_action', update(call, 'bulk_action', { ...before, status, ...resumed }))
  }

function findAction(call: Call, action: Action): Rec {
  const rec = call.tx.get('bulk_action', call.params['id'] ?? '')
  if (rec?.['action'] !== action) throw notFound(action === 'edit' ? 'BulkEdit' : 'BulkDelete')
  return rec
}

/** The objects are those that match now; they are worked on as time passes, see `advance-jobs.ts`. */
function start(call: Call, action: Action, shown: Patch, patches: Patch[], problems: Problems): Reply {
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
  // An empty query would stand for every lead.
  if (!hasQuery) problems.add('s_query', REQUIRED)
  problems.refuse()
  const ids = targets(call, search, common)
  const base = newRecord(call, PREFIXES[action])
  const rec = insert(call, 'bulk_action', {
    ...base,
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
  call.tx.put('meta', { id: objectsKey(rec.id), object_ids: ids, patches })
  startJob(call, { kind: 'bulk', id: rec.id, userId: call.callerId })
  return send(call, 'bulk_action', rec)
}

function targets(call: Call, search: unknown, common: Record<string, unknown>): string[] {
  const limit = numberOf(common, 'results_limit') ?? Number.POSITIVE_INFINITY
  if (!isObject(search)) return leadsOfQuery(call, textOf(common, 'query') ?? '').slice(0, limit)
  const request = { query: search, sort: common['sort'], results_limit: common['results_limit'] }
  const found = findObjects(call, request)
  if (found.objectType !== 'lead') throw invalid({ s_query: 'The query must find leads.' })
  return found.ids
}
