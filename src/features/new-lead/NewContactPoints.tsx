import { PointInputs } from '#fields/PointInputs.tsx'
import type { PointList } from '#model/contact-point.ts'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'

import { emptyPoint, type NewLeadForm } from './new-lead-form.ts'

/** The e-mails, phones or URLs of a new contact. */
export function NewContactPoints({
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
  const errors = form.formState.errors.contacts?.[contactAt]?.[list]
  return (
    <PointInputs
      list={list}
      label={LABELS[list]}
      lines={fields}
      controlsOf={(i) => ({
        type: { ...form.register(`${name}.${i}.type`), error: errors?.[i]?.type?.message },
        value: { ...form.register(`${name}.${i}.value`), error: errors?.[i]?.value?.message },
      })}
      onAdd={() => append(emptyPoint(list), { shouldFocus: false })}
      onRemove={remove}
    />
  )
}

const LABELS = { emails: 'Email', phones: 'Phone', urls: 'Contact URL' } as const
