import type { Call } from '#mocks/engine/call.ts'
import { organization } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import { stamp, stampAfter } from '#mocks/engine/stamp.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { eventData, logCreated, logDeleted, logUpdated, type EventData } from './events.ts'

/** The keys of a new record that the caller cannot choose: id, organisation, author and dates. */
export function newRecord(call: Call, prefix: string): Rec {
  const now = stamp(call.now)
  return {
    id: call.newId(prefix),
    organization_id: organization(call.tx).id,
    created_by: call.callerId,
    updated_by: call.callerId,
    date_created: now,
    date_updated: now,
  }
}

/** Stores a new record and logs its creation. */
export function insert(call: Call, table: Table, rec: Rec): Rec {
  call.tx.put(table, rec)
  logCreated(call, table, rec)
  return rec
}

/**
 * Stores the new contents of a record, dated later than before, and logs what changed. `before` is what events
 * said about it before this request touched anything it derives from; by default, before this call.
 */
export function update(call: Call, table: Table, rec: Rec, before?: EventData): Rec {
  const old = call.tx.get(table, rec.id) ?? rec
  const seen = before ?? eventData(call, table, old)
  const next = {
    ...rec,
    updated_by: call.callerId,
    date_updated: stampAfter(call.now, textOf(old, 'date_updated')),
  }
  call.tx.put(table, next)
  logUpdated(call, table, seen, next)
  return next
}

/** Removes a record and logs its deletion. */
export function erase(call: Call, table: Table, rec: Rec): void {
  const seen = eventData(call, table, rec)
  call.tx.remove(table, rec.id)
  logDeleted(call, table, seen, rec)
}
