import { useCreateContact, useUpdateContact } from '#data/contact-mutations.ts'
import { contactName } from '#fields/custom-text.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { zodResolver } from '@hookform/resolvers/zod'
import { useState, type KeyboardEvent } from 'react'
import { useForm, type Path } from 'react-hook-form'

import { keepContactDraft, readContactDraft } from './contact-draft.ts'
import {
  contactFormSchema,
  contactMessages,
  POINT_LISTS,
  toContactForm,
  toContactPatch,
  type ContactFormValues,
} from './contact-form.ts'
import { ContactPointInputs } from './ContactPointInputs.tsx'
import { useDraftKeeping } from './use-draft-keeping.ts'

/**
 * The form of a contact, or of a new one. What is typed is kept in this tab until it is saved or cancelled;
 * Escape and leaving the lead only close the form. A refusal stands at the inputs it is about.
 */
export function ContactForm({
  leadId,
  contact,
  focusFirst,
  onClose,
}: {
  leadId: string
  contact?: Contact
  /** Puts the focus on the name, for a form that a person has just opened. */
  focusFirst: boolean
  onClose: () => void
}) {
  const draftKey = { leadId, contactId: contact?.id ?? null }
  const [{ opened, draft }] = useState(() => {
    const draft = readContactDraft(draftKey)
    return { opened: draft?.opened ?? toContactForm(contact), draft }
  })
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm<ContactFormValues>({
    resolver: zodResolver(contactFormSchema),
    defaultValues: draft?.form ?? opened,
  })
  useDraftKeeping(form, opened, draftKey)
  const create = useCreateContact(leadId)
  const update = useUpdateContact(leadId)
  const { errors, isSubmitting } = form.formState

  const save = form.handleSubmit(async (values) => {
    setProblem(null)
    const patch = toContactPatch(contact ? opened : EMPTY, values)
    try {
      if (!contact) await create.mutateAsync(patch)
      else if (Object.keys(patch).length > 0) await update.mutateAsync({ id: contact.id, patch })
    } catch (error) {
      const failure = toFailure(error)
      const { inputs, rest } = contactMessages(failure, values)
      for (const [i, { path, message }] of inputs.entries()) {
        form.setError(path as Path<ContactFormValues>, { type: 'server', message }, { shouldFocus: i === 0 })
      }
      setProblem(inputs.length > 0 ? rest.join(' ') || null : describeFailure(failure))
      return
    }
    keepContactDraft(draftKey, null)
    onClose()
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }

  const title = contact ? `Edit ${contactName(contact)}` : 'New contact'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the form from any input
    <form
      aria-label={title}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      className="my-2 flex flex-col gap-3 rounded-lg border border-line bg-raised p-3 shadow-sm"
    >
      <h4 className="font-medium">{title}</h4>
      {draft && <p className="text-xs text-muted">This is what you typed before. Cancel to throw it away.</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Name"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this form
          autoFocus={focusFirst}
          error={errors.name?.message}
          {...form.register('name')}
        />
        <TextField label="Title" error={errors.title?.message} {...form.register('title')} />
      </div>
      {POINT_LISTS.map(({ list }) => (
        <ContactPointInputs key={list} list={list} form={form} />
      ))}
      {problem && (
        <Banner tone="bad" live>
          {problem}
        </Banner>
      )}
      <div className="flex justify-end gap-2">
        <Button
          onClick={() => {
            keepContactDraft(draftKey, null)
            onClose()
          }}
        >
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={isSubmitting}>
          {contact ? 'Save contact' : 'Add contact'}
        </Button>
      </div>
    </form>
  )
}

const EMPTY: ContactFormValues = { name: '', title: '', emails: [], phones: [], urls: [] }
