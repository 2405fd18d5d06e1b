import { PointInputs } from '#fields/PointInputs.tsx'
import { POINT_LISTS, type PointList } from '#model/contact-point.ts'
import { useFieldArray, type Path, type UseFormReturn } from 'react-hook-form'

import { blankPoint, type ContactFormValues } from './contact-form.ts'

/** The e-mails, phones or URLs in the form of a contact. */
export function ContactPointInputs({
  list,
  form,
}: {
  list: PointList
  form: UseFormReturn<ContactFormValues>
}) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: list })
  const { key, noun } = POINT_LISTS.find((known) => known.list === list) ?? POINT_LISTS[0]
  const control = (i: number, part: string) => {
    const path = `${list}.${i}.${part}` as Path<ContactFormValues>
    return { ...form.register(path), error: form.getFieldState(path, form.formState).error?.message }
  }
  return (
    <PointInputs
      list={list}
      label={noun.charAt(0).toUpperCase() + noun.slice(1)}
      lines={fields}
      controlsOf={(i) => ({ type: control(i, 'type'), value: control(i, key) })}
      onAdd={() => append(blankPoint(list), { shouldFocus: false })}
      onRemove={remove}
    />
  )
}
