import { fieldStateNow } from '#data/lead-edits.ts'
import type { LeadList } from '#data/use-lead-list.ts'
import { NAME_COLUMN, type LeadColumn } from '#model/lead-column.ts'
import { navigate } from '#lib/navigation.ts'
import { useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'

import { clampWidth } from './column-layout.ts'
import { loadCellEditor } from './OpenCellLayer.tsx'
import { moveFocus, typedCharacter, type CellPlace } from './grid-focus.ts'
import { CHECK_COLUMN, HEADER_ROW, placeOf, type useActiveCell } from './use-active-cell.ts'
import type { ColumnWidths } from './use-column-widths.ts'
import type { useOpenCell } from './use-open-cell.ts'
import type { useSelection } from './use-selection.ts'

type Parts = {
  grid: RefObject<HTMLElement | null>
  list: LeadList
  rows: number
  columns: readonly LeadColumn[]
  columnIds: readonly string[]
  cells: ReturnType<typeof useActiveCell>
  openCell: ReturnType<typeof useOpenCell>
  selection: ReturnType<typeof useSelection>
  rowHeight: number
  leadHref: (id: string) => string
  onSort: (field: string) => void
  onMoveColumn: (id: string, by: 1 | -1) => void
  widths: ColumnWidths
  onWidthsChange: (change: (now: ColumnWidths) => ColumnWidths) => void
}

const WIDTH_STEP = 16

/** Keys that belong to what is typed once an edit has begun. */
const TYPED_KEYS: Readonly<Record<string, string>> = { Enter: '\n', Tab: '\t', ' ': ' ' }

/**
 * What pointer and keys do in the grid, for all cells at once, so that rows take no handlers.
 *
 * Keys: arrows, Home, End and the page keys move (`grid-focus.ts`). Space selects the row, Shift+Space up to it,
 * Mod+A all. Enter opens the lead from its name, edits any other editable cell, sorts by a header; F2 edits, the
 * name too; a letter edits and is its first. After an edit the focus stays in the cell, where the value and the
 * mark of its saving are. On a header, Shift+arrows change the width and Mod+Shift+arrows the place.
 */
export function useGridEvents(parts: Parts) {
  const { grid, list, rows, columns, columnIds, cells, openCell, selection, rowHeight } = parts
  /** Whether the pressed cell was the focused one before, so that a second press edits it. */
  const wasFocused = useRef(false)

  function columnAt(place: CellPlace): LeadColumn | undefined {
    return columns[place.column - 1]
  }

  function edit(place: CellPlace, typed: string | null): boolean {
    const lead = list.rowAt(place.row)
    const column = columnAt(place)
    if (!lead || !column?.editable) return false
    openCell.setOpen({ leadId: lead.id, columnId: column.id, typed })
    return true
  }

  function onHeaderKey(event: KeyboardEvent, place: CellPlace): boolean {
    const column = columnAt(place)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (column && step !== null && event.shiftKey) {
      if (event.ctrlKey || event.metaKey) parts.onMoveColumn(column.id, step)
      else {
        parts.onWidthsChange((now) => ({
          ...now,
          [column.id]: clampWidth((now[column.id] ?? column.width) + step * WIDTH_STEP),
        }))
      }
      return true
    }
    if (event.key !== 'Enter' && event.key !== ' ') return false
    if (!column) selection.toggleAll()
    else if (column.sortable) parts.onSort(column.id)
    return true
  }

  function onRowKey(event: KeyboardEvent, place: CellPlace): boolean {
    const column = columnAt(place)
    if (event.key === ' ') {
      selection.toggle(place.row, event.shiftKey)
      return true
    }
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      selection.selectAll()
      return true
    }
    if (event.key === 'F2') return edit(place, null)
    if (event.key === 'Enter') {
      if (columnIds[place.column] === CHECK_COLUMN) {
        selection.toggle(place.row, event.shiftKey)
        return true
      }
      // The name is a link and opens by itself, unless its edit failed.
      if (column?.id === NAME_COLUMN.id && !hasFailed(place, 'name')) return false
      if (edit(place, null)) return true
      const lead = list.rowAt(place.row)
      if (lead) navigate(parts.leadHref(lead.id))
      return true
    }
    const typed = typedCharacter(event)
    return typed !== null && column?.id !== NAME_COLUMN.id && edit(place, typed)
  }

  function hasFailed(place: CellPlace, field: string): boolean {
    const id = list.rowAt(place.row)?.id
    const kind = id === undefined ? 'saved' : fieldStateNow(id, field).kind
    return kind === 'failed' || kind === 'conflict'
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const place = cellOf(event.target)
    if (!place) return
    if (openCell.open) {
      // The editor's code is still on its way: what is typed meanwhile is its beginning, and may be its end.
      if (event.key === 'Escape') openCell.setOpen(null)
      const typed = TYPED_KEYS[event.key] ?? typedCharacter(event)
      if (typed === null) return
      openCell.setOpen({ ...openCell.open, typed: (openCell.open.typed ?? '') + typed })
      event.preventDefault()
      return
    }
    const isHeader = place.row === HEADER_ROW
    if (isHeader ? onHeaderKey(event, place) : onRowKey(event, place)) {
      event.preventDefault()
      return
    }
    if (event.altKey || event.shiftKey) return
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowHeight) - 2)
    const to = moveFocus(place, event, { rows, columns: columnIds.length, page })
    if (!to) return
    event.preventDefault()
    cells.focusCell(to)
  }

  /** The place of a cell itself, not of what is open over it. */
  function cellOf(target: EventTarget): CellPlace | null {
    if (!(target instanceof Element) || !grid.current?.contains(target)) return null
    if (target.closest('[data-open-cell], [data-resize]')) return null
    return placeOf(target, columnIds)
  }

  function onMouseDown(event: MouseEvent<HTMLElement>) {
    const place = cellOf(event.target)
    const { row, column } = cells.place
    wasFocused.current =
      place?.row === row &&
      place.column === column &&
      event.currentTarget.contains(document.activeElement) &&
      document.activeElement !== event.currentTarget
    // Shift+click selects rows, not text.
    if (event.shiftKey) event.preventDefault()
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const place = cellOf(event.target)
    if (!place) return
    const target = event.target as Element
    const column = columnAt(place)
    if (place.row === HEADER_ROW) {
      if (!column) selection.toggleAll()
      else if (column.sortable) parts.onSort(column.id)
      return
    }
    if (columnIds[place.column] === CHECK_COLUMN) return selection.toggle(place.row, event.shiftKey)
    if (target.closest('[data-failure]')) {
      edit(place, null)
      return
    }
    if (target.closest('a, button')) return
    if (wasFocused.current) edit(place, null)
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    void loadCellEditor()
    cells.onFocus(event)
  }

  /** A check box would toggle itself when the key is let go. */
  function onKeyUp(event: KeyboardEvent<HTMLElement>) {
    if (event.key === ' ' && cellOf(event.target)) event.preventDefault()
  }

  return { onKeyDown, onKeyUp, onMouseDown, onClick, onFocus, onBlur: cells.onBlur }
}
