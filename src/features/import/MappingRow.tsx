import { toMapping } from '#model/import-guess.ts'
import type { ColumnProfile } from '#model/import-profile.ts'
import { fieldShape, type ColumnMapping } from '#model/import-target.ts'
import { clsx } from 'clsx'
import { memo, useId } from 'react'

import { setMapping } from './import-steps.ts'
import type { Surroundings } from './import-store.ts'
import { countOf, oneLine } from './import-words.ts'
import { MappingDetails } from './MappingDetails.tsx'
import { TargetSelect } from './TargetSelect.tsx'

/** One column of the file: what is in it, and what it is imported as. */
export const MappingRow = memo(function MappingRow({
  at,
  header,
  profile,
  mapping,
  around,
  rows,
  problem,
}: {
  at: number
  header: string
  profile: ColumnProfile | undefined
  mapping: ColumnMapping
  around: Surroundings
  /** Rows of the whole file. */
  rows: number
  /** What is wrong with the mapping of this column. */
  problem: string | undefined
}) {
  const id = useId()
  const { target } = mapping
  const filled = profile?.filled ?? 0
  return (
    <li
      className={clsx(
        'grid gap-x-4 gap-y-2 px-3 py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1.4fr)]',
        target.kind === 'none' && 'bg-canvas',
      )}
    >
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium break-words">
          {header}
        </label>
        <p className="text-xs text-muted">
          {filled === 0 ? 'Empty' : filled === rows ? 'In every row' : `In ${countOf(filled, 'row')}`}
        </p>
      </div>
      <ul aria-label={`Samples of ${header}`} className="flex min-w-0 flex-col text-xs leading-5 text-muted">
        {profile?.samples.slice(0, 3).map((sample) => (
          <li key={sample} title={sample} className="truncate">
            {oneLine(sample)}
          </li>
        ))}
      </ul>
      <div className="flex min-w-0 flex-col gap-2">
        <TargetSelect
          id={id}
          target={target}
          fields={around.fields}
          describedBy={problem ? `${id}-problem` : undefined}
          isInvalid={problem !== undefined}
          onChange={(next) =>
            setMapping(at, { ...toMapping(header, profile, next, around), newName: mapping.newName })
          }
        />
        {problem && (
          <p id={`${id}-problem`} className="text-xs text-bad">
            {problem}
          </p>
        )}
        {fieldShape(target, around.fields) && (
          <MappingDetails
            header={header}
            profile={profile}
            mapping={mapping}
            fields={around.fields}
            onChange={(next) => setMapping(at, next)}
          />
        )}
      </div>
    </li>
  )
})
