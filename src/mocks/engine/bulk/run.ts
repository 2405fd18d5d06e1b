import type { Call } from '#mocks/engine/call.ts'
import { endJob, objectsKey } from '#mocks/engine/jobs.ts'
import { numberOf, objectsOf, textOf, textsOf } from '#mocks/engine/record.ts'
import { TABLES, type Rec, type Table } from '#mocks/engine/state.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { deleteObject } from './delete-object.ts'
import { editObject } from './edit-object.ts'
import { emailLead } from './email-lead.ts'
import { isPaused, progressAt } from './progress.ts'
import { subscribeLead } from './subscribe-lead.ts'

/** The most objects that one request moves on, so that none takes long. */
const MAX_AT_ONCE = 2000

/** Moves a bulk action on to where it should be by now. Objects that are gone meanwhile count as processed. */
export function advanceBulkAction(call: Call, id: string): void {
  const action = call.tx.get('bulk_action', id)
  if (!action) return endJob(call, id)
  if (isPaused(action)) return
  const targets = call.tx.get('meta', objectsKey(id))
  const ids = textsOf(targets, 'object_ids')
  const leadIds = textsOf(targets, 'lead_ids')
  const table = TABLES.find((name) => name === textOf(targets, 'table')) ?? 'lead'
  const before = numberOf(action, 'n_objects_processed') ?? 0
  const due = progressAt(action, ids.length, call.now)
  const processed = Math.min(due.processed, before + MAX_AT_ONCE)
  const isDone = due.status === 'done' && processed >= ids.length
  const status = due.status === 'done' && !isDone ? 'processing' : due.status
  if (status === action['status'] && processed === before) return
  const onBehalf = { ...call, eventMeta: { ...call.eventMeta, bulk_action_id: id } }
  for (const objectId of ids.slice(before, processed)) {
    const rec = call.tx.get(table, objectId)
    if (rec) runOn(onBehalf, action, table, rec, objectsOf(targets, 'patches'))
  }
  const isKnown = status !== 'created' && status !== 'loading'
  const counts = {
    n_leads: isKnown ? new Set(leadIds).size : null,
    n_objects: isKnown ? ids.length : null,
    n_leads_processed: new Set(leadIds.slice(0, processed)).size,
    n_objects_processed: processed,
  }
  if (!isDone) {
    call.tx.put('bulk_action', { ...action, ...counts, status })
    return
  }
  update(call, 'bulk_action', { ...action, ...counts, status })
  call.tx.remove('meta', objectsKey(id))
  endJob(call, id)
}

function runOn(
  call: Call,
  action: Rec,
  table: Table,
  rec: Rec,
  patches: readonly Record<string, unknown>[],
): void {
  switch (action['action']) {
    case 'edit':
      return editObject(call, action, table, rec, patches)
    case 'delete':
      return deleteObject(call, table, rec)
    case 'email':
      return emailLead(call, action, rec)
    default:
      return subscribeLead(call, action, rec)
  }
}
