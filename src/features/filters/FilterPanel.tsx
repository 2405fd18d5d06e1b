import { settingsQueries } from '#data/settings-queries.ts'
import { leadColumns } from '#model/lead-column.ts'
import type { TableView } from '#model/paths.ts'
import { filterOps, type LeadFilter } from '#model/search.ts'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import { changeFilter, newFilter, removeFilter } from './filter-list.ts'
import { FilterLine } from './FilterLine.tsx'

/** Builds the filters. A lead has to pass them all; each change shows in the table at once. */
export function FilterPanel({
  view,
  onViewChange,
  onDone,
}: {
  view: TableView
  onViewChange: (next: TableView, options?: { replace?: boolean }) => void
  onDone: () => void
}) {
  const schema = useQuery(settingsQueries.leadSchema())
  const organization = useQuery(settingsQueries.organization())
  const users = useQuery(settingsQueries.users())
  const columns = useMemo(() => leadColumns(schema.data ?? []), [schema.data])
  const lookups = { statuses: organization.data?.lead_statuses ?? [], users: users.data ?? [] }
  const adder = useRef<HTMLInputElement>(null)
  /** The filter that was just added, whose control takes the focus. */
  const [added, setAdded] = useState<number | null>(null)
  const { filters } = view

  function change(next: LeadFilter[], options?: { replace?: boolean }) {
    onViewChange({ ...view, filters: next }, options)
  }

  const fields = columns
    .filter((column) => filterOps(column).length > 0)
    .map(({ id, label, customField }) => ({
      id,
      label,
      ...(customField?.description ? { description: customField.description } : {}),
    }))

  return (
    <div className="flex max-h-[min(40rem,80vh)] flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-3 pb-1">
        {filters.length === 0 && (
          <p className="pb-2 text-sm text-muted">Show only the leads that fit. Choose a field to start.</p>
        )}
        <ul aria-label="Filters" className="flex flex-col gap-2">
          {filters.map((filter, index) => (
            <FilterLine
              // oxlint-disable-next-line react/no-array-index-key -- filters have no identity but their place
              key={`${index} ${filter.field}`}
              filter={filter}
              column={columns.find(({ id }) => id === filter.field)}
              lookups={lookups}
              isNew={added === index}
              onChange={(part) => change(changeFilter(filters, index, part), { replace: true })}
              onRemove={() => {
                change(removeFilter(filters, index))
                setAdded(null)
                adder.current?.focus()
              }}
            />
          ))}
        </ul>
        <ComboBox
          ref={adder}
          label="Add filter"
          labelHidden
          placeholder="Add filter: choose a field…"
          emptyText="No field is called that"
          options={fields}
          value={null}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to add one
          autoFocus={filters.length === 0}
          className="py-2"
          onChange={(id) => {
            const column = columns.find((one) => one.id === id)
            const filter = column && newFilter(column)
            if (!filter) return
            setAdded(filters.length)
            change([...filters, filter])
          }}
        />
      </div>
      <div className="flex justify-between gap-2 border-t border-line p-2">
        <Button
          size="sm"
          variant="ghost"
          disabledReason={filters.length === 0 ? 'There is no filter.' : null}
          onClick={() => {
            change([])
            adder.current?.focus()
          }}
        >
          Clear all
        </Button>
        <Button size="sm" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
