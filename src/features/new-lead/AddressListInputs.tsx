import { countryOptions } from '#model/country.ts'
import { Button } from '#ui/Button.tsx'
import { Plus } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'

import { AddressInputs } from './AddressInputs.tsx'
import { FormSection } from './FormSection.tsx'
import { emptyAddress, type NewLeadForm } from './new-lead-form.ts'

/** The addresses of the new lead; none at first. */
export function AddressListInputs({ form }: { form: UseFormReturn<NewLeadForm> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'addresses' })
  const addButton = useRef<HTMLButtonElement>(null)
  const countries = useMemo(() => countryOptions(), [])
  return (
    <FormSection title="Addresses">
      {fields.map((field, at) => (
        <AddressInputs
          key={field.id}
          at={at}
          form={form}
          countries={countries}
          onRemove={() => {
            remove(at)
            addButton.current?.focus()
          }}
        />
      ))}
      <Button
        ref={addButton}
        icon={<Plus />}
        className="self-start"
        onClick={() => append(emptyAddress(), { focusName: `addresses.${fields.length}.address_1` })}
      >
        Add address
      </Button>
    </FormSection>
  )
}
