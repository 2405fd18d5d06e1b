import { settingsQueries } from '#data/settings-queries.ts'
import { leadColumns } from '#model/lead-column.ts'
import type { TableView } from '#model/paths.ts'
import { isCompleteFilter } from '#model/search.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'

import { removeFilter } from './filter-list.ts'
import { filterText } from './filter-text.ts'
import { focusFilters } from './focus-filters.ts'

/** The active filters in words, each with a button that removes it. */
export function FilterChipList({
  view,
  onViewChange,
}: {
  view: TableView
  onViewChange: (next: TableView) => void
}) {
  const schema = useQuery(settingsQueries.leadSchema())
  const organization = useQuery(settingsQueries.organization())
  const users = useQuery(settingsQueries.users())
  const columns = useMemo(() => leadColumns(schema.data ?? []), [schema.data])
  const lookups = { statuses: organization.data?.lead_statuses ?? [], users: users.data ?? [] }

  const group = useRef<HTMLDivElement>(null)
  const lastShown = view.filters.findLastIndex(isCompleteFilter)

  function remove(index: number) {
    // The next chip moves up and has the focus; behind the last one there is none.
    if (index === lastShown) {
      const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
      const before = buttons.at(-3) // behind it the one that goes, and "Clear"
      if (before) before.focus()
      else focusFilters()
    }
    onViewChange({ ...view, filters: removeFilter(view.filters, index) })
  }

  // Before the fields are known, a filter would be said to be on one that is gone.
  if (schema.isPending) return <div className="h-9 shrink-0" />
  return (
    <div
      ref={group}
      role="group"
      aria-label="Active filters"
      className="flex flex-wrap items-center gap-1.5 px-3 pb-2"
    >
      {view.filters.map((filter, index) =>
        isCompleteFilter(filter) ? (
          <Chip
            // oxlint-disable-next-line react/no-array-index-key -- filters have no identity but their place
            key={index}
            label={filterText(
              filter,
              columns.find(({ id }) => id === filter.field),
              lookups,
            )}
            tone="accent"
            className="max-w-96"
            onRemove={() => remove(index)}
          />
        ) : null,
      )}
      <Button
        size="sm"
        variant="ghost"
        onClick={() => {
          focusFilters()
          onViewChange({ ...view, filters: [] })
        }}
      >
        Clear
      </Button>
    </div>
  )
}
