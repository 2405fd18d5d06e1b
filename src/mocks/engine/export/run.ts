import type { Call } from '#mocks/engine/call.ts'
import { endJob, objectsKey } from '#mocks/engine/jobs.ts'
import { momentOf } from '#mocks/engine/stamp.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { gzipStored } from './gzip.ts'
import { columnsOf, csvLine, exportRows } from './rows.ts'

/** When an export moves on, in milliseconds after it was asked for [guess]. */
const STEPS: readonly [after: number, status: string][] = [
  [1000, 'done'],
  [400, 'in_progress'],
  [150, 'started'],
]

/** Moves an export on to where it should be by now. Source: Export; contract 20. */
export function advanceExport(call: Call, id: string): void {
  const order = call.tx.get('export', id)
  if (!order) return endJob(call, id)
  const elapsed = call.now - momentOf(textOf(order, 'date_created') ?? '')
  const status = STEPS.find(([after]) => elapsed >= after)?.[1]
  if (status === undefined || status === order['status']) return
  if (status !== 'done') {
    call.tx.put('export', { ...order, status })
    return
  }
  const ids = textsOf(call.tx.get('meta', objectsKey(id)), 'object_ids')
  update(call, 'export', { ...order, status, n_docs: ids.length, n_docs_processed: ids.length })
  endJob(call, id)
}

/** The gzipped file of a finished export, as a `data:` address; the demo has no file server to put it on. */
export function downloadUrl(call: Call, order: Rec): string {
  const ids = textsOf(call.tx.get('meta', objectsKey(order.id)), 'object_ids')
  const rows = ids.flatMap((id) => {
    const lead = call.tx.get('lead', id)
    return lead ? exportRows(call, lead, order) : []
  })
  const bytes = gzipStored(new TextEncoder().encode(fileText(call, order, rows)))
  return `data:application/gzip;base64,${base64(bytes)}`
}

function fileText(call: Call, order: Rec, rows: Record<string, unknown>[]): string {
  if (order['format'] === 'json') return JSON.stringify(rows)
  const columns = columnsOf(call, rows)
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ key }) => row[key])),
  ]
  return `${lines.map(csvLine).join('\r\n')}\r\n`
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(binary)
}
