import { POINT_LISTS } from '#model/contact-point.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Trash2 } from 'lucide-react'
import type { UseFormReturn } from 'react-hook-form'

import type { NewLeadForm } from './new-lead-form.ts'
import { NewContactPoints } from './NewContactPoints.tsx'

/** One contact of the new lead. */
export function ContactInputs({
  at,
  form,
  onRemove,
}: {
  at: number
  form: UseFormReturn<NewLeadForm>
  onRemove: () => void
}) {
  const errors = form.formState.errors.contacts?.[at]
  const title = `Contact ${at + 1}`
  return (
    <div
      role="group"
      aria-label={title}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3"
    >
      <div className="flex items-center justify-between">
        <h3 className="text-sm font-medium">{title}</h3>
        <IconButton label={`Remove contact ${at + 1}`} icon={<Trash2 />} onClick={onRemove} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Contact name"
          error={errors?.name?.message}
          {...form.register(`contacts.${at}.name`)}
        />
        <TextField label="Title" error={errors?.title?.message} {...form.register(`contacts.${at}.title`)} />
      </div>
      {POINT_LISTS.map(({ list }) => (
        <NewContactPoints key={list} list={list} contactAt={at} form={form} />
      ))}
    </div>
  )
}
