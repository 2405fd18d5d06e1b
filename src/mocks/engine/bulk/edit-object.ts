import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Call } from '#mocks/engine/call.ts'
import { appliesTo, customTypeOf, type FieldOwner } from '#mocks/engine/custom-fields.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { updateContact } from '#mocks/engine/writes/contacts.ts'
import { patchLead } from '#mocks/engine/writes/leads.ts'
import { update } from '#mocks/engine/writes/save.ts'
import type { Patch } from './edit-types.ts'

/** Applies a bulk edit to one object; one whose custom type lacks the field stays as it is. Source: contract 20. */
export function editObject(
  call: Call,
  action: Rec,
  table: Table,
  before: Rec,
  patches: readonly Patch[],
): void {
  if (!hasField(call, action, table, before)) return
  const after = patches.reduce<Rec>((current, patch) => applyLeadPatch(current, patch), before)
  if (table === 'lead') patchLead(call, before, changesOf(before, after))
  else if (table === 'contact') updateContact(call, before, after)
  else update(call, table, after)
}

function hasField(call: Call, action: Rec, table: Table, object: Rec): boolean {
  const owner = table as FieldOwner // the tables that edits are for, see `isEditOf`
  const typed = customTypeOf(owner)
  if (!typed) return true
  const field = call.tx.get('custom_field', textOf(action, 'custom_field_id') ?? '')
  return field !== undefined && appliesTo(field, owner, textOf(object, typed.key) ?? '')
}

function changesOf(before: Rec, after: Rec): Patch {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...keys].filter((key) => before[key] !== after[key]).map((key) => [key, after[key] ?? null]),
  )
}
