import { useMemo, useRef, useState, useEffect } from 'react'

import type { OpenCell, OpenCellActions } from './open-cell.ts'
import type { useActiveCell } from './use-active-cell.ts'

/** Which cell is open, and how it opens and closes. */
export function useOpenCell(cells: ReturnType<typeof useActiveCell>) {
  const [open, setOpen] = useState<OpenCell | null>(null)
  const latest = useRef(cells)
  useEffect(() => {
    latest.current = cells
  })

  const actions = useMemo<OpenCellActions>(
    () => ({
      close({ beside } = {}) {
        setOpen(null)
        const { place, focusCell, refocus } = latest.current
        if (beside) focusCell({ row: place.row, column: place.column + beside })
        else refocus()
      },
      leave: () => setOpen(null),
    }),
    [],
  )
  return { open, setOpen, actions }
}
