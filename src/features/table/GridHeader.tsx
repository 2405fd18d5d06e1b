import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadSort } from '#model/search.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import type { Header } from '@tanstack/react-table'
import type { LeadRow } from '#model/lead.ts'
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'

import { CHECK_CELL, NAME_CELL, PINNED_CELLS } from './grid-class.ts'
import type { features } from './table-model.tsx'
import { CHECK_COLUMN, HEADER_ROW } from './use-active-cell.ts'

export type GridHeaderProps = {
  columns: readonly LeadColumn[]
  headers: readonly Header<typeof features, LeadRow>[]
  sort: LeadSort | null
  /** The column whose header is the grid's tab stop; null when a row has it. */
  focusColumn: string | null
  selected: 'none' | 'some' | 'all'
  /** The column whose width is being dragged. */
  resizing: string | false
  onResetWidth: (id: string) => void
}

/** The row of column headers. Clicks and keys are handled by the grid; only the resize handles act by themselves. */
export const GridHeader = memo(function GridHeader({
  columns,
  headers,
  sort,
  focusColumn,
  selected,
  resizing,
  onResetWidth,
}: GridHeaderProps) {
  const cells = headers.map((header, index) => {
    const column = columns[index]
    return (
      column && (
        <HeaderCell
          key={header.id}
          column={column}
          place={index + 2}
          direction={sort?.field === column.id ? sort.direction : null}
          isFocused={focusColumn === column.id}
          isPinned={index === 0}
          isResizing={resizing === column.id}
          header={header}
          onResetWidth={onResetWidth}
        />
      )
    )
  })
  return (
    <div role="rowgroup" className="sticky top-0 z-20 min-w-(--table-width) bg-surface">
      <div
        role="row"
        data-row={HEADER_ROW}
        className="grid h-9 grid-cols-(--table-columns) border-b border-line bg-surface text-xs text-muted"
      >
        <div role="presentation" className={PINNED_CELLS}>
          <div role="columnheader" aria-colindex={1} data-column={CHECK_COLUMN} className={CHECK_CELL}>
            <Checkbox
              label="Select all leads"
              labelHidden
              checked={selected === 'all'}
              indeterminate={selected === 'some'}
              onChange={ignore}
              tabIndex={focusColumn === CHECK_COLUMN ? 0 : -1}
              data-cell-focus
            />
          </div>
          {cells[0]}
        </div>
        {cells.slice(1)}
      </div>
    </div>
  )
})

type HeaderCellProps = {
  column: LeadColumn
  /** Counted from 1, after the check boxes. */
  place: number
  direction: LeadSort['direction'] | null
  isFocused: boolean
  isPinned: boolean
  isResizing: boolean
  header: Header<typeof features, LeadRow>
  onResetWidth: (id: string) => void
}

const HeaderCell = memo(function HeaderCell({
  column,
  place,
  direction,
  isFocused,
  isPinned,
  isResizing,
  header,
  onResetWidth,
}: HeaderCellProps) {
  const { sortable } = column
  const startResize = header.getResizeHandler()
  const Arrow = direction === 'desc' ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      aria-colindex={place}
      data-column={column.id}
      tabIndex={isFocused ? 0 : -1}
      aria-sort={direction ? SORT[direction] : sortable ? 'none' : undefined}
      data-tooltip={sortable ? column.customField?.description || undefined : 'Close cannot sort by this'}
      className={clsx(
        'group relative flex min-w-0 items-center gap-1 bg-surface px-2.5 font-medium select-none focus-visible:outline-2 focus-visible:-outline-offset-2',
        sortable && 'hover:bg-hover hover:text-text',
        direction && 'text-text',
        isPinned && NAME_CELL,
        column.kind === 'number' && 'flex-row-reverse',
      )}
    >
      <span className="truncate">{column.label}</span>
      {sortable && (
        <Arrow
          aria-hidden
          className={clsx(
            'size-3.5 shrink-0',
            direction ? 'text-accent' : 'text-faint opacity-0 group-hover:opacity-100',
          )}
        />
      )}
      {/* A pointer's way to change the width; keys do it with Shift and the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hidden from assistive technology */}
      <span
        aria-hidden
        data-resize
        onMouseDown={startResize}
        onTouchStart={startResize}
        onDoubleClick={() => onResetWidth(column.id)}
        className={clsx(
          'absolute inset-y-0 right-0 z-10 w-2 cursor-col-resize touch-none border-r-2 pointer-coarse:w-5',
          isResizing
            ? 'border-accent'
            : 'border-transparent group-hover:border-line-strong hover:border-accent',
        )}
      />
    </div>
  )
})

const SORT = { asc: 'ascending', desc: 'descending' } as const

/** The grid reacts to the click itself, which also knows of Shift. */
function ignore() {}
