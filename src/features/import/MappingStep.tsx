import { mappingProblems } from '#model/import-plan.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import { FileSummary } from './FileSummary.tsx'
import { check, startOver } from './import-steps.ts'
import type { ImportState } from './import-store.ts'
import { countOf } from './import-words.ts'
import { MappingRow } from './MappingRow.tsx'
import { StepFooter } from './StepFooter.tsx'
import { StepHeading } from './StepHeading.tsx'

/** Saying what each column is. What was guessed stands there already. */
export function MappingStep({ state }: { state: Extract<ImportState, { step: 'map' }> }) {
  const client = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  const { file, around, mappings } = state
  const { headers, rows } = file.table
  const problems = useMemo(() => mappingProblems(mappings, around.fields), [mappings, around.fields])
  const [isTold, setIsTold] = useState(false)
  const general = problems.find(({ at }) => at === null)
  const imported = mappings.filter(({ target }) => target.kind !== 'none').length
  const made = mappings.filter(({ target }) => target.kind === 'new').length

  function goOn() {
    if (problems.length === 0) return void check(client)
    setIsTold(true)
    const first = problems.find(({ at }) => at !== null)?.at ?? 0
    list.current?.querySelectorAll('select')[first]?.focus()
  }

  return (
    <section aria-label="Columns" className="flex flex-col gap-4">
      <StepHeading>What is in each column?</StepHeading>
      <FileSummary file={file} />
      <ul
        ref={list}
        className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
      >
        {headers.map((header, at) => {
          const mapping = mappings[at]
          return (
            mapping && (
              <MappingRow
                key={header}
                at={at}
                header={header}
                profile={file.profiles[at]}
                mapping={mapping}
                around={around}
                rows={rows.length}
                problem={problems.find((problem) => problem.at === at)?.message}
              />
            )
          )
        })}
      </ul>
      {isTold && general && (
        <Banner tone="bad" live>
          {general.message}
        </Banner>
      )}
      <StepFooter
        actions={
          <>
            <Button onClick={startOver}>Cancel</Button>
            <Button variant="primary" onClick={goOn}>
              Check
            </Button>
          </>
        }
      >
        {imported} of {countOf(headers.length, 'column')} will be imported
        {made > 0 && `, into ${countOf(made, 'new custom field')} among others`}. Checking writes nothing.
      </StepFooter>
    </section>
  )
}
