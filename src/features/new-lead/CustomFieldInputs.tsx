import { settingsQueries } from '#data/settings-queries.ts'
import type { CustomField } from '#model/custom-field.ts'
import type { User } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { Controller, type UseFormReturn } from 'react-hook-form'

import { CustomFieldInput } from './CustomFieldInput.tsx'
import { FormSection } from './FormSection.tsx'
import type { NewLeadForm } from './new-lead-form.ts'

const NOBODY: User[] = []

/** The organisation's custom fields, in their order; nothing when it has none. */
export function CustomFieldInputs({
  form,
  fields,
}: {
  form: UseFormReturn<NewLeadForm>
  fields: readonly CustomField[]
}) {
  const users = useQuery(settingsQueries.users())
  if (fields.length === 0) return null
  return (
    <FormSection title="Custom fields">
      <div className="grid gap-x-3 gap-y-3 sm:grid-cols-2">
        {fields.map((field) => (
          <Controller
            key={field.id}
            control={form.control}
            name={`custom.${field.id}`}
            render={({ field: { value, onChange }, fieldState }) => (
              <CustomFieldInput
                field={field}
                value={value}
                error={fieldState.error?.message}
                users={users.data ?? NOBODY}
                onChange={onChange}
              />
            )}
          />
        ))}
      </div>
    </FormSection>
  )
}
