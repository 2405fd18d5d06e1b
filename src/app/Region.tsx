import { ErrorState } from '#ui/ErrorState.tsx'
import { Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

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
          text={isMissingChunk(error) ? NEW_VERSION : 'Something went wrong in this part of the page.'}
          onRetry={isMissingChunk(error) ? () => location.reload() : resetErrorBoundary}
        />
      )}
    >
      <Suspense fallback={loading ?? null}>{children}</Suspense>
    </ErrorBoundary>
  )
}

const NEW_VERSION =
  'A part of the page could not be loaded: you may be offline, or a new version may have been published.'

/** A lazily loaded file that is not there: offline, or the server has a newer build. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module/i.test(error.message)
}
