import { noContent, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, Problems, readKnown, ValueProblem } from '#mocks/engine/http/validate.ts'
import { organization } from '#mocks/engine/lookups.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { isObject, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { pipelinesInOrder } from '#mocks/engine/view/setup-views.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { bodiesOf, find, send, sendCreated } from './crud.ts'
import { place } from './opportunity-statuses.ts'

/** `GET /pipeline/`: all of them in display order, without `has_more`. Source: contract 6, 11. */
export function listPipelines(call: Call): Reply {
  return ok({ data: bodiesOf(call, 'pipeline', pipelinesInOrder(call.tx)) })
}

/** `POST /pipeline/` → 201. */
export function postPipeline(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const problems = new Problems()
  const { name, statuses = [] } = readKnown(
    call.body,
    { name: check.required(check.text), statuses: statusIds(call) },
    problems,
    ['name'],
  )
  problems.refuse()
  const pipeline = insert(call, 'pipeline', { ...newRecord(call, 'pipe_'), name, status_ids: [] })
  const org = organization(call.tx)
  call.tx.put('organization', { ...org, pipeline_ids: [...textsOf(org, 'pipeline_ids'), pipeline.id] })
  return sendCreated(call, 'pipeline', reorder(call, pipeline, statuses as string[]), '/pipeline/')
}

/** `GET /pipeline/{id}/`. */
export function getPipeline(call: Call): Reply {
  return send(call, 'pipeline', find(call, 'pipeline', 'Pipeline'))
}

/** `PUT /pipeline/{id}/`: renames, reorders statuses, or pulls one in by listing its id. Source: contract 11. */
export function putPipeline(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const pipeline = find(call, 'pipeline', 'Pipeline')
  const problems = new Problems()
  const { statuses, ...own } = readKnown(
    call.body,
    { name: check.required(check.text), statuses: statusIds(call) },
    problems,
  )
  problems.refuse()
  const renamed = update(call, 'pipeline', { ...pipeline, ...own })
  return send(call, 'pipeline', statuses ? reorder(call, renamed, statuses as string[]) : renamed)
}

/** `DELETE /pipeline/{id}/` → 204, only when it holds no statuses. Source: contract 11. */
export function deletePipeline(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const pipeline = find(call, 'pipeline', 'Pipeline')
  if (textsOf(pipeline, 'status_ids').length > 0) throw plain(400, 'The pipeline still has statuses.')
  erase(call, 'pipeline', pipeline)
  const org = organization(call.tx)
  const rest = textsOf(org, 'pipeline_ids').filter((id) => id !== pipeline.id)
  call.tx.put('organization', { ...org, pipeline_ids: rest })
  return noContent()
}

function statusIds(call: Call): check.Check {
  return check.listOf((item) => {
    const id = isObject(item) ? item['id'] : item
    if (typeof id !== 'string' || !call.tx.get('opportunity_status', id)) throw new ValueProblem(NO_OBJECT)
    return id
  })
}

/** The listed statuses come first, also those of other pipelines; what is left out stays behind them [guess]. */
function reorder(call: Call, pipeline: Rec, listed: readonly string[]): Rec {
  for (const id of listed) {
    const status = call.tx.get('opportunity_status', id)
    if (!status || status['pipeline_id'] === pipeline.id) continue
    update(call, 'opportunity_status', { ...status, pipeline_id: pipeline.id })
    place(call, id, pipeline.id)
  }
  const present = textsOf(call.tx.get('pipeline', pipeline.id), 'status_ids')
  const next = { ...pipeline, status_ids: [...new Set([...listed, ...present])] }
  call.tx.put('pipeline', next)
  return next
}
