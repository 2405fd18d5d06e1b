import { useSlowDown } from '#data/use-slow-down.ts'
import { lazy, Suspense } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

const SlowDownCountdown = lazy(() =>
  import('./SlowDownCountdown.tsx').then((m) => ({ default: m.SlowDownCountdown })),
)

/** Says, in a corner, while the server wants fewer requests; the waiting ones are sent by themselves. */
export function SlowDownNote() {
  const until = useSlowDown()
  return (
    <div role="status" className="pointer-events-none absolute bottom-3 left-3 z-40">
      {until !== null && (
        // Without its code nothing is said; the requests wait all the same.
        <ErrorBoundary fallback={null}>
          <Suspense>
            <SlowDownCountdown until={until} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  )
}
