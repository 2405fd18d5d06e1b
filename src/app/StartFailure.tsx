import { ErrorState } from '#ui/ErrorState.tsx'

import { isMissingCode, MISSING_CODE } from './missing-code.ts'

/** Instead of the app when it cannot start at all. */
export function StartFailure({ error }: { error: unknown }) {
  return (
    <main className="flex h-full items-center justify-center bg-canvas">
      <ErrorState
        title="Leadlight could not start"
        text={isMissingCode(error) ? MISSING_CODE : error instanceof Error ? error.message : String(error)}
        onRetry={() => location.reload()}
      />
    </main>
  )
}
