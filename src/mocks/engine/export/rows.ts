import type { Call } from '#mocks/engine/call.ts'
import { fieldsInOrder } from '#mocks/engine/custom-order.ts'
import { projectFields } from '#mocks/engine/fields.ts'
import { leadContacts, leadDisplayName } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import { serialize, serializeLead } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'

type Row = Record<string, unknown>

/**
 * What an export holds of one lead: the lead itself, or one row for each of its contacts or opportunities,
 * with the lead's id and name. Source: Export; contract 20.
 */
export function exportRows(call: Call, lead: Rec, order: Rec): Row[] {
  const fields = Array.isArray(order['fields']) ? (order['fields'] as string[]) : undefined
  const type = textOf(order, 'type')
  if (type === 'leads' || type === null) {
    const smart = order['include_smart_fields'] === true
    const row = serializeLead(call.tx, lead, smart && !fields ? ['_all'] : fields, call)
    if (order['include_activities'] === true) row['activities'] = activitiesOf(call, lead)
    return [row]
  }
  const table = type === 'contacts' ? 'contact' : 'opportunity'
  const children = table === 'contact' ? leadContacts(call.tx, lead) : call.tx.childrenOf(table, lead.id)
  const parent = { lead_id: lead.id, lead_name: leadDisplayName(call.tx, lead) }
  return children.map((child) => {
    const row = { ...serialize(call.tx, table, child, undefined, call), ...parent }
    return fields ? projectFields(row, fields) : row
  })
}

/** The columns of a CSV export; a custom field's is headed by its name. */
export function columnsOf(call: Call, rows: readonly Row[]): { key: string; header: string }[] {
  const names = new Map(
    fieldsInOrder(call.tx, 'lead').map((field) => [`custom.${field.id}`, textOf(field, 'name')]),
  )
  const keys = new Set(rows.flatMap((row) => Object.keys(row)))
  return [...keys].map((key) => ({ key, header: names.get(key) ?? key }))
}

/** One line of CSV. Lists of plain values are joined with commas, anything nested is JSON. */
export function csvLine(values: readonly unknown[]): string {
  return values.map((value) => csvCell(cellText(value))).join(',')
}

function activitiesOf(call: Call, lead: Rec): Row[] {
  return call.tx
    .childrenOf('activity', lead.id)
    .map((activity) => serialize(call.tx, 'activity', activity, undefined, call))
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object')
  return isPlainList ? value.join(', ') : JSON.stringify(value)
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
