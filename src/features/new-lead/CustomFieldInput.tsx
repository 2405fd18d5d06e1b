import { ChipsEditor } from '#fields/ChipsEditor.tsx'
import { userOptions } from '#fields/person-options.tsx'
import type { CustomField } from '#model/custom-field.ts'
import type { User } from '#model/organization.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { textOptions } from '#ui/option.ts'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { TextField } from '#ui/TextField.tsx'

/** A custom field's value for a new lead, with the control that fits its type, in a group named as the field. */
export function CustomFieldInput({
  field,
  value,
  error,
  users,
  onChange,
}: {
  field: CustomField
  /** As typed; ids for several values. */
  value: string | string[] | undefined
  error: string | undefined
  users: readonly User[]
  onChange: (value: string | string[]) => void
}) {
  const options = field.type === 'user' ? userOptions(users) : textOptions(field.choices ?? [])
  if (field.accepts_multiple_values && (field.type === 'choices' || field.type === 'user')) {
    const values = Array.isArray(value) ? value : []
    return (
      <div className="flex min-w-0 flex-col gap-1">
        <span aria-hidden className="text-xs font-medium text-muted">
          {field.name}
        </span>
        <div
          data-invalid={error !== undefined || undefined}
          className="rounded-md border border-control bg-surface data-invalid:border-bad"
        >
          <ChipsEditor
            label={field.name}
            labelHidden
            values={values}
            options={options}
            onAdd={(added) => onChange([...values.filter((one) => one !== added), added])}
            onRemove={(removed) => onChange(values.filter((one) => one !== removed))}
          />
        </div>
        <Help field={field} />
        {error !== undefined && <p className="text-xs text-bad">{error}</p>}
      </div>
    )
  }
  const text = typeof value === 'string' ? value : ''
  const shared = { label: field.name, error, description: field.description ?? undefined }
  const typed = {
    ...shared,
    value: text,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div
      role="group"
      aria-label={field.name}
      className={field.type === 'textarea' ? 'sm:col-span-2' : 'min-w-0'}
    >
      {control()}
    </div>
  )

  function control() {
    switch (field.type) {
      case 'choices':
      case 'user':
        return (
          <ComboBox
            {...shared}
            options={options}
            value={text === '' ? null : text}
            clearable
            placeholder="None"
            onChange={(id) => onChange(id ?? '')}
          />
        )
      case 'number':
        return <TextField {...typed} inputMode="decimal" />
      case 'date':
        return <TextField {...typed} type="date" />
      case 'datetime':
        return <TextField {...typed} type="datetime-local" />
      case 'textarea':
        return <TextAreaField {...typed} />
      default:
        return <TextField {...typed} />
    }
  }
}

function Help({ field }: { field: CustomField }) {
  return field.description ? <p className="text-xs text-faint">{field.description}</p> : null
}
