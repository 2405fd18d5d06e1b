import type { ProblemGroup } from '#model/import-check.ts'
import type { CsvTable } from '#model/import-table.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { CircleX, TriangleAlert } from 'lucide-react'

import { countOf } from './import-words.ts'
import { ProblemRows } from './ProblemRows.tsx'

/** What the check found, gathered by problem; each opens to its rows. Nothing when all is well. */
export function ProblemList({ groups, table }: { groups: readonly ProblemGroup[]; table: CsvTable }) {
  if (groups.length === 0) return null
  return (
    <section aria-label="Problems" className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">Problems</h3>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {groups.map((group, i) => (
          <li key={`${group.severity} ${group.at} ${group.message}`} className="px-2 py-1">
            <Disclosure
              open={i === 0 && group.severity === 'error' && group.rows.length <= 5}
              title={
                <GroupTitle
                  group={group}
                  header={group.at === null ? null : (table.headers[group.at] ?? '')}
                />
              }
              aside={countOf(group.rows.length, 'row')}
            >
              <ProblemRows group={group} table={table} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  )
}

function GroupTitle({ group, header }: { group: ProblemGroup; header: string | null }) {
  const isError = group.severity === 'error'
  const Icon = isError ? CircleX : TriangleAlert
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Icon aria-hidden className={`size-4 shrink-0 ${isError ? 'text-bad' : 'text-warn'}`} />
      <span className="sr-only">{isError ? 'Error: ' : 'Warning: '}</span>
      {header !== null && <span className="shrink-0 font-medium">{header}</span>}
      <span className="truncate font-normal">{group.message}</span>
    </span>
  )
}
