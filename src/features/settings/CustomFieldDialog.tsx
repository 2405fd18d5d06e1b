import { useCreateLeadField, useUpdateLeadField } from '#data/settings-queries.ts'
import { canAcceptMultipleValues, type CustomField } from '#model/custom-field.ts'
import { describeFailure, toFailure, type Failure } from '#model/failure.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { showToast } from '#ui/toast.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { useId, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import { ChoicesInput } from './ChoicesInput.tsx'
import {
  customFieldFormSchema,
  EMPTY_FIELD,
  inputErrors,
  MAX_DESCRIPTION,
  toCustomFieldForm,
  toCustomFieldPatch,
  toNewCustomField,
  type CustomFieldForm,
} from './custom-field-form.ts'
import { CREATABLE_TYPES, fieldKindText, fieldTypeHelp, fieldTypeLabel } from './field-type.ts'

/** Makes a custom field, or changes `field`; open as long as it is rendered. */
export function CustomFieldDialog({
  field,
  fields,
  onClose,
}: {
  /** The field to change; undefined for a new one. */
  field?: CustomField | undefined
  /** All fields, whose names are taken. */
  fields: readonly CustomField[]
  onClose: () => void
}) {
  const formId = useId()
  const create = useCreateLeadField()
  const update = useUpdateLeadField()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isLeaving, setIsLeaving] = useState(false)
  const form = useForm<CustomFieldForm>({
    defaultValues: field ? toCustomFieldForm(field) : EMPTY_FIELD,
    resolver: zodResolver(
      customFieldFormSchema(fields.filter(({ id }) => id !== field?.id).map(({ name }) => name)),
    ),
  })
  const { register, control, formState } = form
  const { errors, isSubmitting, isDirty } = formState
  const { type, description } = useWatch({ control })
  const chosen = CREATABLE_TYPES.find((known) => known === type) ?? 'text'
  const isChoices = field ? field.type === 'choices' : chosen === 'choices'

  async function save(values: CustomFieldForm) {
    setFailure(null)
    const patch = field && toCustomFieldPatch(field, values)
    if (field && !patch) return onClose()
    try {
      if (field) await update.mutateAsync({ id: field.id, ...patch })
      else await create.mutateAsync(toNewCustomField(values))
    } catch (error) {
      const said = inputErrors(toFailure(error))
      for (const { input, message } of said.inputs) form.setError(input, { message }, { shouldFocus: true })
      setFailure(said.rest)
      return
    }
    const name = values.name.trim()
    showToast({ kind: 'good', message: field ? `Saved “${name}”.` : `Added the field “${name}”.` })
    onClose()
  }

  function leave() {
    if (isSubmitting) return
    if (isDirty) setIsLeaving(true)
    else onClose()
  }

  return (
    <Dialog
      title={field ? `Edit “${field.name}”` : 'New custom field'}
      dismissable={false}
      onClose={leave}
      footer={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={isSubmitting}>
            {field ? 'Save' : 'Create field'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        aria-label={field ? 'Edit custom field' : 'New custom field'}
        onSubmit={(event) => void form.handleSubmit(save)(event)}
        className="flex flex-col gap-4 pb-2"
      >
        {failure && (
          <Banner tone="bad" live>
            The field was not saved. {describeFailure(failure)}
          </Banner>
        )}
        <TextField
          {...register('name')}
          label="Name"
          required
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog must take focus; its first input is where work starts
          autoFocus
          error={errors.name?.message}
        />
        {field ? (
          <p className="text-sm text-muted">
            Type: {fieldKindText(field)}. The type stays as it is, since leads already hold values of it.
          </p>
        ) : (
          <SelectField
            {...register('type')}
            label="Type"
            options={CREATABLE_TYPES.map((id) => ({ id, label: fieldTypeLabel(id) }))}
            description={fieldTypeHelp(chosen)}
            error={errors.type?.message}
          />
        )}
        {isChoices && (
          <ChoicesInput
            {...register('choices')}
            control={control}
            before={field?.choices ?? []}
            error={errors.choices?.message}
          />
        )}
        {!field && canAcceptMultipleValues(chosen) && (
          <div>
            <Checkbox
              {...register('several')}
              label="Several values"
              description="A lead may have more than one."
            />
            {errors.several && <p className="pt-1 text-xs text-bad">{errors.several.message}</p>}
          </div>
        )}
        <TextAreaField
          {...register('description')}
          label="Description"
          rows={2}
          description={`Shown to your team as help. ${(description ?? '').trim().length} of ${MAX_DESCRIPTION} characters.`}
          error={errors.description?.message}
        />
      </form>
      {isLeaving && (
        <ConfirmDialog
          title={field ? 'Discard your changes?' : 'Discard the new field?'}
          confirmLabel="Discard"
          onConfirm={onClose}
          onCancel={() => setIsLeaving(false)}
        >
          What you typed is not saved yet.
        </ConfirmDialog>
      )}
    </Dialog>
  )
}
