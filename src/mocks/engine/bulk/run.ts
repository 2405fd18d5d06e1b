import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Call } from '#mocks/engine/call.ts'
import { endJob } from '#mocks/engine/jobs.ts'
import { numberOf, objectsOf, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { patchLead, removeLead } from '#mocks/engine/writes/leads.ts'
import { isPaused, progressAt } from './progress.ts'

/** The most objects that one request moves on, so that none takes long. */
const MAX_AT_ONCE = 2000

/** Moves a bulk action on to where it should be by now. Leads that are gone meanwhile count as processed. */
export function advanceBulkAction(call: Call, id: string): void {
  const action = call.tx.get('bulk_action', id)
  if (!action) return endJob(call, id)
  if (isPaused(action)) return
  const objects = call.tx.get('meta', objectsKey(id))
  const ids = textsOf(objects, 'object_ids')
  const before = numberOf(action, 'n_objects_processed') ?? 0
  const due = progressAt(action, ids.length, call.now)
  const processed = Math.min(due.processed, before + MAX_AT_ONCE)
  const patches = objectsOf(objects, 'patches')
  const onBehalf = { ...call, eventMeta: { ...call.eventMeta, bulk_action_id: id } }
  for (const leadId of ids.slice(before, processed)) runOn(onBehalf, action, leadId, patches)
  const isDone = due.status === 'done' && processed >= ids.length
  const status = due.status === 'done' && !isDone ? 'processing' : due.status
  if (status === action['status'] && processed === before) return
  const isKnown = status !== 'created' && status !== 'loading'
  const counts = {
    n_leads: isKnown ? ids.length : null,
    n_objects: isKnown ? ids.length : null,
    n_leads_processed: processed,
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

/** The record that holds which objects an action is about and what to do to them. */
export function objectsKey(id: string): string {
  return `objects/${id}`
}

function runOn(call: Call, action: Rec, leadId: string, patches: Record<string, unknown>[]): void {
  const lead = call.tx.get('lead', leadId)
  if (!lead) return
  if (action['action'] === 'delete') return removeLead(call, lead)
  const patched = patches.reduce<Rec>((current, patch) => applyLeadPatch(current, patch), lead)
  const changed = Object.fromEntries(
    [...new Set([...Object.keys(lead), ...Object.keys(patched)])]
      .filter((key) => lead[key] !== patched[key])
      .map((key) => [key, patched[key] ?? null]),
  )
  patchLead(call, lead, changed)
}
