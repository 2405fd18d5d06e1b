import type { ChangeMark } from '#data/change-marks.ts'
import { fieldState, type Update } from '#model/operation.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { clsx } from 'clsx'
import { memo } from 'react'

import { failureTooltip } from './cell-failure.ts'
import { CellMark } from './CellMark.tsx'
import { CellValue } from './CellValue.tsx'
import { CELL } from './grid-class.ts'
import { editedField, type OpenCell } from './open-cell.ts'
import { OpenCellLayer } from './OpenCellLayer.tsx'

export type GridCellProps = {
  column: LeadColumn
  /** Of the column among those shown, counted from 1. */
  place: number
  lead: LeadRow
  /** The lead's edits that are waiting or failed. */
  edits: readonly Update[]
  /** Somebody else has just changed the value; in the first cell, anything about the lead. */
  mark: ChangeMark | undefined
  isFocused: boolean
  open: OpenCell | null
  width?: number | undefined
  isAwaited?: boolean | undefined
}

/** One value of one lead, with its editor over it while it is being edited. */
export const GridCell = memo(function GridCell({
  column,
  place,
  lead,
  edits,
  mark,
  isFocused,
  open,
  width,
  isAwaited,
}: GridCellProps) {
  const state = fieldState(edits, editedField(column))
  return (
    <div
      role="gridcell"
      aria-colindex={place}
      data-column={column.id}
      tabIndex={isFocused ? 0 : -1}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- WAI-ARIA 1.2 gives a gridcell this one
      aria-readonly={!column.editable}
      aria-busy={state.kind === 'saving' || undefined}
      aria-invalid={state.kind === 'failed' || state.kind === 'conflict' || undefined}
      data-tooltip={open ? undefined : (failureTooltip(column, state) ?? mark?.text)}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- a global attribute of WAI-ARIA 1.3
      aria-description={mark?.text}
      className={clsx(
        CELL,
        mark?.isFresh && 'changed',
        column.kind === 'number' && 'justify-end',
        column.editable &&
          'hover:outline hover:-outline-offset-1 hover:outline-line-strong focus-visible:hover:outline-2 focus-visible:hover:-outline-offset-2 focus-visible:hover:outline-accent',
        state.kind === 'saving' && 'text-muted',
      )}
    >
      {isAwaited ? (
        <Skeleton className="w-2/3" />
      ) : (
        <CellValue column={column} lead={lead} width={width === undefined ? undefined : width - PADDING} />
      )}
      <CellMark state={state} />
      {open && <OpenCellLayer key={lead.id} column={column} lead={lead} typed={open.typed} />}
    </div>
  )
})

/** What the cell's own padding takes of its width. */
const PADDING = 20
