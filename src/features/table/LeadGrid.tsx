import type { LeadList } from '#data/use-lead-list.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadSort } from '#model/search.ts'
import { useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type ReactNode,
  type UIEvent,
} from 'react'

import { CHECK_WIDTH, HEADER_HEIGHT } from './grid-class.ts'
import { GridHeader } from './GridHeader.tsx'
import { GridRow } from './GridRow.tsx'
import { GridRows } from './GridRows.tsx'
import { OpenCellContext } from './open-cell.ts'
import { isSelected } from './selection.ts'
import { SkeletonRow } from './SkeletonRow.tsx'
import { columnDefs, features } from './table-model.tsx'
import { CHECK_COLUMN, HEADER_ROW, useActiveCell } from './use-active-cell.ts'
import type { ColumnWidths } from './use-column-widths.ts'
import { useGridEvents } from './use-grid-events.ts'
import { useOpenCell } from './use-open-cell.ts'
import type { useSelection } from './use-selection.ts'

export type LeadGridProps = {
  list: LeadList
  /** The shown columns, the name first. */
  columns: readonly LeadColumn[]
  /** Columns that are new, while their values are on the way. */
  awaited: ReadonlySet<string>
  sort: LeadSort | null
  onSort: (field: string) => void
  onMoveColumn: (id: string, by: 1 | -1) => void
  widths: ColumnWidths
  onWidthsChange: (change: (now: ColumnWidths) => ColumnWidths) => void
  selection: ReturnType<typeof useSelection>
  activeLeadId: string | null
  leadHref: (id: string) => string
  /** What is shown: a change takes the table back to its top. */
  scope: string
  rowHeight: number
  isNarrow: boolean
  /** Stands below the header in place of rows, when there is none. */
  children?: ReactNode
}

const SKELETON_ROWS = 40
const OVERSCAN = 6
/** Rows asked for beyond those on screen, so that scrolling at a human pace meets no skeletons. */
const AHEAD = 100

/**
 * The grid. However many leads there are, the table library is handed only the rows on screen (and the one with
 * the keyboard focus, which must not disappear); the list is asked for more as far as someone looks.
 */
