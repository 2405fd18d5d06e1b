import type { DemoControls, DemoDataSet } from '#lib/demo-controls.ts'
import { Button } from '#ui/Button.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { showToast } from '#ui/toast.ts'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'

import { dataSetText } from './demo-form.ts'

type State = { kind: 'closed' } | { kind: 'asking'; error: string | null } | { kind: 'resetting' }

/** Puts the demo's data set back to how it was made, after asking. */
export function ResetDemo({ controls, settings }: { controls: DemoControls; settings: DemoDataSet }) {
  const [state, setState] = useState<State>({ kind: 'closed' })

  async function reset() {
    setState({ kind: 'resetting' })
    try {
      await controls.reset()
    } catch (error) {
      setState({ kind: 'asking', error: error instanceof Error ? error.message : String(error) })
      return
    }
    setState({ kind: 'closed' })
    showToast({ kind: 'good', message: 'The demo data is as it was at first.' })
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <p className="min-w-0 flex-1 basis-60 text-pretty text-muted">
        Start over with the data set as it was made.
      </p>
      <Button icon={<RotateCcw />} onClick={() => setState({ kind: 'asking', error: null })}>
        Reset demo data
      </Button>
      {state.kind !== 'closed' && (
        <ConfirmDialog
          title="Reset demo data?"
          confirmLabel="Reset demo data"
          busy={state.kind === 'resetting'}
          error={state.kind === 'asking' ? state.error : null}
          onConfirm={() => void reset()}
          onCancel={() => setState({ kind: 'closed' })}
        >
          Every change made to this data set ({dataSetText(settings)}) is lost: new, edited, merged and
          deleted leads, imports, custom fields and statuses. There is no undo.
        </ConfirmDialog>
      )}
    </div>
  )
}
