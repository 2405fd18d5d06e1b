import type { LeadList } from '#data/use-lead-list.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { TableView } from '#model/paths.ts'
import { ErrorState } from '#ui/ErrorState.tsx'
import { lazy, Suspense, type ReactNode } from 'react'

const NoLeads = lazy(() => import('./NoLeads.tsx').then((module) => ({ default: module.NoLeads })))
const NoMatch = lazy(() => import('./NoMatch.tsx').then((module) => ({ default: module.NoMatch })))

/**
 * What stands in place of rows: why there are none, and what to do. Without a match the header stays, so that
 * typing on does not make the page jump; `children` gets the message for below it.
 */
export function TableMessage({
  list,
  view,
  onViewChange,
  children,
}: {
  list: LeadList
  view: TableView
  onViewChange: (next: TableView) => void
  children: (message: ReactNode) => ReactNode
}) {
  if (list.error && list.loaded === 0) {
    return (
      <div className="flex flex-1 items-center justify-center overflow-auto">
        <ErrorState
          title="The leads could not be loaded"
          text={describeFailure(toFailure(list.error))}
          onRetry={() => list.refetch()}
          retrying={list.isFetching}
        />
      </div>
    )
  }
  if (list.isPending || list.count !== 0) return children(null)
  if (view.q.trim() === '' && view.filters.length === 0) {
    return (
      <Suspense>
        <NoLeads />
      </Suspense>
    )
  }
  return children(
    <Suspense>
      <NoMatch onClear={() => onViewChange({ ...view, q: '', filters: [] })} />
    </Suspense>,
  )
}
