import { CONTACT_POINT_TYPES } from '#model/contact-point.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Plus, X } from 'lucide-react'
import { useFieldArray, type Path, type UseFormReturn } from 'react-hook-form'

import { blankPoint, POINT_LISTS, type ContactFormValues, type PointList } from './contact-form.ts'

/** The e-mails, phones or URLs in the form of a contact: a line each, with its type. */
export function ContactPointInputs({
  list,
  form,
}: {
  list: PointList
  form: UseFormReturn<ContactFormValues>
}) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: list })
  const { key, noun } = POINT_LISTS.find((known) => known.list === list) ?? POINT_LISTS[0]
  const label = noun.charAt(0).toUpperCase() + noun.slice(1)
  const pathOf = (i: number, part: string) => `${list}.${i}.${part}` as Path<ContactFormValues>
  const messageOf = (i: number, part: string) =>
    form.getFieldState(pathOf(i, part), form.formState).error?.message

  function removeLine(i: number) {
    remove(i)
    const focused = Math.min(i, fields.length - 2)
    if (focused >= 0) requestAnimationFrame(() => form.setFocus(pathOf(focused, key)))
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="pb-1 text-xs font-medium text-muted">{`${label}s`}</legend>
      {fields.map((field, i) => {
        const number = i === 0 ? '' : ` ${i + 1}`
        const types = [...new Set<string>([...CONTACT_POINT_TYPES, field.type])]
        return (
          <div key={field.id} className="flex items-start gap-1.5">
            <SelectField
              label={`Type of ${noun}${number}`}
              labelHidden
              className="w-24 shrink-0"
              options={types.map((type) => ({ id: type, label: type }))}
              error={messageOf(i, 'type')}
              {...form.register(pathOf(i, 'type'))}
            />
            <TextField
              label={`${label}${number}`}
              labelHidden
              className="flex-1"
              inputMode={INPUT_MODES[list]}
              placeholder={PLACEHOLDERS[list]}
              error={messageOf(i, key)}
              {...form.register(pathOf(i, key))}
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
        onClick={() => append(blankPoint(list), { focusName: pathOf(fields.length, key) })}
      >
        {`Add ${noun}`}
      </Button>
    </fieldset>
  )
}

// A native e-mail or URL box would alter or refuse addresses that the server takes; only its keyboard is wanted.
const INPUT_MODES = { emails: 'email', phones: 'tel', urls: 'url' } as const
const PLACEHOLDERS = { emails: 'name@example.com', phones: '+1 555 123 4567', urls: 'https://' }
