import { Button } from '#ui/Button.tsx'
import { useState } from 'react'

import type { FailedRow } from './failed-rows.ts'
import { oneLine } from './import-words.ts'

const PAGE = 50

/** Rows that did not become leads, each with the reason; a page at a time. */
export function FailedRows({ rows, nameAt }: { rows: readonly FailedRow[]; nameAt: number }) {
  const [shown, setShown] = useState(PAGE)
  const more = Math.min(PAGE, rows.length - shown)
  return (
    <div className="flex flex-col gap-2">
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table aria-label="Failed rows" className="w-full text-sm">
          <thead>
            <tr className="border-b border-line text-left text-xs text-muted">
              {['Row', 'Lead', 'Why'].map((title) => (
                <th key={title} scope="col" className="px-3 py-2 font-medium">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.slice(0, shown).map(({ row, reason }) => (
              <tr key={row.number} className="align-top">
                <td className="w-14 px-3 py-1.5 text-muted tabular-nums">{row.number}</td>
                <th scope="row" className="w-1/4 px-3 py-1.5 text-left font-medium wrap-anywhere">
                  {oneLine(row.cells[nameAt] ?? '') || '—'}
                </th>
                <td className="px-3 py-1.5 wrap-anywhere">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && (
        <Button size="sm" className="self-start" onClick={() => setShown(shown + PAGE)}>
          Show {more} more
        </Button>
      )}
    </div>
  )
}
