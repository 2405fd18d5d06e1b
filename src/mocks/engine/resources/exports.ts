import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { downloadUrl } from '#mocks/engine/export/run.ts'
import { invalid } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { objectsKey, startJob } from '#mocks/engine/jobs.ts'
import { findObjects } from '#mocks/engine/lead-search.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { isObject } from '#mocks/engine/record.ts'
import { insert, newRecord } from '#mocks/engine/writes/save.ts'
import { allOf, bodyOf, find, send, sendPage } from './crud.ts'

const FORMATS = ['csv', 'json']

/** `POST /export/lead/`: needs `export`; without a query all leads. Source: Export; contract 20. */
export function postLeadExport(call: Call): Reply {
  return start(call, { type: check.oneOf(['leads', 'contacts', 'lead_opps']) }, ['format', 'type'])
}

/** `POST /export/opportunity/`: the opportunities of the leads that the query finds [guess]. */
export function postOpportunityExport(call: Call): Reply {
  return start(call, {}, ['format'])
}

/** `GET /export/`: newest first. */
export function listExports(call: Call): Reply {
  return sendPage(call, 'export', allOf(call, 'export').toReversed(), { maxLimit: 100 })
}

/** `GET /export/{id}/`: with `download_url` when it is done. */
export function getExport(call: Call): Reply {
  const order = find(call, 'export', 'Export')
  const isWanted = !call.fields || call.fields.includes('download_url')
  if (order['status'] !== 'done' || !isWanted) return send(call, 'export', order)
  return ok({ ...bodyOf(call, 'export', order), download_url: downloadUrl(call, order) })
}

function start(call: Call, checks: Record<string, check.Check>, required: string[]): Reply {
  demandPermission(call, 'export')
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      ...checks,
      format: check.oneOf(FORMATS),
      fields: check.nullable(check.listOf(check.text)),
      include_activities: check.bool,
      include_smart_fields: check.bool,
      date_format: check.oneOf(['original', 'iso8601', 'excel']),
      send_done_email: check.bool,
      s_query: check.nullable((value) => value),
    },
    problems,
    required,
  )
  problems.refuse()
  const search = isObject(given['s_query']) ? given['s_query'] : { type: 'match_all' }
  // A Smart View's `s_query` holds the node under `query`.
  const found = findObjects(call, { query: search['query'] ?? search, sort: search['sort'] })
  if (found.objectType !== 'lead') throw invalid({ s_query: 'The query must find leads.' })
  const base = newRecord(call, 'expo_')
  const order = insert(call, 'export', {
    ...base,
    type: 'lead_opps',
    ...given,
    status: 'created',
    n_docs: null,
  })
  call.tx.put('meta', { id: objectsKey(order.id), object_ids: found.ids })
  startJob(call, { kind: 'export', id: order.id, userId: call.callerId })
  return send(call, 'export', order)
}
