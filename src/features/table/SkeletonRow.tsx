import type { LeadColumn } from '#model/lead-column.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { memo } from 'react'

import { CELL, CHECK_CELL, NAME_CELL, PINNED_CELLS } from './grid-class.ts'
import { CHECK_COLUMN } from './use-active-cell.ts'

/** A row that is on its way. It can hold the keyboard focus, so that paging ahead of the server works. */
export const SkeletonRow = memo(function SkeletonRow({
  index,
  top,
  columns,
  focusColumn,
}: {
  index: number
  top: number
  columns: readonly LeadColumn[]
  focusColumn: string | null
}) {
  const cells = columns.map((column, i) => (
    <div
      key={column.id}
      role={i === 0 ? 'rowheader' : 'gridcell'}
      aria-colindex={i + 2}
      data-column={column.id}
      tabIndex={focusColumn === column.id ? 0 : -1}
      className={i === 0 ? `${NAME_CELL} flex items-center px-2.5` : CELL}
    >
      <Skeleton className={WIDTHS[(index * 3 + i * 5) % WIDTHS.length]} />
    </div>
  ))
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-busy
      data-row={index}
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 grid h-(--table-row) grid-cols-(--table-columns) border-b border-line bg-surface contain-layout contain-style [&_.skeleton]:animate-none"
    >
      <div role="presentation" className={PINNED_CELLS}>
        <div
          role="gridcell"
          aria-colindex={1}
          data-column={CHECK_COLUMN}
          tabIndex={focusColumn === CHECK_COLUMN ? 0 : -1}
          className={CHECK_CELL}
        >
          <Skeleton className="size-3.5" />
        </div>
        {cells[0]}
      </div>
      {cells.slice(1)}
    </div>
  )
})

const WIDTHS = ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5', 'w-1/3', 'w-4/5']
