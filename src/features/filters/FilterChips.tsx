import type { TableView } from '#model/paths.ts'
import { lazy, Suspense } from 'react'

import { activeFilters } from './filter-list.ts'

const FilterChipList = lazy(() =>
  import('./FilterChipList.tsx').then((module) => ({ default: module.FilterChipList })),
)

/** The active filters, removable, on a line of their own. Nothing when there are none. */
export function FilterChips(props: { view: TableView; onViewChange: (next: TableView) => void }) {
  if (activeFilters(props.view.filters) === 0) return null
  return (
    <Suspense fallback={<div className="h-9 shrink-0" />}>
      <FilterChipList {...props} />
    </Suspense>
  )
}
