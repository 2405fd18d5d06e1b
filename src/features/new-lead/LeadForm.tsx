import type { CustomField } from '#model/custom-field.ts'
import { describeFailure } from '#model/failure.ts'
import type { Lead } from '#model/lead.ts'
import type { LeadStatus } from '#model/organization.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useForm, useWatch, type Path } from 'react-hook-form'

import { AddressListInputs } from './AddressListInputs.tsx'
import { ContactList } from './ContactList.tsx'
import { CreateNotice } from './CreateNotice.tsx'
import { CustomFieldInputs } from './CustomFieldInputs.tsx'
import { focusFirstInvalid } from './focus-first-invalid.ts'
import { keepNewLeadDraft, readNewLeadDraft } from './new-lead-draft.ts'
import {
  canSetOnNewLead,
  emptyNewLead,
  fromDraft,
  leadMessages,
  likeness,
  newLeadSchema,
  toLeadBody,
  type NewLeadForm,
} from './new-lead-form.ts'
import { SameLeadWarning } from './SameLeadWarning.tsx'
import { useCreateOnce } from './use-create-once.ts'
import { useNewLeadDraft } from './use-new-lead-draft.ts'
import { useSameLeads } from './use-same-leads.ts'

/** The form itself, once it is known which statuses and custom fields there are. */
export function LeadForm({
  statuses,
  schema,
  onCreated,
  onCancel,
}: {
  statuses: readonly LeadStatus[]
  schema: readonly CustomField[]
  onCreated: (lead: Lead) => void
  onCancel: () => void
}) {
  const fields = useMemo(() => schema.filter(canSetOnNewLead), [schema])
  const [empty] = useState(() => emptyNewLead(statuses[0]?.id ?? '', fields))
  const [draft, setDraft] = useState(readNewLeadDraft)
  const element = useRef<HTMLFormElement>(null)
  const isOver = useRef(false)
  const [unplaced, setUnplaced] = useState<readonly string[]>([])
  const form = useForm<NewLeadForm>({
    resolver: zodResolver(newLeadSchema(fields)),
    defaultValues: draft ? fromDraft(draft, empty) : empty,
    shouldFocusError: false,
  })
  const { errors } = form.formState
  useNewLeadDraft(form.control, isOver)
  const same = useSameLeads(likeness(useWatch({ control: form.control }) as NewLeadForm))
  const known = useMemo(() => new Set(same.map(({ id }) => id)), [same])
  const creation = useCreateOnce(known, (lead) => {
    isOver.current = true
    keepNewLeadDraft(null)
    onCreated(lead)
  })
  const isSending = creation.state.kind === 'sending'

  async function send(values: NewLeadForm) {
    const failure = await creation.create(toLeadBody(values, fields))
    if (!failure) return
    const { inputs, rest } = leadMessages(failure, values, fields)
    for (const { path, message } of inputs) {
      form.setError(path as Path<NewLeadForm>, { type: 'server', message })
    }
    setUnplaced(inputs.length + rest.length > 0 ? rest : [describeFailure(failure)])
    focusFirstInvalid(element.current)
  }

  function onSubmit(event: SyntheticEvent) {
    void form.handleSubmit(send, () => focusFirstInvalid(element.current))(event)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    element.current?.requestSubmit()
  }

  function discardDraft() {
    keepNewLeadDraft(null)
    setDraft(null)
    form.reset(empty)
    requestAnimationFrame(() => form.setFocus('name'))
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl or ⌘ and Enter submit from any input
    <form
      ref={element}
      aria-label="New lead"
      noValidate
      onSubmit={onSubmit}
      onKeyDownCapture={onKeyDown}
      className="flex flex-col gap-6"
    >
      {draft && (
        <Banner
          actions={
            <Button size="sm" onClick={discardDraft}>
              Discard draft
            </Button>
          }
        >
          Draft restored
        </Banner>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Name"
          className="sm:col-span-2"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is this form
          autoFocus
          error={errors.name?.message}
          {...form.register('name')}
        />
        <TextField label="URL" inputMode="url" error={errors.url?.message} {...form.register('url')} />
        <SelectField
          label="Status"
          options={statuses}
          error={errors.status_id?.message}
          {...form.register('status_id')}
        />
        <TextAreaField
          label="Description"
          className="sm:col-span-2"
          error={errors.description?.message}
          {...form.register('description')}
        />
      </div>
      <SameLeadWarning leads={same} />
      <ContactList form={form} />
      <AddressListInputs form={form} />
      <CustomFieldInputs form={form} fields={fields} />
      <div
        data-sticky-footer
        className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-2 border-t border-line bg-canvas px-4 py-3 md:-mx-8 md:px-8"
      >
        <CreateNotice
          state={creation.state}
          messages={unplaced}
          onCheck={() => void creation.check()}
          onAccept={(lead) => void creation.accept(lead)}
          onReject={creation.reject}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="primary" busy={isSending}>
            Create lead
          </Button>
        </div>
      </div>
    </form>
  )
}
