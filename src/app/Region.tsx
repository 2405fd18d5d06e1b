import { ErrorState } from '#ui/ErrorState.tsx'
import { Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

import { isMissingCode, MISSING_CODE } from './missing-code.ts'

/**
 * A part of the page that may break or load by itself: the rest stays usable. `resetKey` clears an error when
 * what is shown changes.
 */
export function Region({
  name,
  resetKey,
  loading,
  children,
}: {
  name: string
  resetKey?: string | undefined
  loading?: ReactNode
  children: ReactNode
}) {
  return (
    <ErrorBoundary
      resetKeys={[resetKey]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <ErrorState
          title={`${name} could not be shown`}
          text={isMissingCode(error) ? MISSING_CODE : 'Something went wrong in this part of the page.'}
          onRetry={isMissingCode(error) ? () => location.reload() : resetErrorBoundary}
        />
      )}
    >
      <Suspense fallback={loading ?? null}>{children}</Suspense>
    </ErrorBoundary>
  )
}
