/** A cell by place: row -1 is the header row, column 0 the check boxes. */
export type CellPlace = { row: number; column: number }

/** The size of the grid, and how many rows a page key moves. */
export type GridSize = { rows: number; columns: number; page: number }

type Key = { key: string; ctrlKey: boolean; metaKey: boolean }

/**
 * Where a navigation key leads from `place`; null for other keys. Source: WAI-ARIA Authoring Practices, "Grid":
 * arrows move one cell and stop at the edges, Home and End go to the ends of the row (with Ctrl of the grid),
 * Page Up and Page Down move a page.
 */
export function moveFocus(place: CellPlace, event: Key, size: GridSize): CellPlace | null {
  const { row, column } = place
  const wide = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'ArrowUp':
      return at(wide ? 0 : row - 1, column, size)
    case 'ArrowDown':
      return at(wide ? size.rows - 1 : row + 1, column, size)
    case 'ArrowLeft':
      return at(row, wide ? 0 : column - 1, size)
    case 'ArrowRight':
      return at(row, wide ? size.columns - 1 : column + 1, size)
    case 'Home':
      return at(wide ? 0 : row, 0, size)
    case 'End':
      return at(wide ? size.rows - 1 : row, size.columns - 1, size)
    case 'PageUp':
      return at(row < 0 ? row : Math.max(0, row - size.page), column, size)
    case 'PageDown':
      return at(row + size.page, column, size)
    default:
      return null
  }
}

/** The nearest cell that exists. */
export function at(row: number, column: number, size: Pick<GridSize, 'rows' | 'columns'>): CellPlace {
  return {
    row: Math.max(-1, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  }
}

/** Whether a key press types a character, so that it starts an edit with it. */
export function typedCharacter(event: Key & { altKey: boolean }): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return null
  return Array.from(event.key).length === 1 ? event.key : null
}
