import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { invalid, plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { leadStatusLabel, organization } from '#mocks/engine/lookups.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, bodiesOf, find, send } from './crud.ts'

/** `GET /status/lead/`: all of them, by id, which is not the display order. Source: contract 16. */
export function listLeadStatuses(call: Call): Reply {
  const statuses = allOf(call, 'lead_status').sort((a, b) => (a.id < b.id ? -1 : 1))
  return ok({ has_more: false, data: bodiesOf(call, 'lead_status', statuses) })
}

/** `POST /status/lead/`: the new status comes last in the display order [guess]. */
export function postLeadStatus(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const given = readStatus(call, undefined)
  const { id, organization_id } = newRecord(call, 'stat_')
  const status = insert(call, 'lead_status', { id, organization_id, ...given })
  const ids = textsOf(organization(call.tx), 'lead_status_ids')
  setOrder(call, [...ids, status.id])
  return send(call, 'lead_status', status)
}

/** `GET /status/lead/{id}/`. */
export function getLeadStatus(call: Call): Reply {
  return send(call, 'lead_status', find(call, 'lead_status', 'LeadStatus'))
}

/** `PUT /status/lead/{id}/`: another label or colour. */
export function putLeadStatus(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const status = find(call, 'lead_status', 'LeadStatus')
  return send(call, 'lead_status', update(call, 'lead_status', { ...status, ...readStatus(call, status) }))
}

/**
 * `DELETE /status/lead/{id}/`: refused while leads have it [guess], and for the last one, as new leads need a
 * status. Source: contract 16, 21.20.
 */
export function deleteLeadStatus(call: Call): Reply {
  demandPermission(call, 'manage_customizations')
  const status = find(call, 'lead_status', 'LeadStatus')
  const ids = textsOf(organization(call.tx), 'lead_status_ids')
  if (ids.length <= 1) throw plain(400, 'An organization needs at least one lead status.')
  if (call.switches.refuseStatusInUse) refuseInUse(call, status)
  erase(call, 'lead_status', status)
  setOrder(
    call,
    ids.filter((id) => id !== status.id),
  )
  return ok({})
}

function readStatus(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    { label: check.required(check.text), color: check.nullable(check.text) },
    problems,
    before ? [] : ['label'],
  )
  problems.refuse()
  const label = textOf(given, 'label')?.trim()
  if (label === '') throw invalid({ label: check.REQUIRED })
  if (label !== undefined && call.switches.refuseDuplicateLabels) refuseDuplicate(call, label, before)
  return label === undefined ? given : { ...given, label }
}

function refuseDuplicate(call: Call, label: string, before: Rec | undefined): void {
  for (const other of call.tx.all('lead_status')) {
    const isSame = leadStatusLabel(call.tx, other.id)?.toLowerCase() === label.toLowerCase()
    if (isSame && other.id !== before?.id)
      throw invalid({ label: 'A status with this label already exists.' })
  }
}

/** Goes through all leads: deleting a status is rare, and an index would cost each lead's update. */
function refuseInUse(call: Call, status: Rec): void {
  for (const lead of call.tx.all('lead')) {
    if (lead['status_id'] === status.id) {
      throw plain(400, `The status "${textOf(status, 'label')}" is still used by leads.`)
    }
  }
}

function setOrder(call: Call, ids: string[]): void {
  call.tx.put('organization', { ...organization(call.tx), lead_status_ids: ids })
}
