import { formatNumber } from '#fields/value-format.ts'
import { groupProblems, missingChoices, type RowOutcome } from '#model/import-check.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { CheckCounts } from './CheckCounts.tsx'
import { CheckDecisionList } from './CheckDecisionList.tsx'
import { FieldsToMake } from './FieldsToMake.tsx'
import { startImport } from './import-run.ts'
import { backToMapping, check } from './import-steps.ts'
import type { Check, ImportState } from './import-store.ts'
import { countOf } from './import-words.ts'
import { ProblemList } from './ProblemList.tsx'
import { StepFooter } from './StepFooter.tsx'
import { StepHeading } from './StepHeading.tsx'
import { useOutcomes } from './use-outcomes.ts'

/** The consequences of the button, in a sentence. */
function whatWillHappen({ plan, rows }: Check, outcomes: readonly RowOutcome[]): string {
  const sent = rows.filter((_, i) => outcomes[i] === 'ready' || outcomes[i] === 'warning')
  const fields = plan.filter(({ target }) => target.kind === 'new').length
  const choices = missingChoices(sent).reduce((sum, { values }) => sum + values.length, 0)
  const parts = [
    fields > 0 && countOf(fields, 'custom field'),
    choices > 0 && countOf(choices, 'choice'),
    countOf(sent.length, 'lead'),
  ].filter((part) => part !== false)
  return `Creates ${new Intl.ListFormat('en').format(parts)}.`
}

/** What the import will do, before it does it. */
export function CheckStep({ state }: { state: Extract<ImportState, { step: 'check' }> }) {
  const client = useQueryClient()
  const { file } = state
  const { rows, plan, lookupProblem } = state.check
  const { outcomes, counts } = useOutcomes(state.check)
  const groups = useMemo(() => groupProblems(rows), [rows])
  const willBeMade = counts.ready + counts.warning

  return (
    <section aria-label="Check" className="flex flex-col gap-5">
      <StepHeading>
        {counts.fail + counts.skip === 0
          ? `All ${formatNumber(rows.length)} rows can be imported`
          : `${formatNumber(willBeMade)} of ${countOf(rows.length, 'row')} can be imported`}
      </StepHeading>
      <CheckCounts counts={counts} />
      {lookupProblem !== null && (
        <Banner
          tone="warn"
          actions={
            <Button size="sm" onClick={() => void check(client)}>
              Check again
            </Button>
          }
        >
          Whether some of these leads exist already could not be looked up. {lookupProblem}
        </Banner>
      )}
      <CheckDecisionList state={state} />
      <FieldsToMake plan={plan} />
      <ProblemList groups={groups} table={file.table} />
      <StepFooter
        actions={
          <>
            <Button onClick={backToMapping}>Back</Button>
            <Button
              variant="primary"
              disabledReason={willBeMade === 0 ? 'No row can be imported as things are.' : null}
              onClick={() => void startImport(client)}
            >
              Import leads
            </Button>
          </>
        }
      >
        {willBeMade > 0 && `${whatWillHappen(state.check, outcomes)} Nothing has been written so far.`}
      </StepFooter>
    </section>
  )
}
