import { removeActivity } from '#mocks/engine/activities/threads.ts'
import type { Call } from '#mocks/engine/call.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { removeContact } from '#mocks/engine/writes/contacts.ts'
import { removeLead } from '#mocks/engine/writes/leads.ts'
import { erase } from '#mocks/engine/writes/save.ts'

/** Deletes one object of a bulk delete, with what a single delete of it would take along. Source: contract 20. */
export function deleteObject(call: Call, table: Table, rec: Rec): void {
  if (table === 'lead') removeLead(call, rec)
  else if (table === 'contact') removeContact(call, rec)
  else if (table === 'activity') removeActivity(call, rec)
  else erase(call, table, rec)
}
