import { NAME_COLUMN, type LeadColumn } from '#model/lead-column.ts'
import { createContext } from 'react'

/** The one cell that is being edited. `typed` is what opened it, to go on with. */
export type OpenCell = { leadId: string; columnId: string; typed: string | null }

export type OpenCellActions = {
  /** Closes the editor; the focus goes back to the cell, or to the one beside it, if any (1 right, -1 left). */
  close(options?: { beside?: 1 | -1 | undefined }): void
  /** Closes the editor and leaves the focus where the person put it. */
  leave(): void
}

export const OpenCellContext = createContext<OpenCellActions>({ close() {}, leave() {} })

/** The field that an edit of a column names. */
export function editedField(column: Pick<LeadColumn, 'id'>): string {
  return column.id === NAME_COLUMN.id ? 'name' : column.id
}

/** The column's name in a sentence about an edit. */
export function editedLabel(column: Pick<LeadColumn, 'id' | 'label'>): string {
  return column.id === NAME_COLUMN.id ? 'Name' : column.label
}
