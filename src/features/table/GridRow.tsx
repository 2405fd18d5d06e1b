import { useChangeMarks } from '#data/change-marks.ts'
import { useEdits } from '#data/lead-edits.ts'
import { useShownRow } from '#data/use-lead.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import { clsx } from 'clsx'
import { memo, useLayoutEffect, useRef } from 'react'

import { leadName } from './cell-facts.ts'
import { CHECK_CELL, PINNED_CELLS } from './grid-class.ts'
import { GridCell } from './GridCell.tsx'
import { NameCell } from './NameCell.tsx'
import type { OpenCell } from './open-cell.ts'
import { CHECK_COLUMN } from './use-active-cell.ts'

export type GridRowProps = {
  lead: LeadRow
  columns: readonly LeadColumn[]
  /** Pixels of the columns in which several values share a cell. */
  widths: Readonly<Record<string, number>>
  index: number
  top: number
  href: string
  isSelected: boolean
  /** Its pane is open. */
  isActive: boolean
  isNarrow: boolean
  /** The column that is the grid's tab stop, when it is in this row. */
  focusColumn: string | null
  /** What is open in this row. */
  open: OpenCell | null
  /** Columns whose values this row was not asked for yet. */
  awaited: ReadonlySet<string>
}

/** One lead. Drawn again only when something about it changes, however the table scrolls. */
export const GridRow = memo(function GridRow({
  lead: row,
  columns,
  widths,
  index,
  top,
  href,
  isSelected,
  isActive,
  isNarrow,
  focusColumn,
  open,
  awaited,
}: GridRowProps) {
  const lead = useShownRow(row)
  const edits = useEdits(lead.id)
  const marks = useChangeMarks(lead.id)
  const line = useRef<HTMLDivElement>(null)

  // The grid has one tab stop, so links among the values are reached by pointer alone.
  useLayoutEffect(() => {
    for (const link of line.current?.querySelectorAll('a:not([tabindex])') ?? [])
      link.setAttribute('tabindex', '-1')
  })

  const cells = columns.map((column, i) => {
    const shared = {
      column,
      place: i + 2,
      lead,
      edits,
      mark: marks?.get(column.id) ?? (i === 0 ? marks?.get('') : undefined),
      isFocused: focusColumn === column.id,
      open: open?.columnId === column.id ? open : null,
    }
    return i === 0 ? (
      <NameCell key={column.id} {...shared} href={href} isActive={isActive} isNarrow={isNarrow} />
    ) : (
      <GridCell
        key={column.id}
        {...shared}
        width={column.multiple ? widths[column.id] : undefined}
        isAwaited={awaited.has(column.id)}
      />
    )
  })

  return (
    <div
      ref={line}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-current={isActive || undefined}
      data-row={index}
      style={{ transform: `translateY(${top}px)` }}
      className={clsx(
        'group/row absolute inset-x-0 top-0 grid h-(--table-row) grid-cols-(--table-columns) border-b border-line',
        open ? 'z-10' : 'contain-layout contain-style',
        isActive || isSelected ? 'bg-selected' : 'bg-surface hover:bg-hover',
      )}
    >
      <div role="presentation" className={PINNED_CELLS}>
        <div role="gridcell" aria-colindex={1} data-column={CHECK_COLUMN} className={CHECK_CELL}>
          <Checkbox
            label={`Select ${leadName(lead)}`}
            labelHidden
            checked={isSelected}
            onChange={ignore}
            tabIndex={focusColumn === CHECK_COLUMN ? 0 : -1}
            data-cell-focus
          />
        </div>
        {cells[0]}
      </div>
      {cells.slice(1)}
    </div>
  )
})

/** The grid reacts to the click itself, which also knows of Shift. */
function ignore() {}