export function LeadGrid(props: LeadGridProps) {
  const { list, columns, sort, selection, activeLeadId, rowHeight, isNarrow, widths, onWidthsChange } = props
  const grid = useRef<HTMLDivElement>(null)
  const rows = list.isPending ? SKELETON_ROWS : Math.min(list.count ?? 0, list.reachable)
  const columnIds = useMemo(() => [CHECK_COLUMN, ...columns.map(({ id }) => id)], [columns])
  const cells = useActiveCell(grid, list, rows, columnIds)
  const activeRow = cells.place.row

  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => grid.current,
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    scrollMargin: HEADER_HEIGHT,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        if (activeRow < 0 || activeRow >= range.count || shown.includes(activeRow)) return shown
        return activeRow < range.startIndex ? [activeRow, ...shown] : [...shown, activeRow]
      },
      [activeRow],
    ),
  })
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    if (grid.current) grid.current.scrollTop = 0
  }, [props.scope])

  const items = virtual.getVirtualItems()
  const onScreen = items.flatMap(({ index }) => list.rowAt(index) ?? [])
  const table = useTable(
    {
      features,
      columns: useMemo(() => columnDefs(columns), [columns]),
      data: onScreen,
      getRowId: (lead) => lead.id,
      columnResizeMode: 'onChange',
      state: { columnSizing: widths },
      onColumnSizingChange: (updater) =>
        onWidthsChange((now) => (typeof updater === 'function' ? updater(now) : updater)),
    },
    (state) => state.columnResizing.isResizingColumn,
  )
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const sizes = headers.map((header) => header.getSize())
  const total = sizes.reduce((sum, size) => sum + size, CHECK_WIDTH)

  const reached = Math.min(Math.max(...items.map(({ index }) => index), 0) + AHEAD, rows - 1)
  useEffect(() => {
    // After a failure it waits for someone to ask again.
    if (!list.error && !list.isPending) list.reach(reached)
  })

  const activeIndex = activeLeadId === null ? -1 : list.indexOf(activeLeadId)
  const shownLead = useRef<string | null>(null)
  useEffect(() => {
    // Once for each lead whose pane opens: a row that moves later must not take the view along.
    if (activeLeadId === null) shownLead.current = null
    if (activeIndex < 0 || shownLead.current === activeLeadId) return
    shownLead.current = activeLeadId
    virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeLeadId, activeIndex, virtual])

  const resetWidth = useCallback(
    (id: string) => onWidthsChange(({ [id]: _gone, ...rest }) => rest),
    [onWidthsChange],
  )
  const openCell = useOpenCell(cells)
  const events = useGridEvents({ ...props, grid, cells, columnIds, rows, openCell })
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--table-columns': [CHECK_WIDTH, ...sizes].map((size) => `${size}px`).join(' '),
    '--table-width': `${total}px`,
    '--table-row': `${rowHeight}px`,
    '--table-pin': isNarrow ? `-${CHECK_WIDTH}px` : '0px',
    scrollPaddingLeft: (isNarrow ? 0 : CHECK_WIDTH) + (sizes[0] ?? 0),
    scrollPaddingTop: HEADER_HEIGHT,
  }

  return (
    <OpenCellContext value={openCell.actions}>
      <div
        ref={grid}
        role="grid"
        aria-label="Leads"
        aria-rowcount={list.count ?? -1}
        aria-colcount={columnIds.length}
        aria-multiselectable
        aria-busy={list.isPending || list.isStale}
        data-narrow={isNarrow || undefined}
        style={style}
        className={clsx(
          'group/grid relative min-h-0 overflow-auto overscroll-contain',
          props.children ? 'shrink-0' : 'flex-1',
        )}
        {...events}
        onScroll={markScrolled}
      >
        <GridHeader
          columns={columns}
          headers={headers}
          sort={sort}
          focusColumn={activeRow === HEADER_ROW ? cells.columnId : null}
          selected={selection.count === 0 ? 'none' : selection.count < (list.count ?? 0) ? 'some' : 'all'}
          resizing={table.state}
          onResetWidth={resetWidth}
        />
        <div
          role="rowgroup"
          className={clsx('relative min-w-(--table-width)', list.isPending && 'motion-safe:animate-pulse')}
          style={{ height: virtual.getTotalSize() }}
        >
          <GridRows
            rows={items.map(({ index, start }) => ({
              index,
              top: start - HEADER_HEIGHT,
              lead: list.rowAt(index),
            }))}
            isScrolling={virtual.isScrolling}
          >
            {({ index, top, lead }, key) => {
              const focusColumn = index === activeRow ? cells.columnId : null
              if (!lead) return <SkeletonRow key={key} {...{ index, top, columns, focusColumn }} />
              return (
                <GridRow
                  key={key}
                  lead={lead}
                  columns={columns}
                  widths={widths}
                  index={index}
                  top={top}
                  href={props.leadHref(lead.id)}
                  isSelected={isSelected(selection.selection, lead.id)}
                  isActive={lead.id === activeLeadId}
                  isNarrow={isNarrow}
                  focusColumn={focusColumn}
                  open={openCell.open?.leadId === lead.id ? openCell.open : null}
                  awaited={props.awaited}
                />
              )
            }}
          </GridRows>
        </div>
      </div>
      {props.children}
    </OpenCellContext>
  )
}

/** Without drawing: it must be there in the very frame in which the table has moved sideways (see `PINNED_CELLS`). */
function markScrolled({ currentTarget: grid }: UIEvent<HTMLElement>) {
  grid.toggleAttribute('data-scrolled', grid.scrollLeft > 0)
}
