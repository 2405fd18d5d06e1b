import type { LeadRow } from '#model/lead.ts'
import { useState, type ReactNode } from 'react'

import { assignSlots, NO_SLOTS } from './row-slots.ts'

export type PlacedRow = { index: number; top: number; lead: LeadRow | undefined }

/** Draws rows into elements that are taken over by other rows as the table scrolls (see `row-slots.ts`). */
export function GridRows({
  rows,
  isScrolling,
  children,
}: {
  /** The rows on screen, from the top. */
  rows: readonly PlacedRow[]
  isScrolling: boolean
  /** Draws one row; `key` is its element's. */
  children: (row: PlacedRow, key: string) => ReactNode
}) {
  const [placed, setPlaced] = useState(NO_SLOTS)
  const byKey = new Map(rows.map((row) => [row.lead?.id ?? `${AWAITED}${row.index}`, row]))
  const now = assignSlots(placed, [...byKey.keys()], isScrolling)
  if (now !== placed) setPlaced(now)

  return now.order.map((key) => {
    const row = byKey.get(key)
    // A row that is on its way has elements of its own: they have other parts.
    return row && children(row, `${row.lead ? 'row' : 'skeleton'} ${now.slots.get(key)}`)
  })
}

const AWAITED = 'awaited '
