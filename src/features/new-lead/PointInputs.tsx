import { CONTACT_POINT_TYPES } from '#model/contact-point.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Plus, X } from 'lucide-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'

import { emptyPoint, POINT_LISTS, type NewLeadForm, type PointList } from './new-lead-form.ts'

const TYPES = CONTACT_POINT_TYPES.map((type) => ({ id: type, label: type }))

/** The e-mails, phones or URLs of a new contact: a line each, with its type. */
export function PointInputs({
  list,
  contactAt,
  form,
}: {
  list: PointList
  contactAt: number
  form: UseFormReturn<NewLeadForm>
}) {
  const name = `contacts.${contactAt}.${list}` as const
  const { fields, append, remove } = useFieldArray({ control: form.control, name })
  const noun = POINT_LISTS.find((known) => known.list === list)?.noun ?? ''
  const label = LABELS[list]
  const errors = form.formState.errors.contacts?.[contactAt]?.[list]

  function removeLine(i: number) {
    remove(i)
    const next = Math.min(i, fields.length - 2)
    if (next >= 0) requestAnimationFrame(() => form.setFocus(`${name}.${next}.value`))
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      {fields.length > 0 && <legend className="pb-1 text-xs font-medium text-muted">{`${label}s`}</legend>}
      {fields.map((field, i) => {
        const number = i === 0 ? '' : ` ${i + 1}`
        return (
          <div key={field.id} className="flex items-start gap-1.5">
            <SelectField
              label={`Type of ${noun}${number}`}
              labelHidden
              className="w-24 shrink-0"
              options={TYPES}
              error={errors?.[i]?.type?.message}
              {...form.register(`${name}.${i}.type`)}
            />
            <TextField
              label={`${label}${number}`}
              labelHidden
              className="flex-1"
              // A native e-mail or URL box would alter or refuse what the server takes; only its keyboard is wanted.
              inputMode={INPUT_MODES[list]}
              placeholder={PLACEHOLDERS[list]}
              error={errors?.[i]?.value?.message}
              {...form.register(`${name}.${i}.value`)}
            />
            <IconButton
              label={`Remove ${noun}${number}`}
              icon={<X />}
              size="md"
              onClick={() => removeLine(i)}
            />
          </div>
        )
      })}
      <Button
        variant="ghost"
        size="sm"
        icon={<Plus />}
        className="-ml-2 self-start"
        onClick={() => append(emptyPoint(list), { focusName: `${name}.${fields.length}.value` })}
      >
        {`Add ${noun}`}
      </Button>
    </fieldset>
  )
}

const LABELS = { emails: 'Email', phones: 'Phone', urls: 'Contact URL' } as const
const INPUT_MODES = { emails: 'email', phones: 'tel', urls: 'url' } as const
const PLACEHOLDERS = { emails: 'name@example.com', phones: '+1 555 123 4567', urls: 'https://' }
