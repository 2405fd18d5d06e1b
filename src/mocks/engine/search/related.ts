import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { isOfType, type ObjectType, type RecordType } from './object-types.ts'
import type { Scope, Test } from './scope.ts'

/**
 * The test that at least one related object passes; undefined when objects of the two types are not related.
 * A lead has its children; a contact has what names it; a child has its lead. Source: contract 18, `has_related`.
 */
export function someRelated(scope: Scope, related: ObjectType, test: Test): Test | undefined {
  const { type } = scope
  if (type.kind === 'parts') return undefined
  if (related.kind === 'parts') return related.owner === type.table ? somePart(related.key, test) : undefined
  if (related.table === type.table) return undefined
  if (type.table === 'lead') return someChild(scope, related, test)
  if (related.table === 'lead') return owner(scope, 'lead_id', related, test)
  if (related.table === 'contact') return owner(scope, 'contact_id', related, test)
  return type.table === 'contact' ? someNaming(scope, related, test) : undefined
}

function somePart(key: string, test: Test): Test {
  return (rec) => {
    for (const part of objectsOf(rec, key)) if (test(part as Rec, -1)) return true // parts have no id of their own
    return false
  }
}

function someChild(scope: Scope, related: RecordType, test: Test): Test {
  const children = scope.env.index.table(related.table)
  const { recs } = children.rows
  const slotsOf = scope.env.index
    .table('lead')
    .column({
      key: `children:${related.table}`,
      from: [related.table],
      compute: (lead) => children.slotsOfLead(lead.id),
    })
    .values()
  return (_lead, leadSlot) => {
    for (const slot of slotsOf[leadSlot] ?? NO_SLOTS) {
      const child = recs[slot]
      if (child && isOfType(related, child) && test(child, slot)) return true
    }
    return false
  }
}

function someNaming(scope: Scope, related: RecordType, test: Test): Test {
  const children = scope.env.index.table(related.table)
  const { recs } = children.rows
  return (contact) => {
    for (const slot of children.slotsOfLead(textOf(contact, 'lead_id') ?? '')) {
      const child = recs[slot]
      if (child?.['contact_id'] === contact.id && isOfType(related, child) && test(child, slot)) return true
    }
    return false
  }
}

const NO_SLOTS: readonly number[] = []

function owner(scope: Scope, key: string, related: RecordType, test: Test): Test {
  const { rows } = scope.env.index.table(related.table)
  return (rec) => {
    const slot = rows.slotOf(textOf(rec, key) ?? '')
    const record = slot === undefined ? undefined : rows.recs[slot]
    return record !== undefined && slot !== undefined && test(record, slot)
  }
}
