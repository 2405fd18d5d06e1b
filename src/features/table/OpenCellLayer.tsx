import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import { lazy, Suspense } from 'react'

export const loadCellEditor = () => import('./CellEditor.tsx')
const CellEditor = lazy(() => loadCellEditor().then((module) => ({ default: module.CellEditor })))

/** The editor over a cell. Its code is fetched when the browser is idle, so it is there when needed. */
export function OpenCellLayer(props: { column: LeadColumn; lead: LeadRow; typed: string | null }) {
  return (
    <Suspense>
      <CellEditor {...props} />
    </Suspense>
  )
}
