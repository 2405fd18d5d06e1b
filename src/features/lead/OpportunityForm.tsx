import { FieldGroup } from '#fields/FieldGroup.tsx'
import { contactOptions, userOptions } from '#fields/person-options.tsx'
import type { Failure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import type { Person, Pipeline } from '#model/organization.ts'
import { ComboBox } from '#ui/ComboBox.tsx'
import { InlineForm } from '#ui/InlineForm.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useId, useRef, useState } from 'react'

import {
  toOpportunityBody,
  type OpportunityFormValues,
  type OpportunityProblems,
} from './opportunity-form.ts'
import { PERIODS } from './opportunity-text.ts'
import { OpportunityStatusSelect } from './OpportunityStatusSelect.tsx'
import { useFormValues } from './use-form-values.ts'

/** The form of a new opportunity. What is wrong, here or to the server, stands at the inputs it is about. */
export function OpportunityForm({
  values: opened,
  pipelines,
  people,
  contacts,
  currency,
  me,
  refusal,
  focusFirst,
  onChange,
  onSave,
  onCancel,
  onClose,
}: {
  values: OpportunityFormValues
  pipelines: readonly Pipeline[]
  people: readonly Person[]
  /** The lead's. */
  contacts: readonly Contact[]
  /** The organisation's, in which the value is meant. */
  currency: string | null
  /** The person's own id, as far as it is known. */
  me: string | null
  /** Why it was not taken before. */
  refusal: Failure | null
  /** Puts the focus on the value, for a form that a person has just opened. */
  focusFirst: boolean
  onChange: (values: OpportunityFormValues) => void
  onSave: (values: OpportunityFormValues) => void
  onCancel: () => void
  onClose: () => void
}) {
  const id = useId()
  const { values, said, ...form } = useFormValues({ opened, refusal, onChange })
  const [problems, setProblems] = useState<OpportunityProblems>({})
  const value = useRef<HTMLInputElement>(null)
  const confidence = useRef<HTMLInputElement>(null)
  const close = useRef<HTMLInputElement>(null)

  function change(part: Partial<OpportunityFormValues>) {
    setProblems({})
    form.change(part)
  }

  function save() {
    const found = toOpportunityBody(values).problems
    setProblems(found)
    if (found.value) value.current?.focus()
    else if (found.confidence) confidence.current?.focus()
    else if (close.current?.validity.badInput) close.current.focus()
    else onSave(values)
  }

  const first = pipelines[0]?.statuses[0]
  const statusProblem = said('status', 'status', 'status_id', 'pipeline', 'pipeline_id')
  return (
    <InlineForm
      title="New opportunity"
      saveLabel="Add opportunity"
      discardLabel="Cancel"
      className="my-2 grid grid-cols-2 gap-3"
      onSave={save}
      onDiscard={onCancel}
      onClose={onClose}
    >
      <TextField
        ref={value}
        label={currency ? `Value in ${currency}` : 'Value'}
        inputMode="decimal"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this form
        autoFocus={focusFirst}
        value={values.value}
        error={problems.value ?? said('value', 'value')}
        onChange={({ target }) => change({ value: target.value })}
      />
      <SelectField
        label="Period"
        options={PERIODS}
        value={values.period}
        error={said('period', 'value_period')}
        onChange={({ target }) => change({ period: target.value })}
      />
      <FieldGroup label="Stage" labelAbove className="max-sm:col-span-2">
        <OpportunityStatusSelect
          label="Stage"
          boxed
          pipelines={pipelines}
          value={values.status || (first?.id ?? null)}
          valueLabel="The first one"
          onCommit={(status) => change({ status })}
          describedBy={statusProblem ? `${id}-status` : undefined}
        />
        {statusProblem && (
          <p id={`${id}-status`} className="pt-1 text-xs text-bad">
            {statusProblem}
          </p>
        )}
      </FieldGroup>
      <TextField
        ref={confidence}
        label="Confidence in %"
        inputMode="numeric"
        value={values.confidence}
        error={problems.confidence ?? said('confidence', 'confidence')}
        onChange={({ target }) => change({ confidence: target.value })}
      />
      <TextField
        ref={close}
        label="Expected close"
        type="date"
        value={values.close}
        error={said('close', 'date_won')}
        onChange={({ target }) => change({ close: target.value })}
      />
      <ComboBox
        label="Contact"
        className="max-sm:col-span-2"
        options={contactOptions(contacts)}
        value={values.contact || null}
        clearable
        placeholder="Nobody"
        error={said('contact', 'contact', 'contact_id')}
        onChange={(contact) => change({ contact: contact ?? '' })}
      />
      <ComboBox
        label="Owner"
        className="col-span-2"
        options={userOptions(people)}
        value={values.owner || me}
        placeholder="You"
        error={said('owner', 'user', 'user_id')}
        onChange={(owner) => change({ owner: owner ?? '' })}
      />
      <TextAreaField
        label="Note"
        className="col-span-2"
        rows={2}
        value={values.note}
        error={said('note', 'note')}
        onChange={({ target }) => change({ note: target.value })}
      />
    </InlineForm>
  )
}
