import type { CustomField } from '#model/custom-field.ts'
import { parseDate } from '#model/import-date.ts'
import type { ColumnProfile, ValueCount } from '#model/import-profile.ts'
import { fieldShape, type ColumnMapping } from '#model/import-target.ts'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextField } from '#ui/TextField.tsx'

import { countOf } from './import-words.ts'

/** What else there is to say about a column that goes into a custom field: its name, and how cells are read. */
export function MappingDetails({
  header,
  profile,
  mapping,
  fields,
  onChange,
}: {
  header: string
  profile: ColumnProfile | undefined
  mapping: ColumnMapping
  fields: readonly CustomField[]
  onChange: (mapping: ColumnMapping) => void
}) {
  const { target, newName, separator, dateOrder } = mapping
  const shape = fieldShape(target, fields)
  const isNew = target.kind === 'new'
  const isDate = shape?.kind === 'date' || shape?.kind === 'datetime'
  const asksOrder = isDate && profile?.dateOrder === null
  const values = shape?.multiple ? profile?.list?.values : profile?.values
  const showsValues = isNew && shape?.kind === 'choices' && values
  if (!isNew && !shape?.multiple && !asksOrder) return null
  return (
    <div
      role="group"
      aria-label={`Details of ${header}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-l-2 border-line pl-3"
    >
      {isNew && (
        <TextField
          label="Name of the new field"
          labelHidden
          placeholder="Name of the new field"
          className="min-w-32 flex-1"
          value={newName}
          onChange={(event) => onChange({ ...mapping, newName: event.target.value })}
        />
      )}
      {shape?.multiple && (
        <div className="flex items-center gap-2 text-xs text-muted">
          <span aria-hidden>split at</span>
          <TextField
            label="Values separated by"
            labelHidden
            className="w-12"
            value={separator.replace('\n', LINE_BREAK)}
            onChange={(event) =>
              onChange({ ...mapping, separator: event.target.value.replace(LINE_BREAK, '\n') })
            }
          />
        </div>
      )}
      {asksOrder && (
        <RadioGroup
          label={`What does ${exampleOf(profile)} mean?`}
          className="basis-full"
          options={orderOptions(exampleOf(profile))}
          value={dateOrder === 'mdy' || dateOrder === 'dmy' ? dateOrder : null}
          onChange={(order) => onChange({ ...mapping, dateOrder: order })}
        />
      )}
      {showsValues && <p className="basis-full text-xs text-muted">{describeChoices(values)}</p>}
    </div>
  )
}

const LINE_BREAK = '⏎'
const SHOWN_CHOICES = 5

function describeChoices(values: readonly ValueCount[]): string {
  const shown = values.slice(0, SHOWN_CHOICES).map(({ value }) => value.trim())
  const rest = values.length - shown.length
  return `${countOf(values.length, 'choice')}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** A sample that can be read in both ways. */
function exampleOf(profile: ColumnProfile | undefined): string {
  const samples = profile?.samples ?? []
  const meaning = (sample: string, order: 'dmy' | 'mdy') => JSON.stringify(parseDate(sample, order))
  return (
    samples.find((sample) => meaning(sample, 'dmy') !== meaning(sample, 'mdy')) ?? samples[0] ?? '3/4/2024'
  )
}

function orderOptions(example: string): { id: 'dmy' | 'mdy'; label: string }[] {
  const day = (order: 'dmy' | 'mdy') => {
    const date = parseDate(example, order)
    if (!date) return order === 'dmy' ? 'The day comes first' : 'The month comes first'
    const { year, month, day } = date
    const format = new Intl.DateTimeFormat('en', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    return format.format(Date.UTC(year, month - 1, day))
  }
  return [
    { id: 'dmy', label: `${day('dmy')} (day first)` },
    { id: 'mdy', label: `${day('mdy')} (month first)` },
  ]
}
