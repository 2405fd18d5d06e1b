import type { LeadColumn } from '#model/lead-column.ts'
import { FILTER_OPS, filterOps, type LeadFilter } from '#model/search.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { X } from 'lucide-react'

import { opText, type FilterLookups } from './filter-text.ts'
import { FilterValues } from './FilterValues.tsx'

/** One filter: its field, how it is compared, and with what. */
export function FilterLine({
  filter,
  column,
  lookups,
  isNew,
  onChange,
  onRemove,
}: {
  filter: LeadFilter
  column: LeadColumn | undefined
  lookups: FilterLookups
  isNew: boolean
  onChange: (change: Partial<Pick<LeadFilter, 'op' | 'values'>>) => void
  onRemove: () => void
}) {
  const label = column?.label ?? 'Unknown field'
  return (
    <li className="rounded-md border border-line bg-surface p-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 shrink truncate text-sm font-medium">{label}</span>
        {column ? (
          <SelectField
            label={`${label}: how to compare`}
            labelHidden
            size="sm"
            value={filter.op}
            options={filterOps(column).map((op) => ({ id: op, label: opText(op, column) }))}
            onChange={(event) => {
              const op = FILTER_OPS.find((known) => known === event.target.value)
              if (op) onChange({ op })
            }}
            className="shrink-0"
          />
        ) : (
          <span className="text-xs text-muted">This field no longer exists.</span>
        )}
        <IconButton
          label={`Remove the filter on ${label}`}
          icon={<X />}
          className="ml-auto"
          onClick={onRemove}
        />
      </div>
      {column && (
        <FilterValues
          filter={filter}
          column={column}
          lookups={lookups}
          isNew={isNew}
          onChange={(values) => onChange({ values })}
        />
      )}
    </li>
  )
}
