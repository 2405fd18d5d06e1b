import { ledger } from '#data/ledger.ts'
import { useSelector } from '@tanstack/react-store'
import { lazy, Suspense, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'

const QueueStatus = lazy(() => import('./QueueStatus.tsx').then((m) => ({ default: m.QueueStatus })))

/** Where the navigation says what is not saved; the code for that comes with the first change. */
export function QueueSlot() {
  const hasChanges = useSelector(ledger, ({ operations }) => operations.length > 0)
  const [hadChanges, setHad] = useState(false)
  if (hasChanges && !hadChanges) setHad(true)
  return (
    <div role="status" className="max-md:basis-full">
      {hadChanges && (
        <ErrorBoundary fallback={hasChanges && 'Changes are waiting'}>
          <Suspense>
            <QueueStatus />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  )
}
