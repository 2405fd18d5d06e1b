import { mergeLeads } from '#model/lead-merge.ts'
import type { Call } from '#mocks/engine/call.ts'
import { customFieldsOf } from '#mocks/engine/custom-fields.ts'
import { endJob, startJob, type MergeJob } from '#mocks/engine/jobs.ts'
import { leadDisplayName } from '#mocks/engine/lookups.ts'
import { CHILD_TABLES, type Rec } from '#mocks/engine/state.ts'
import { addActivity } from './activities.ts'
import { contactIds } from './contacts.ts'
import { eventData, logDeleted, logEvent, logUpdated } from './events.ts'
import { update } from './save.ts'

/**
 * Merges `source` into `destination`: at once, or with the `slowMerge` switch when its time has passed. Until
 * then both leads stay as they are and the LeadMerge activity is `in-progress`. Source: Lead API, "Merge two
 * leads"; contract 9, 21.5.
 */
export function startMerge(call: Call, source: Rec, destination: Rec): void {
  if (call.switches.slowMerge === 0) {
    const merging = withMergeMeta(call, source.id, destination.id)
    addMergeActivity(merging, source, destination, 'completed')
    foldLead(merging, source, destination)
    return
  }
  const activity = addMergeActivity(call, source, destination, 'in-progress')
  startJob(call, {
    kind: 'merge',
    id: activity.id,
    source: source.id,
    destination: destination.id,
    dueAt: call.now + call.switches.slowMerge,
    userId: call.callerId,
  })
}

/** Completes a slow merge whose time has come. One whose leads are gone meanwhile ends as an error. */
export function finishMerge(call: Call, job: MergeJob): void {
  endJob(call, job.id)
  const merging = withMergeMeta(call, job.source, job.destination)
  const source = call.tx.get('lead', job.source)
  const destination = call.tx.get('lead', job.destination)
  const activity = call.tx.get('activity', job.id)
  if (source && destination) foldLead(merging, source, destination)
  if (activity)
    update(merging, 'activity', { ...activity, ...progress(source && destination ? 'completed' : 'error') })
}

/**
 * The children of `source` move whole, keeping ids and dates; its fields fill up the destination's by the rules
 * of `mergeLeads`; then it is gone. All events name both leads. Source: contract 9, 19.
 */
function foldLead(call: Call, source: Rec, destination: Rec): void {
  const seenSource = eventData(call, 'lead', source)
  const seenDestination = eventData(call, 'lead', destination)
  const contacts = [...contactIds(call, destination), ...contactIds(call, source)]
  for (const table of CHILD_TABLES) {
    for (const child of call.tx.childrenOf(table, source.id)) {
      const seen = eventData(call, table, child)
      const moved = { ...child, lead_id: destination.id }
      call.tx.put(table, moved)
      logUpdated(call, table, seen, moved)
    }
  }
  const fields = customFieldsOf(call.tx, 'lead').map((field) => ({
    id: field.id,
    accepts_multiple_values: field['accepts_multiple_values'] === true,
  }))
  const merged = { ...mergeLeads(destination, source, fields), contact_ids: contacts }
  const saved = update(call, 'lead', merged, seenDestination)
  call.tx.remove('lead', source.id)
  logDeleted(call, 'lead', seenSource, source)
  logEvent(call, 'lead', saved, 'merged', eventData(call, 'lead', saved), {})
}

type Progress = 'in-progress' | 'completed' | 'error'

/** Two documentation pages name the key differently, so both are sent. Contract 9, 21.33. */
function progress(status: Progress) {
  return { merge_status: status, status }
}

function addMergeActivity(call: Call, source: Rec, destination: Rec, status: Progress): Rec {
  return addActivity(call, 'LeadMerge', destination.id, {
    ...progress(status),
    source_lead_id: source.id,
    source_lead_name: leadDisplayName(call.tx, source),
    destination_lead_id: destination.id,
  })
}

function withMergeMeta(call: Call, source: string, destination: string): Call {
  const eventMeta = {
    ...call.eventMeta,
    merge_source_lead_id: source,
    merge_destination_lead_id: destination,
  }
  return { ...call, eventMeta }
}
