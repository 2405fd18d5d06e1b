import type { LeadList } from '#data/use-lead-list.ts'
import { NAME_COLUMN } from '#model/lead-column.ts'
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'

import { at, type CellPlace } from './grid-focus.ts'

/** The column of check boxes, before the columns of fields. */
export const CHECK_COLUMN = 'select'

/** Where the header row stands among the rows. */
export const HEADER_ROW = -1

type Active = { row: number; columnId: string; leadId: string | null }

/**
 * The one cell that Tab reaches (a roving tab stop). It follows its lead when rows move, and when the focused
 * cell's element is replaced, the focus goes to the new one. Elements are found by `data-row` and `data-column`;
 * a widget marked `data-cell-focus` takes the focus in place of its cell.
 */
export function useActiveCell(
  grid: RefObject<HTMLElement | null>,
  list: LeadList,
  rows: number,
  columnIds: readonly string[],
) {
  const [active, setActive] = useState<Active>({ row: 0, columnId: NAME_COLUMN.id, leadId: null })
  const wantsFocus = useRef(false)
  const hasFocus = useRef(false)

  const found = active.leadId === null ? -1 : list.indexOf(active.leadId)
  const column = columnIds.indexOf(active.columnId)
  const place = at(found === -1 ? active.row : found, column === -1 ? 1 : column, {
    rows,
    columns: columnIds.length,
  })

  const activate = useCallback(
    (to: CellPlace) =>
      setActive({
        row: to.row,
        columnId: columnIds[to.column] ?? columnIds.at(-1) ?? NAME_COLUMN.id,
        leadId: to.row < 0 ? null : (list.rowAt(to.row)?.id ?? null),
      }),
    [columnIds, list],
  )

  /** Moves the focus to a cell, scrolling it into view. */
  const focusCell = useCallback(
    (to: CellPlace) => {
      wantsFocus.current = true
      activate(to)
    },
    [activate],
  )

  /** Puts the focus back on the active cell after the next render, e.g. when its editor closes. */
  const refocus = useCallback(() => {
    wantsFocus.current = true
    setActive((now) => ({ ...now }))
  }, [])

  useLayoutEffect(() => {
    const lost = hasFocus.current && document.activeElement === document.body
    const isWanted = wantsFocus.current
    if (!isWanted && !lost) return
    const cell = cellElement(grid.current, place, columnIds)
    if (!cell) return
    wantsFocus.current = false
    const target = cell.querySelector<HTMLElement>('[data-cell-focus]') ?? cell
    target.focus({ preventScroll: true })
    if (isWanted) cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  })

  function onFocus(event: FocusEvent<HTMLElement>) {
    hasFocus.current = true
    const to = placeOf(event.target, columnIds)
    if (to && (to.row !== place.row || to.column !== place.column)) activate(to)
  }

  function onBlur(event: FocusEvent<HTMLElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) hasFocus.current = false
  }

  return { place, columnId: columnIds[place.column] ?? NAME_COLUMN.id, focusCell, refocus, onFocus, onBlur }
}

/** The place of the cell that holds an element; null outside the cells. */
export function placeOf(element: EventTarget | null, columnIds: readonly string[]): CellPlace | null {
  if (!(element instanceof Element)) return null
  const columnId = element.closest<HTMLElement>('[data-column]')?.dataset['column']
  const row = element.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (columnId === undefined || row === undefined) return null
  return { row: Number(row), column: columnIds.indexOf(columnId) }
}

function cellElement(
  grid: HTMLElement | null,
  { row, column }: CellPlace,
  columnIds: readonly string[],
): HTMLElement | null {
  const columnId = CSS.escape(columnIds[column] ?? '')
  return grid?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${columnId}"]`) ?? null
}
