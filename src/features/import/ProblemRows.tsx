import type { ProblemGroup } from '#model/import-check.ts'
import type { CsvTable } from '#model/import-table.ts'
import { Button } from '#ui/Button.tsx'
import { useState } from 'react'

import { oneLine } from './import-words.ts'

const PAGE = 50

/** The rows with one problem, a page at a time: their number, and the cell or the start of the row. */
export function ProblemRows({ group, table }: { group: ProblemGroup; table: CsvTable }) {
  const [shown, setShown] = useState(PAGE)
  const { rows, at } = group
  const more = Math.min(PAGE, rows.length - shown)
  return (
    <div className="flex flex-col gap-2 pl-6">
      <table className="w-full table-fixed text-xs">
        <thead className="sr-only">
          <tr>
            <th scope="col">Row</th>
            <th scope="col">{at === null ? 'Begins with' : 'Cell'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((index) => {
            const row = table.rows[index]
            const text = at === null ? (row?.cells.join(' · ') ?? '') : (row?.cells[at] ?? '')
            return (
              <tr key={index}>
                <th scope="row" className="w-20 py-0.5 text-left font-normal text-muted tabular-nums">
                  Row {row?.number}
                </th>
                <td title={text} className="truncate py-0.5">
                  {oneLine(text)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more > 0 && (
        <Button size="sm" className="self-start" onClick={() => setShown(shown + PAGE)}>
          Show {more} more
        </Button>
      )}
    </div>
  )
}
