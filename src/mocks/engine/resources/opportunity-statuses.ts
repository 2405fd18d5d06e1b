import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { invalid, plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { pipelinesInOrder } from '#mocks/engine/view/setup-views.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, bodiesOf, find, send } from './crud.ts'

const TYPES = ['active', 'won', 'lost']

/** `GET /status/opportunity/`: all of them, by id. Source: contract 16. */
export function listOpportunityStatuses(call: Call): Reply {
  const statuses = allOf(call, 'opportunity_status').sort((a, b) => (a.id < b.id ? -1 : 1))
  return ok({ has_more: false, data: bodiesOf(call, 'opportunity_status', statuses) })
}

/** `POST /status/opportunity/`: without type and pipeline an active one of the first pipeline. Contract 16. */
export function postOpportunityStatus(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const given = readStatus(call, undefined)
  const { id, organization_id } = newRecord(call, 'stat_')
  const pipelineId = textOf(given, 'pipeline_id') ?? pipelinesInOrder(call.tx)[0]?.id ?? null
  const status = { id, organization_id, type: 'active', ...given, pipeline_id: pipelineId }
  insert(call, 'opportunity_status', status)
  place(call, status.id, pipelineId)
  return send(call, 'opportunity_status', status)
}

/** `GET /status/opportunity/{id}/`. */
export function getOpportunityStatus(call: Call): Reply {
  return send(call, 'opportunity_status', find(call, 'opportunity_status', 'OpportunityStatus'))
}

/** `PUT /status/opportunity/{id}/`; another pipeline puts it at the end of that. */
export function putOpportunityStatus(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const before = find(call, 'opportunity_status', 'OpportunityStatus')
  const status = update(call, 'opportunity_status', { ...before, ...readStatus(call, before) })
  if (status['pipeline_id'] !== before['pipeline_id']) place(call, status.id, textOf(status, 'pipeline_id'))
  return send(call, 'opportunity_status', status)
}

/** `DELETE /status/opportunity/{id}/`: refused while opportunities have it [guess]. Contract 16, 21.20. */
export function deleteOpportunityStatus(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const status = find(call, 'opportunity_status', 'OpportunityStatus')
  if (call.switches.refuseStatusInUse) refuseInUse(call, status)
  erase(call, 'opportunity_status', status)
  place(call, status.id, null)
  return ok({})
}

/** Puts a status at the end of one pipeline and takes it out of all others. */
export function place(call: Call, statusId: string, pipelineId: string | null): void {
  for (const pipeline of call.tx.all('pipeline')) {
    const ids = textsOf(pipeline, 'status_ids')
    const isHere = ids.includes(statusId)
    const belongs = pipeline.id === pipelineId
    if (isHere === belongs) continue
    const next = belongs ? [...ids, statusId] : ids.filter((id) => id !== statusId)
    call.tx.put('pipeline', { ...pipeline, status_ids: next })
  }
}

function readStatus(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      label: check.required(check.text),
      type: check.oneOf(TYPES),
      pipeline_id: check.reference((id) => call.tx.get('pipeline', id)),
      color: check.nullable(check.text),
    },
    problems,
    before ? [] : ['label'],
  )
  problems.refuse()
  const label = textOf(given, 'label')
  const pipelineId =
    textOf(given, 'pipeline_id') ?? textOf(before, 'pipeline_id') ?? pipelinesInOrder(call.tx)[0]?.id
  if (label !== null && call.switches.refuseDuplicateLabels) refuseDuplicate(call, label, pipelineId, before)
  return given
}

/** Labels are unique in a pipeline [guess]. Contract 21.21. */
function refuseDuplicate(
  call: Call,
  label: string,
  pipelineId: string | undefined,
  before: Rec | undefined,
): void {
  for (const other of call.tx.all('opportunity_status')) {
    const isSame = textOf(other, 'label')?.toLowerCase() === label.toLowerCase()
    if (isSame && other['pipeline_id'] === pipelineId && other.id !== before?.id) {
      throw invalid({ label: 'A status with this label already exists.' })
    }
  }
}

function refuseInUse(call: Call, status: Rec): void {
  for (const opportunity of call.tx.all('opportunity')) {
    if (opportunity['status_id'] === status.id) {
      throw plain(400, `The status "${textOf(status, 'label')}" is still used by opportunities.`)
    }
  }
}
