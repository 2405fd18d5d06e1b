import { formatNumber } from '#fields/value-format.ts'
import { Button } from '#ui/Button.tsx'

import { stopImport } from './import-run.ts'
import { countRun, type ImportRun, type ImportState } from './import-store.ts'
import { countOf, roughTime } from './import-words.ts'
import { ProgressBar } from './ProgressBar.tsx'
import { StepHeading } from './StepHeading.tsx'

/** Leads being made. It goes on while the person looks at something else in this tab. */
export function RunStep({ state }: { state: Extract<ImportState, { step: 'run' }> }) {
  const { run } = state
  const { total, imported, failed } = countRun(run)
  const done = imported + failed
  return (
    <section aria-label="Import" className="flex flex-col gap-4">
      <StepHeading>{`Importing ${countOf(total, 'lead')} from ${state.file.name}`}</StepHeading>
      <div className="flex flex-col gap-2">
        <ProgressBar
          label="Import"
          value={done}
          total={total}
          text={`${formatNumber(done)} of ${countOf(total, 'lead')}`}
        />
        <div className="flex flex-wrap justify-between gap-x-4 text-sm text-muted tabular-nums">
          <p>
            {`${formatNumber(imported)} of ${formatNumber(total)} imported`}
            {failed > 0 && <span className="text-bad">{`, ${formatNumber(failed)} failed`}</span>}
          </p>
          <p role="status">{phaseText(run)}</p>
        </div>
      </div>
      <p className="text-sm text-muted">
        You can go on working in Leadlight meanwhile. Closing or reloading this tab stops the import.
      </p>
      <div>
        <Button onClick={stopImport} busy={run.phase === 'stopping'}>
          Cancel
        </Button>
      </div>
    </section>
  )
}

function phaseText(run: ImportRun): string {
  if (run.waitUntil !== null) return 'The server asks to wait a moment …'
  if (run.phase === 'stopping') return 'Stopping after what is on its way …'
  if (run.phase === 'preparing') return 'Making custom fields …'
  const { startedAt, answered, rows } = run.stretch
  if (answered < 8) return ''
  const left = ((Date.now() - startedAt) / answered) * (rows - answered)
  return `${roughTime(left)} left`
}
