import type { CsvTable } from '#model/import-table.ts'
import { Button } from '#ui/Button.tsx'
import { useState } from 'react'

import type { HeldRow } from './import-store.ts'
import { oneLine } from './import-words.ts'

const PAGE = 50

/** Rows that were left out on purpose. */
export function SkippedRows({
  skipped,
  table,
  nameAt,
}: {
  skipped: readonly HeldRow[]
  table: CsvTable
  nameAt: number
}) {
  const [shown, setShown] = useState(PAGE)
  const more = Math.min(PAGE, skipped.length - shown)
  return (
    <div className="flex flex-col gap-2 pl-6 text-xs">
      <ul>
        {skipped.slice(0, shown).map(({ index, reason }) => {
          const row = table.rows[index]
          return (
            <li key={index} className="py-0.5">
              <span className="text-muted tabular-nums">Row {row?.number}</span>{' '}
              <span className="font-medium">{oneLine(row?.cells[nameAt] ?? '')}</span>{' '}
              <span className="text-muted">{reason}</span>
            </li>
          )
        })}
      </ul>
      {more > 0 && (
        <Button size="sm" className="self-start" onClick={() => setShown(shown + PAGE)}>
          Show {more} more
        </Button>
      )}
    </div>
  )
}
