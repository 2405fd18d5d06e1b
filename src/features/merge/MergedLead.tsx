import type { MergePreview, MergeRow } from '#model/merge-preview.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { clsx } from 'clsx'
import { useState } from 'react'

import { valueTexts, type ValueNames } from './value-text.ts'

/** On a phone the outcome stays in view while the two leads scroll by. */
const IN_VIEW = 'max-md:sticky max-md:right-0 max-md:w-32 max-md:min-w-32 max-md:border-l max-md:border-line'

/** The lead that a merge will make, beside the two that it is made of. Differences first. */
export function MergedLead({ preview, names }: { preview: MergePreview; names: ValueNames }) {
  const [onlyDifferences, setOnlyDifferences] = useState(false)
  const same = preview.rows.filter((row) => !row.differs).length
  const rows = preview.rows.filter((row) => row.differs || !onlyDifferences)
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table aria-label="Merged lead" className="w-full min-w-[40rem] border-collapse text-sm">
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            {['Field', 'Source', 'Destination'].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 font-medium">
                {title}
              </th>
            ))}
            <th scope="col" className={clsx(IN_VIEW, 'bg-surface px-3 py-2 font-medium')}>
              After the merge
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <Row key={row.key} row={row} names={names} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={4} className="px-3 py-4 text-center text-muted">
                The two leads do not differ in any field.
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {same > 0 && (
        <div className="border-t border-line px-3 py-2">
          <Checkbox
            label={`Only differences (hide ${same} ${same === 1 ? 'field' : 'fields'} without any)`}
            checked={onlyDifferences}
            onChange={(event) => setOnlyDifferences(event.target.checked)}
          />
        </div>
      )}
    </div>
  )
}

function Row({ row, names }: { row: MergeRow; names: ValueNames }) {
  const kept = new Set(valueTexts(row, row.merged, names))
  return (
    <tr className={clsx('align-top', !row.differs && 'text-muted')}>
      <th scope="row" className="w-40 px-3 py-2 text-left font-medium text-muted">
        {row.label}
      </th>
      <td className="max-w-xs px-3 py-2">
        <Values texts={valueTexts(row, row.source, names)} kept={kept} />
        {row.lost && <span className="text-2xs text-bad">Will be lost</span>}
      </td>
      <td className="max-w-xs px-3 py-2">
        <Values texts={valueTexts(row, row.destination, names)} kept={kept} />
      </td>
      <td
        className={clsx(
          IN_VIEW,
          'max-w-xs px-3 py-2',
          row.differs ? 'bg-selected font-medium' : 'bg-surface',
        )}
      >
        <Values texts={valueTexts(row, row.merged, names)} kept={kept} />
      </td>
    </tr>
  )
}

function Values({ texts, kept }: { texts: string[]; kept: ReadonlySet<string> }) {
  if (texts.length === 0) return <span className="text-faint">–</span>
  return (
    <ul className="flex flex-col gap-0.5">
      {texts.map((text, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- values may repeat, and the list is only read
        <li key={i} className="line-clamp-4 break-words whitespace-pre-line">
          {kept.has(text) ? text : <del className="text-muted">{text}</del>}
        </li>
      ))}
    </ul>
  )
}
