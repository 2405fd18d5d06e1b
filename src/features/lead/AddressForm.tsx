import { countryName, countryOptions } from '#model/country.ts'
import { InlineForm } from '#ui/InlineForm.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useMemo } from 'react'
import { useForm } from 'react-hook-form'

import { isBlankAddress, type AddressValues } from './address-list.ts'

/** What Close offers for an address, the default first. */
const LABELS = ['business', 'mailing', 'other']

/** The form of one address. Escape throws away what was typed, as "Cancel" does. */
export function AddressForm({
  title,
  values,
  onSave,
  onCancel,
}: {
  title: string
  values: AddressValues
  onSave: (values: AddressValues) => void
  onCancel: () => void
}) {
  const form = useForm<AddressValues>({ defaultValues: values })
  const { errors } = form.formState
  const labels = [...new Set([...LABELS, values.label])].filter(Boolean)
  const countries = useMemo(() => {
    const options = countryOptions()
    const isKnown = !values.country || options.some(({ id }) => id === values.country)
    return isKnown ? options : [{ id: values.country, label: countryName(values.country) }, ...options]
  }, [values.country])

  const save = form.handleSubmit((values) => {
    if (!isBlankAddress(values)) return onSave(values)
    form.setError(
      'address_1',
      { message: 'Give at least a street, a city or a country.' },
      { shouldFocus: true },
    )
  })

  return (
    <InlineForm
      title={title}
      saveLabel="Save address"
      discardLabel="Cancel"
      className="my-2 grid grid-cols-2 gap-3"
      onSave={() => void save()}
      onDiscard={onCancel}
      onClose={onCancel}
    >
      <h4 className="col-span-2 font-medium">{title}</h4>
      <TextField
        label="Street"
        className="col-span-2"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this form
        autoFocus
        error={errors.address_1?.message}
        {...form.register('address_1')}
      />
      <TextField label="Street, second line" className="col-span-2" {...form.register('address_2')} />
      <TextField label="City" {...form.register('city')} />
      <TextField label="Postal code" {...form.register('zipcode')} />
      <TextField label="State or region" {...form.register('state')} />
      <SelectField label="Country" options={countries} emptyLabel="None" {...form.register('country')} />
      <SelectField
        label="Kind of address"
        options={labels.map((label) => ({ id: label, label }))}
        {...form.register('label')}
      />
    </InlineForm>
  )
}
