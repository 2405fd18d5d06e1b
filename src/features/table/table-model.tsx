import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  tableFeatures,
  type Row,
} from '@tanstack/react-table'

import { MAX_WIDTH, MIN_WIDTH } from './column-layout.ts'

/** Only what the table needs of the library is bundled; sorting is the server's, selection is by lead id. */
export const features = tableFeatures({ columnSizingFeature, columnResizingFeature })

export type LeadTableRow = Row<typeof features, LeadRow>

const helper = createColumnHelper<typeof features, LeadRow>()

/** The shown columns as the table library wants them, in the same order. */
export function columnDefs(columns: readonly LeadColumn[]) {
  return helper.columns(
    columns.map((column) =>
      helper.accessor((lead) => lead[column.id], {
        id: column.id,
        header: column.label,
        size: column.width,
        minSize: MIN_WIDTH,
        maxSize: MAX_WIDTH,
      }),
    ),
  )
}
