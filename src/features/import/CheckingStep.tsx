import { Button } from '#ui/Button.tsx'

import { backToMapping } from './import-steps.ts'
import type { ImportState } from './import-store.ts'
import { ProgressBar } from './ProgressBar.tsx'
import { StepHeading } from './StepHeading.tsx'

/** Rows being checked. Short, unless the organisation has many leads to compare with. */
export function CheckingStep({ state }: { state: Extract<ImportState, { step: 'checking' }> }) {
  const { done, doing } = state.progress
  const total = state.file.table.rows.length
  return (
    <section aria-label="Check" className="flex flex-col gap-4">
      <StepHeading>
        {doing === 'rows' ? 'Checking each row …' : 'Looking for leads that exist already …'}
      </StepHeading>
      <ProgressBar label="Rows checked" value={done} total={total} isEndless={doing === 'leads'} />
      <div>
        <Button onClick={backToMapping}>Cancel</Button>
      </div>
    </section>
  )
}
