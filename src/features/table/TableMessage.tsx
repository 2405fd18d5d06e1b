import type { LeadList } from '#data/use-lead-list.ts'
import { RouteLink } from '#lib/navigation.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { IMPORT_PATH, NEW_LEAD_PATH, type TableView } from '#model/paths.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import { linkClass } from '#ui/link-class.ts'
import { SearchX, Users } from 'lucide-react'
import type { ReactNode } from 'react'

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
      <div className="flex flex-1 items-center justify-center overflow-auto">
        <EmptyState
          icon={<Users />}
          title="No leads yet"
          text="A lead is a company or person you sell to. Add the first one, or bring your list along."
          actions={
            <p className="flex gap-4 text-sm font-medium">
              <RouteLink to={NEW_LEAD_PATH} className={linkClass}>
                New lead
              </RouteLink>
              <RouteLink to={IMPORT_PATH} className={linkClass}>
                Import a CSV
              </RouteLink>
            </p>
          }
        />
      </div>
    )
  }
  return children(
    <div className="flex-1 overflow-auto">
      <EmptyState
        icon={<SearchX />}
        title="No lead matches"
        text="No lead has everything that you searched and filtered for."
        actions={
          <Button onClick={() => onViewChange({ ...view, q: '', filters: [] })}>
            Clear search and filters
          </Button>
        }
      />
    </div>,
  )
}
