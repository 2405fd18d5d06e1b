import { Button } from '#ui/Button.tsx'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'

import { ContactInputs } from './ContactInputs.tsx'
import { FormSection } from './FormSection.tsx'
import { emptyContact, type NewLeadForm } from './new-lead-form.ts'

/** The contacts of the new lead; none at first. */
export function ContactList({ form }: { form: UseFormReturn<NewLeadForm> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'contacts' })
  const addButton = useRef<HTMLButtonElement>(null)
  return (
    <FormSection title="Contacts">
      {fields.map((field, at) => (
        <ContactInputs
          key={field.id}
          at={at}
          form={form}
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
        onClick={() => append(emptyContact(), { focusName: `contacts.${fields.length}.name` })}
      >
        Add contact
      </Button>
    </FormSection>
  )
}
