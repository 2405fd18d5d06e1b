import { IconButton } from '#ui/IconButton.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Trash2 } from 'lucide-react'
import type { UseFormReturn } from 'react-hook-form'

import type { NewLeadForm } from './new-lead-form.ts'

/** What Close offers for an address, the default first. */
const LABELS = ['business', 'mailing', 'other'].map((label) => ({ id: label, label }))

/** One address of the new lead. */
export function AddressInputs({
  at,
  form,
  countries,
  onRemove,
}: {
  at: number
  form: UseFormReturn<NewLeadForm>
  countries: readonly { id: string; label: string }[]
  onRemove: () => void
}) {
  const errors = form.formState.errors.addresses?.[at]
  const title = `Address ${at + 1}`
  const line = (part: 'address_1' | 'address_2' | 'city' | 'zipcode' | 'state' | 'country' | 'label') => ({
    ...form.register(`addresses.${at}.${part}`),
    error: errors?.[part]?.message,
  })
  return (
    <div
      role="group"
      aria-label={title}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3"
    >
      <div className="flex items-center justify-between">
        <h3 className="text-sm font-medium">{title}</h3>
        <IconButton label={`Remove address ${at + 1}`} icon={<Trash2 />} onClick={onRemove} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField label="Street" className="col-span-2" {...line('address_1')} />
        <TextField label="Street, second line" className="col-span-2" {...line('address_2')} />
        <TextField label="City" {...line('city')} />
        <TextField label="Postal code" {...line('zipcode')} />
        <TextField label="State or region" {...line('state')} />
        <SelectField label="Country" options={countries} emptyLabel="None" {...line('country')} />
        <SelectField label="Kind of address" options={LABELS} {...line('label')} />
      </div>
    </div>
  )
}
