import type { CustomField } from '#model/custom-field.ts'
import { asList } from '#model/lead-patch.ts'
import { Chip } from '#ui/Chip.tsx'
import { ChipRow } from './ChipRow.tsx'
import { isFormerChoice, valueLabel, type People } from './custom-text.ts'
import { DateText } from './DateText.tsx'
import { NumberText } from './NumberText.tsx'
import { UrlLink } from './UrlLink.tsx'
import { UserText } from './UserText.tsx'
import { anyText } from './value-format.ts'

/** Any custom field's value on one line. A type that we do not know, or a value of another shape, is shown as text. */
export function CustomValue({
  field,
  value,
  width,
  users,
  contacts,
}: People & {
  field: CustomField
  value: unknown
  /** Pixels there are, for how many chips fit. */
  width?: number | undefined
}) {
  const values = asList(value)
  const first = values[0]
  if (first === undefined || first === '') return null
  const label = (one: unknown) => valueLabel(field.type, one, { users, contacts })

  if (field.accepts_multiple_values || values.length > 1) {
    const chips = values.map((one) => ({
      id: anyText(one),
      label: label(one),
      invalid: isFormerChoice(field, one) ? 'no longer a choice' : undefined,
    }))
    return <ChipRow values={chips} width={width} />
  }
  if (isFormerChoice(field, first)) return <Chip label={label(first)} invalid="no longer a choice" />
  if (field.type === 'user') {
    const isInactive = users?.find(({ id }) => id === first)?.isInactive
    return <UserText name={label(first)} isInactive={isInactive} />
  }
  if (field.type === 'number' && typeof first === 'number') return <NumberText value={first} />
  if ((field.type === 'date' || field.type === 'datetime') && typeof first === 'string') {
    return <DateText iso={first} time={field.type === 'datetime'} />
  }
  if (typeof first === 'string' && /^https?:\/\//i.test(first)) return <UrlLink url={first} />
  return <span className="truncate">{label(first)}</span>
}
