import { formatNumber } from '#fields/value-format.ts'
import { RouteLink } from '#lib/navigation.ts'
import { failedRowsCsv } from '#model/import-failed-rows.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { linkClass } from '#ui/link-class.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Download, RotateCw } from 'lucide-react'
import { useMemo } from 'react'

import { failedRows } from './failed-rows.ts'
import { FailedRows } from './FailedRows.tsx'
import { resumeImport, retryFailed } from './import-run.ts'
import { startOver } from './import-steps.ts'
import { countRun, type ImportState } from './import-store.ts'
import { countOf } from './import-words.ts'
import { saveTextFile } from './save-file.ts'
import { SkippedRows } from './SkippedRows.tsx'
import { StepHeading } from './StepHeading.tsx'

/** What came out: how many leads were made, and each row that was not, with the reason and a way on. */
export function ResultStep({
  state,
  leadsHref,
}: {
  state: Extract<ImportState, { step: 'run' }>
  leadsHref: string
}) {
  const client = useQueryClient()
  const { file, run, check } = state
  const { imported, failed: refused, left } = countRun(run)
  const failed = useMemo(() => failedRows(state), [state])
  const nameAt = check.plan.find(({ target }) => target.kind === 'lead' && target.field === 'name')?.at ?? 0

  return (
    <section aria-label="Result" className="flex flex-col gap-5">
      <StepHeading>{`${countOf(imported, 'lead')} imported`}</StepHeading>
      {left > 0 ? (
        <Banner
          tone="warn"
          actions={
            <Button size="sm" onClick={() => void resumeImport(client)}>
              Resume
            </Button>
          }
        >
          {run.problem ?? 'The import was cancelled.'} {countOf(left, 'row was', 'rows were')} not sent.
        </Banner>
      ) : failed.length === 0 ? (
        <Banner tone="good">{allWell(imported, run.skipped.length)}</Banner>
      ) : (
        run.problem && <Banner tone="warn">{run.problem}</Banner>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
        {imported > 0 && (
          <RouteLink to={leadsHref} className={linkClass}>
            Show the imported leads
          </RouteLink>
        )}
        {imported > 0 && <span className="text-muted">Close may take a minute to list them all.</span>}
      </p>
      {failed.length > 0 && (
        <section aria-label="Failed" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-sm font-medium">{countOf(failed.length, 'row')} failed</h3>
            <div className="flex flex-wrap gap-2">
              <Button
                size="sm"
                icon={<Download />}
                onClick={() => saveTextFile(failedName(file.name), failedRowsCsv(file.table, failed))}
              >
                Save failed rows as CSV
              </Button>
              {refused > 0 && (
                <Button size="sm" icon={<RotateCw />} onClick={() => void retryFailed(client)}>
                  Retry failed rows
                </Button>
              )}
            </div>
          </div>
          <FailedRows rows={failed} nameAt={nameAt} />
        </section>
      )}
      {run.skipped.length > 0 && (
        <section aria-label="Skipped" className="rounded-lg border border-line bg-surface px-2 py-1">
          <Disclosure title={`${countOf(run.skipped.length, 'row')} skipped`}>
            <SkippedRows skipped={run.skipped} table={file.table} nameAt={nameAt} />
          </Disclosure>
        </section>
      )}
      <div>
        <Button onClick={startOver}>Import another file</Button>
      </div>
    </section>
  )
}

function allWell(imported: number, skipped: number): string {
  if (skipped === 0) return 'Every row became a lead.'
  return `${formatNumber(imported)} became leads, ${formatNumber(skipped)} were skipped as you decided.`
}

function failedName(name: string): string {
  return `${name.replace(/\.\w{1,5}$/, '')} - failed rows.csv`
}
