import { ChipsEditor } from '#fields/ChipsEditor.tsx'
import { userOptions } from '#fields/person-options.tsx'
import { parseNumber } from '#fields/typed-value.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadFilter } from '#model/search.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { textOptions, type Option } from '#ui/option.ts'

import { valueControl, withEnd } from './filter-list.ts'
import type { FilterLookups } from './filter-text.ts'
import { SettlingField } from './SettlingField.tsx'

/** Up to this many choices are all in view, one press each; more are searched. */
const FEW = 8

type FilterValuesProps = {
  filter: LeadFilter
  column: LeadColumn
  lookups: FilterLookups
  isNew: boolean
  onChange: (values: string[]) => void
}

/** The control for what a filter compares with; none where the operator says it all. */
export function FilterValues({ filter, column, lookups, isNew, onChange }: FilterValuesProps) {
  const { values } = filter
  const [from = '', to = ''] = values
  switch (valueControl(column, filter.op)) {
    case 'none':
      return null
    case 'text':
      return (
        <SettlingField
          label={`${column.label}: text`}
          placeholder="Words…"
          value={from}
          isNew={isNew}
          onChange={(text) => onChange(text === '' ? [] : [text])}
          className="pt-2"
        />
      )
    case 'numbers':
    case 'dates': {
      const isNumber = column.kind === 'number'
      const shared = isNumber
        ? { inputMode: 'decimal' as const, read: readNumber, problem: 'Enter a number.' }
        : { type: 'date' }
      return (
        <div className="grid grid-cols-2 gap-2 pt-2">
          <SettlingField
            {...shared}
            label={`${column.label}: from`}
            placeholder="From"
            value={from}
            isNew={isNew}
            onChange={(value) => onChange(withEnd(values, 'from', value))}
          />
          <SettlingField
            {...shared}
            label={`${column.label}: to`}
            placeholder="To"
            value={to}
            onChange={(value) => onChange(withEnd(values, 'to', value))}
          />
        </div>
      )
    }
    case 'pick':
      return <Picker {...{ column, lookups, values, isNew, onChange }} />
  }
}

function Picker({
  column,
  lookups,
  values,
  isNew,
  onChange,
}: Omit<FilterValuesProps, 'filter'> & { values: readonly string[] }) {
  const options = optionsOf(column, lookups)
  const known = new Set(options.map(({ id }) => id))
  if (options.length > FEW || values.some((value) => !known.has(value))) {
    return (
      <div className="pt-1">
        <ChipsEditor
          label={column.label}
          labelHidden
          values={values}
          options={options}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- in a filter that a person has just added
          autoFocus={isNew}
          onAdd={(value) => onChange([...values, value])}
          onRemove={(value) => onChange(values.filter((other) => other !== value))}
        />
      </div>
    )
  }
  return (
    <div role="group" aria-label={column.label} className="grid grid-cols-2 gap-x-3 pt-1">
      {options.map((option, index) => (
        <Checkbox
          key={option.id}
          label={option.label}
          checked={values.includes(option.id)}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- in a filter that a person has just added
          autoFocus={isNew && index === 0}
          onChange={(event) =>
            onChange(
              event.target.checked ? [...values, option.id] : values.filter((other) => other !== option.id),
            )
          }
        />
      ))}
    </div>
  )
}

function optionsOf(column: LeadColumn, { statuses, users }: FilterLookups): readonly Option[] {
  if (column.kind === 'status') return statuses
  if (column.kind === 'user') return userOptions(users)
  return textOptions(column.customField?.choices ?? [])
}

/** A typed number as the address holds it; null when it is none. */
function readNumber(text: string): string | null {
  const value = parseNumber(text)
  return value === null ? null : String(value)
}
