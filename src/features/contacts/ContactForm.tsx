import { contactName } from '#fields/custom-text.ts'
import { POINT_LISTS } from '#model/contact-point.ts'
import type { Failure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'
import { Banner } from '#ui/Banner.tsx'
import { InlineForm } from '#ui/InlineForm.tsx'
import { TextField } from '#ui/TextField.tsx'
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, type Path } from 'react-hook-form'

import { keepContactDraft, readContactDraft, type DraftKey } from './contact-draft.ts'
import {
  contactFormSchema,
  contactMessages,
  toContactForm,
  toContactPatch,
  type ContactFormValues,
} from './contact-form.ts'
import { ContactPointInputs } from './ContactPointInputs.tsx'
import { useDraftKeeping } from './use-draft-keeping.ts'

/** What was wanted of a contact and refused, to be put right. */
export type RefusedContact = { wanted: ContactFormValues; failure: Failure | null }

/**
 * The form of a contact, or of a new one. What is typed is kept in this tab until it is saved or cancelled;
 * Escape and leaving the lead only close the form. It closes as soon as it is saved: the contact shows what
 * becomes of it. Opened again after a refusal, the server's messages stand at their inputs.
 */
export function ContactForm({
  draftKey,
  contact,
  refused,
  focusFirst,
  onSave,
  onClose,
}: {
  draftKey: DraftKey
  contact?: Contact | undefined
  refused?: RefusedContact | undefined
  /** Puts the focus on the name, for a form that a person has just opened. */
  focusFirst: boolean
  /** Gets only what was changed; for a new contact all that was filled in. `name` is what people call it. */
  onSave: (patch: Patch, name: string) => void
  onClose: () => void
}) {
  const [{ opened, draft }] = useState(() => {
    const draft = readContactDraft(draftKey)
    return { opened: draft?.opened ?? toContactForm(contact), draft }
  })
  const [messages] = useState(() =>
    refused?.failure ? contactMessages(refused.failure, refused.wanted) : { inputs: [], rest: [] },
  )
  const form = useForm<ContactFormValues>({
    resolver: zodResolver(contactFormSchema),
    defaultValues: draft?.form ?? refused?.wanted ?? opened,
  })
  useDraftKeeping(form, opened, draftKey)
  const { errors } = form.formState

  useEffect(() => {
    for (const [i, { path, message }] of messages.inputs.entries()) {
      form.setError(path as Path<ContactFormValues>, { type: 'server', message }, { shouldFocus: i === 0 })
    }
  }, [form, messages])

  const save = form.handleSubmit((values) => {
    const patch = toContactPatch(contact ? opened : EMPTY, values)
    keepContactDraft(draftKey, null)
    if (Object.keys(patch).length > 0) onSave(patch, nameOf(values))
    onClose()
  })

  const title = contact ? `Edit ${contactName(contact)}` : 'New contact'
  return (
    <InlineForm
      title={title}
      saveLabel={contact ? 'Save contact' : 'Add contact'}
      discardLabel="Cancel"
      className="my-2 flex flex-col gap-3"
      onSave={() => void save()}
      onDiscard={() => {
        keepContactDraft(draftKey, null)
        onClose()
      }}
      onClose={onClose}
    >
      <h4 className="font-medium">{title}</h4>
      {draft && <p className="text-xs text-muted">This is what you typed before. Cancel to throw it away.</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Name"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this form
          autoFocus={focusFirst && messages.inputs.length === 0}
          error={errors.name?.message}
          {...form.register('name')}
        />
        <TextField label="Title" error={errors.title?.message} {...form.register('title')} />
      </div>
      {POINT_LISTS.map(({ list }) => (
        <ContactPointInputs key={list} list={list} form={form} />
      ))}
      {messages.rest.length > 0 && <Banner tone="bad">{messages.rest.join(' ')}</Banner>}
    </InlineForm>
  )
}

const EMPTY: ContactFormValues = { name: '', title: '', emails: [], phones: [], urls: [] }

function nameOf(form: ContactFormValues): string {
  const points = [form.emails[0]?.email, form.phones[0]?.phone]
  return [form.name, ...points].map((text) => text?.trim()).find(Boolean) ?? 'Unnamed contact'
}
