import { leadsPath } from '#model/paths.ts'
import { useSelector } from '@tanstack/react-store'

import { CheckingStep } from './CheckingStep.tsx'
import { CheckStep } from './CheckStep.tsx'
import { FileStep } from './FileStep.tsx'
import { importStore, isImporting } from './import-store.ts'
import { LastImport } from './LastImport.tsx'
import { MappingStep } from './MappingStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { RunStep } from './RunStep.tsx'
import { Steps } from './Steps.tsx'
import { useRunNotices } from './use-run-notices.ts'

/** CSV import in four steps: file, columns, check, import. Where one was is still there on coming back. */
export function ImportWizard({ leadsHref = leadsPath() }: { leadsHref?: string }) {
  const state = useSelector(importStore, (state) => state)
  useRunNotices()
  return (
    <div className="flex flex-col gap-5">
      <Steps step={state.step} />
      {state.step === 'file' && state.reading === null && <LastImport leadsHref={leadsHref} />}
      {state.step === 'file' && <FileStep reading={state.reading} problem={state.problem} />}
      {state.step === 'map' && <MappingStep state={state} />}
      {state.step === 'checking' && <CheckingStep state={state} />}
      {state.step === 'check' && <CheckStep state={state} />}
      {state.step === 'run' &&
        (isImporting(state) ? <RunStep state={state} /> : <ResultStep state={state} leadsHref={leadsHref} />)}
    </div>
  )
}
