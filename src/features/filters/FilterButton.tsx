import type { TableView } from '#model/paths.ts'
import { PopoverButton } from '#ui/PopoverButton.tsx'
import { clsx } from 'clsx'
import { ListFilter } from 'lucide-react'
import { lazy } from 'react'

import { activeFilters } from './filter-list.ts'

const loadPanel = () => import('./FilterPanel.tsx')
const FilterPanel = lazy(() => loadPanel().then((module) => ({ default: module.FilterPanel })))

/** Opens the filters; shows how many are active. */
export function FilterButton({
  view,
  onViewChange,
  isCompact,
}: {
  view: TableView
  onViewChange: (next: TableView, options?: { replace?: boolean }) => void
  /** Room for the icon only. */
  isCompact: boolean
}) {
  const count = activeFilters(view.filters)
  return (
    <PopoverButton
      label="Filter"
      icon={<ListFilter aria-hidden />}
      variant="ghost"
      data-filters
      onNear={() => void loadPanel()}
      panelClassName="w-[26rem] max-w-full p-0!"
      panel={(close) => <FilterPanel view={view} onViewChange={onViewChange} onDone={close} />}
    >
      <span className={clsx(isCompact && 'sr-only')}>Filter</span>
      {count > 0 && (
        // The chips say it in words.
        <span
          aria-hidden
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent-soft px-1 text-2xs text-accent tabular-nums"
        >
          {count}
        </span>
      )}
    </PopoverButton>
  )
}
